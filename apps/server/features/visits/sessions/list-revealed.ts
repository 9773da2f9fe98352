import type {
  EntryBody,
  EntryKind,
  Page,
  RevealedEntry,
  RoundItem,
  revealedQuery,
  roundParams,
} from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import { decodeCursor, toPage } from '../../../http/list-page.ts';
import type { Context } from '../../../http/route.ts';
import { getRound, isManager } from '../../rounds/rounds.ts';
import { ofRound, selectInForce, stands } from '../entries-in-force.ts';

type In = Context<z.output<typeof roundParams>, z.output<typeof revealedQuery>, unknown>;

interface Row {
  id: string;
  organization: number;
  name: string;
  visit: number;
  kind: EntryKind;
  item: string | null;
  body: EntryBody;
  panelist: string | null;
  made_at: Date;
  received_at: Date;
}

/**
 * GET /rounds/:round/entries: what stands of what was put down, by visits, once their sessions are closed. Row-level
 * security leaves the actor's own subtree.
 */
export async function listRevealed({ trx, actor, params, query }: In): Promise<Page<RevealedEntry>> {
  const round = await getRound(trx, params.round);
  const manages = isManager(actor, round);
  const { rows } = await selectRevealed(trx, round, query);
  const items = new Map(round.items.map((item) => [item.code, item]));
  return toPage(
    rows,
    query.limit,
    (row) => [row.visit, row.id],
    (row) => present(row, { items, manages, published: round.published_at }),
  );
}

/** One entry for each field of each sheet, the one in force; what was taken back is left out. */
function selectRevealed(
  trx: In['trx'],
  round: { county: number; id: number },
  query: z.output<typeof revealedQuery>,
) {
  const after = decodeCursor(query.after, 2);
  const kind = query.kind === undefined ? sql`` : sql`and e.kind = ${query.kind}`;
  const place = query.organization === undefined ? sql`` : sql`and e.organization = ${query.organization}`;
  // Pages go by visits: those of before are not gone through again.
  const from = after ? sql`and e.visit >= ${Number(after[0])}::bigint` : sql``;
  const rest = after
    ? sql`and (f.visit, f.id) > (${Number(after[0])}::bigint, ${String(after[1])}::uuid)`
    : sql``;
  return sql<Row>`
    select f.id, f.organization, o.name, f.visit, f.kind, f.item, f.body, p.name as panelist, f.made_at, f.received_at
    from (${selectInForce(sql`${ofRound(round)} and e.revealed ${kind} ${place} ${from}`)}) f
    join organization o on o.county = f.county and o.id = f.organization
    left join round_panelist p on p.county = f.county and p.id = f.panelist
    where ${stands(sql`f.body`)} ${rest}
    order by f.visit, f.id limit ${query.limit + 1}`.execute(trx);
}

interface Showing {
  items: ReadonlyMap<string, RoundItem>;
  manages: boolean;
  published: Date | null;
}

function present(row: Row, { items, manages, published }: Showing): RevealedEntry {
  const item = row.item === null ? undefined : items.get(row.item);
  return {
    id: row.id,
    organization: { id: row.organization, name: row.name },
    visit: row.visit,
    kind: row.kind,
    item: row.item === null ? null : { code: row.item, title: item?.title ?? row.item },
    body: row.body,
    panelist: manages ? row.panelist : null,
    madeAt: row.made_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    clockOff: showOff(row, published),
  };
}

/** What was made after it was received, or before there was a plan, tells of a wrong clock; a late sync does not. */
function showOff({ made_at: made, received_at: received }: Row, published: Date | null): number {
  const minutes = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 60_000);
  const fast = minutes(received, made);
  if (fast > 1) return fast;
  const slow = published ? minutes(made, published) : 0;
  return slow > 1 ? -slow : 0;
}
