import type { Basis, TermRow, termBody, terms } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import { findAccountNames } from '../../access/find-account-names.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getPlace } from '../organizations/get-place.ts';
import { type BaseTerm, readTerms } from './read-terms.ts';

/** GET /terms: the program's words, each as the nearest place reads it, and the words that places added. */
export async function listTerms({
  trx,
  actor,
}: Context<unknown, unknown, unknown>): Promise<z.input<typeof terms>> {
  const base = readTerms();
  const own = await listNearest(trx, actor);
  const known = new Set(base.map(({ chinese }) => chinese));
  return {
    rows: [
      ...base.map((term) => {
        const local = own.get(term.chinese);
        return local
          ? { ...local, local: true, usedIn: term.usedIn, own: withBase(local, term) }
          : presentBase(term);
      }),
      ...[...own.values()].filter(({ chinese }) => !known.has(chinese)),
    ],
    can: actor.scope && actor.can.has('draft.manage') ? ['draft.manage'] : [],
  };
}

const presentBase = (term: BaseTerm): TermRow => ({ ...term, own: null, can: [] });

const withBase = ({ own }: TermRow, { meaning }: BaseTerm): TermRow['own'] =>
  own && { ...own, base: meaning };

/** POST /terms: how a word is read here; what was said of it here before is withdrawn. */
export async function createTerm(
  context: Context<unknown, unknown, z.output<typeof termBody>>,
): Promise<TermRow> {
  const { trx, body, actor, note } = context;
  const place = await getPlace(trx, body.organization, actor);
  const base = readTerms().find(({ chinese }) => chinese === body.chinese);
  if (base && !base.local)
    throw problems.unprocessable(`“${body.chinese}”在各地是一个意思，不能另作解释。`, [
      { path: 'chinese', message: '这个词不能改。' },
    ]);
  await trx
    .updateTable('local_term')
    .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
    .where('county', '=', place.county)
    .where('organization', '=', place.id)
    .where('chinese', '=', body.chinese)
    .where('withdrawn_at', 'is', null)
    .execute();
  const { id } = await trx
    .insertInto('local_term')
    .values({
      county: place.county,
      organization: place.id,
      path: place.path,
      chinese: body.chinese,
      meaning: body.meaning,
      codes: body.name ?? base?.name ?? '',
      basis: body.basis ? JSON.stringify(body.basis) : null,
      entered_by: actor.account,
      withdrawn_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  note({
    object: `term/${id}`,
    county: place.county,
    organization: place.id,
    path: place.path,
    details: { chinese: body.chinese },
  });
  return getTerm(trx, id, actor);
}

/** POST /terms/:id/withdraw: the reading of the place above, or the program's, holds again. */
export async function withdrawTerm(context: Context<{ id: number }, unknown, unknown>): Promise<TermRow> {
  const { trx, params, actor, note } = context;
  const found = await getTerm(trx, params.id, actor);
  const place = await getPlace(trx, found.own?.organization.id ?? 0, actor);
  const withdrawn = await trx
    .updateTable('local_term')
    .set({ withdrawn_at: sql<Date>`clock_timestamp()` })
    .where('county', '=', place.county)
    .where('id', '=', params.id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!withdrawn) throw problems.conflict('这条解释已经撤回。');
  note({ object: `term/${params.id}`, county: place.county, organization: place.id, path: place.path });
  return { ...found, can: [] };
}

const selectTerms = (trx: Trx) =>
  trx
    .selectFrom('local_term as t')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 't.county').onRef('o.id', '=', 't.organization'),
    )
    .select(['t.id', 't.organization', 't.path', 't.chinese', 't.meaning', 't.codes', 't.basis', 'o.name'])
    .select(['t.entered_by', 't.entered_at', 't.withdrawn_at']);
type Row = Awaited<ReturnType<ReturnType<typeof selectTerms>['execute']>>[number];

/** By word, the reading of the nearest place at or above the actor; a place below keeps its reading to itself. */
async function listNearest(trx: Trx, actor: Actor): Promise<Map<string, TermRow>> {
  const scope = actor.scope?.path;
  if (scope === undefined) return new Map();
  const rows = (await selectTerms(trx).where('t.withdrawn_at', 'is', null).execute()).filter((row) =>
    scope.startsWith(row.path),
  );
  const whoIs = await findAccountNames(
    trx,
    rows.map((row) => row.entered_by),
  );
  const farFirst = rows.toSorted((a, b) => a.path.length - b.path.length || a.id - b.id);
  return new Map(farFirst.map((row) => [row.chinese, present(row, actor, whoIs)]));
}

async function getTerm(trx: Trx, id: number, actor: Actor): Promise<TermRow> {
  const row = await selectTerms(trx).where('t.id', '=', id).executeTakeFirst();
  if (!row) throw problems.notFound('这条解释');
  const term = present(row, actor, await findAccountNames(trx, [row.entered_by]));
  const base = readTerms().find(({ chinese }) => chinese === row.chinese);
  return base ? { ...term, usedIn: base.usedIn, own: withBase(term, base) } : term;
}

function present(row: Row, actor: Actor, whoIs: (account: string) => string): TermRow {
  const mine = actor.scope !== null && row.path.startsWith(actor.scope.path);
  return {
    chinese: row.chinese,
    name: row.codes,
    meaning: row.meaning,
    local: true,
    usedIn: [],
    own: {
      id: row.id,
      organization: { id: row.organization, name: row.name },
      base: null,
      basis: row.basis as Basis | null,
      enteredBy: whoIs(row.entered_by),
      enteredAt: row.entered_at.toISOString(),
    },
    can: mine && row.withdrawn_at === null && actor.can.has('draft.manage') ? ['draft.manage'] : [],
  };
}
