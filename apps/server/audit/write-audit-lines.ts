import type { Trx } from '../database/door.ts';
import type { AuditDraft } from './audit-draft.ts';
import { type ChainContent, chainStart, hashLine } from './chain.ts';

/** Appends the drafts to their chains. The chains' heads are locked here, in the order of the counties. */
export async function writeAuditLines(
  trx: Trx,
  account: string | null,
  scopePath: string,
  drafts: AuditDraft[],
): Promise<void> {
  const counties = [...new Set(drafts.map((draft) => draft.county ?? 0))].sort((a, b) => a - b);
  for (const county of counties) {
    const ours = drafts.filter((draft) => (draft.county ?? 0) === county);
    await appendToChain(trx, county, ours, account, scopePath);
  }
}

async function appendToChain(
  trx: Trx,
  county: number,
  drafts: AuditDraft[],
  account: string | null,
  scopePath: string,
): Promise<void> {
  const head = await lockHead(trx, county);
  let { number, hash: previous } = head;
  const lines = drafts.map((draft) => {
    number += 1;
    const content: ChainContent = {
      county,
      number,
      at: new Date(),
      account,
      act: draft.act,
      object: draft.object ?? null,
      organization: draft.organization ?? null,
      path: draft.path ?? (county === 0 ? '' : scopePath),
      details: cleanDetails(draft.details),
    };
    const hash = hashLine(previous, content);
    const line = { ...content, details: JSON.stringify(content.details), previous, hash };
    previous = hash;
    return line;
  });
  await trx.insertInto('audit_line').values(lines).execute();
  await trx.updateTable('audit_head').set({ number, hash: previous }).where('county', '=', county).execute();
}

/** Locks the end of the chain until the transaction commits. */
async function lockHead(trx: Trx, county: number): Promise<{ number: number; hash: Buffer }> {
  const find = () =>
    trx.selectFrom('audit_head').select(['number', 'hash']).where('county', '=', county).forUpdate();
  const head = await find().executeTakeFirst();
  if (head) return head;
  await trx
    .insertInto('audit_head')
    .values({ county, number: 0, hash: chainStart })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return find().executeTakeFirstOrThrow();
}

/** What jsonb can hold and gives back unchanged: JSON without NUL characters. */
function cleanDetails(details: Record<string, unknown> | undefined): Record<string, unknown> {
  if (!details) return {};
  return JSON.parse(JSON.stringify(details).replaceAll('\\u0000', '')) as Record<string, unknown>;
}
