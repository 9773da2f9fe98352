import type { AuditLine, auditQuery, auditVerified, Page } from '@hujian/contract';
import type { Selectable } from 'kysely';
import type * as z from 'zod';
import { acts } from '../../audit/acts.ts';
import { verifyChains } from '../../audit/verify-chains.ts';
import type { Trx } from '../../database/door.ts';
import type { AuditLineTable } from '../../database/tables.ts';
import { decodeCursor, toPage } from '../../http/list-page.ts';
import type { Context } from '../../http/route.ts';

type Query = z.output<typeof auditQuery>;

/** The trail, newest first: all of it for the audit administrator, the own subtree for an auditor. */
export async function listAudit({
  actor,
  query,
  services,
}: Context<unknown, Query, unknown>): Promise<Page<AuditLine>> {
  const { door } = services;
  const lines = actor.scope
    ? await door.asActor(actor, 'read', (trx) => selectLines(trx, query))
    : await door.asSystem('the audit administrator reads every chain', (trx) => selectLines(trx, query));
  const accounts = [...new Set(lines.flatMap((line) => line.account ?? []))];
  const names = await door.asSystem('the names behind the lines', async (trx) =>
    accounts.length === 0
      ? []
      : trx.selectFrom('account').select(['id', 'name']).where('id', 'in', accounts).execute(),
  );
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return toPage(
    lines,
    query.limit,
    (line) => [line.at.getTime(), line.county, line.number],
    (line) => present(line, nameOf),
  );
}

async function selectLines(trx: Trx, query: Query): Promise<Selectable<AuditLineTable>[]> {
  const after = decodeCursor(query.after, 3)?.map(Number);
  return trx
    .selectFrom('audit_line')
    .selectAll()
    .$if(query.act !== undefined, (select) => select.where('act', '=', query.act ?? ''))
    .$if(query.account !== undefined, (select) => select.where('account', '=', query.account ?? ''))
    .$if(query.object !== undefined, (select) => select.where('object', '=', query.object ?? ''))
    .$if(query.from !== undefined, (select) => select.where('at', '>=', startOf(query.from ?? '')))
    .$if(query.until !== undefined, (select) =>
      select.where('at', '<', new Date(startOf(query.until ?? '').getTime() + 86_400_000)),
    )
    .$if(after !== undefined, (select) =>
      select.where((where) =>
        where(
          where.refTuple('at', 'county', 'number'),
          '<',
          where.tuple(new Date(after?.[0] ?? 0), after?.[1] ?? 0, after?.[2] ?? 0),
        ),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('county', 'desc')
    .orderBy('number', 'desc')
    .limit(query.limit + 1)
    .execute();
}

const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

function present(line: Selectable<AuditLineTable>, nameOf: Map<string, string>): AuditLine {
  const titles: Record<string, string> = acts;
  return {
    county: line.county,
    number: line.number,
    at: line.at.toISOString(),
    account: line.account,
    accountName: line.account === null ? null : (nameOf.get(line.account) ?? null),
    act: line.act,
    actTitle: titles[line.act] ?? line.act,
    object: line.object,
    organization: line.organization,
    details: line.details,
    hash: line.hash.toString('hex'),
  };
}

/** Proves every chain; the answer names the first broken link. */
export async function verifyAudit({
  trx,
  note,
}: Context<unknown, unknown, unknown>): Promise<z.input<typeof auditVerified>> {
  const { firstBroken, ...verdict } = await verifyChains(trx);
  note({ details: { ok: verdict.ok, checked: verdict.checked } });
  return { ...verdict, ...(firstBroken ? { firstBroken } : {}) };
}
