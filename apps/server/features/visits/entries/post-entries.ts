import type { EntriesTaken, entriesBody, entriesQuery, VisitEntry } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../../database/door.ts';
import { problems } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import { entryColumns, presentEntry } from './present-entry.ts';
import { signReceipt } from './sign-receipt.ts';
import { takeEntries } from './take-entries.ts';

type In = Context<unknown, z.output<typeof entriesQuery>, z.output<typeof entriesBody>>;

/** POST /rating/entries */
export async function postEntries(context: In): Promise<EntriesTaken> {
  const { trx, actor, body, query, services } = context;
  const now = services.now().toISOString();
  requireOwner(body.account, actor.account);
  const { account } = actor;
  const { lines, refused, told, seats } = await takeEntries(trx, { account, byFile: null }, body.entries);
  const devices = new Set(body.entries.map(({ device }) => String(device)));
  const others = await listOthers(trx, { account, visits: [...seats.keys()], devices, known: query.known });
  return { receipt: signReceipt(services, account, lines), refused, told, others, now };
}

/** What one person put down must not become another's because they share a phone. */
export function requireOwner(owner: string | undefined, account: string): void {
  if (owner !== undefined && owner !== account)
    throw problems.conflict('这些记录是另一个账号在这部手机上填写的，没有收下。请用原来的账号登录后再同步。');
}

/** Commits that were under way when the phone last asked are seen the next time. */
const overlap = '2 minutes';

/** What the same panelist put down on other phones for the same visits. */
async function listOthers(
  trx: Trx,
  {
    account,
    visits,
    devices,
    known,
  }: { account: string; visits: readonly number[]; devices: ReadonlySet<string>; known: string | undefined },
): Promise<VisitEntry[]> {
  if (visits.length === 0) return [];
  const rows = await trx
    .selectFrom('visit_entry as e')
    .innerJoin('visit as v', (join) => join.onRef('v.county', '=', 'e.county').onRef('v.id', '=', 'e.visit'))
    .select(entryColumns.map((column) => `e.${column}` as const))
    .where('v.id', 'in', [...visits])
    .where('e.account', '=', account)
    .where('e.device', 'not in', [...devices])
    .$if(known !== undefined, (select) =>
      select.where(
        'e.received_at',
        '>',
        sql<Date>`${new Date(known ?? 0)}::timestamptz - ${overlap}::interval`,
      ),
    )
    .execute();
  return rows.map(presentEntry);
}
