import type { Trx } from '../database/door.ts';
import { chainStart, hashLine } from './chain.ts';

export interface ChainVerdict {
  ok: boolean;
  /** Lines looked at. */
  checked: number;
  firstBroken?: { county: number; number: number; message: string };
}

const batch = 2000;

/** Walks every chain from its first line to its head and names the first broken link. Needs the system's role. */
export async function verifyChains(trx: Trx): Promise<ChainVerdict> {
  const heads = await trx.selectFrom('audit_head').selectAll().orderBy('county').execute();
  const orphan = await trx
    .selectFrom('audit_line as l')
    .select(['l.county', 'l.number'])
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('audit_head as h').select('h.county').whereRef('h.county', '=', 'l.county'),
        ),
      ),
    )
    .orderBy('l.county')
    .orderBy('l.number')
    .limit(1)
    .executeTakeFirst();
  if (orphan) return broken(0, orphan.county, orphan.number, '这条链的链尾被删去了');
  let checked = 0;
  for (const head of heads) {
    const verdict = await verifyChain(trx, head);
    checked += verdict.checked;
    if (!verdict.ok) return { ...verdict, checked };
  }
  return { ok: true, checked };
}

async function verifyChain(
  trx: Trx,
  head: { county: number; number: number; hash: Buffer },
): Promise<ChainVerdict> {
  const { county } = head;
  let number = 0;
  let previous: Buffer = chainStart;
  for (;;) {
    const lines = await trx
      .selectFrom('audit_line')
      .selectAll()
      .where('county', '=', county)
      .where('number', '>', number)
      .orderBy('number')
      .limit(batch)
      .execute();
    for (const line of lines) {
      const { previous: said, hash, ...content } = line;
      if (line.number !== number + 1) return broken(number, county, number + 1, '这一行不见了');
      if (!said.equals(previous)) return broken(number, county, line.number, '这一行接不上前一行');
      if (!hash.equals(hashLine(previous, content)))
        return broken(number, county, line.number, '这一行的内容被改动过');
      number = line.number;
      previous = hash;
    }
    if (lines.length < batch) break;
  }
  if (number !== head.number || !previous.equals(head.hash))
    return broken(number, county, number + 1, '链尾之后的行被删去了，或链尾被改动过');
  return { ok: true, checked: number };
}

const broken = (checked: number, county: number, number: number, message: string): ChainVerdict => ({
  ok: false,
  checked,
  firstBroken: { county, number, message },
});
