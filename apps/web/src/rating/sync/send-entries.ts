import type { EntriesTaken, VisitEntry } from '@hujian/contract';
import { entryText } from '@hujian/contract/entry-text';
import { Problem } from '../../api/door.ts';
import { sha256 } from '../keep/cipher.ts';
import { checkReceipt } from './check-receipt.ts';
import type { SyncParts } from './sync.ts';
import { SyncTrouble } from './trouble.ts';

const [fewest, most] = [25, 400];

/** A day's sheets go at once; over a line that broke, less and less. */
export const batchAfter = (failures: number): number => Math.max(fewest, most >> Math.min(failures, 8));

/** Sends what waits, in parts; each entry ends kept (with a valid receipt), refused (with words), or goes on waiting. */
export async function sendEntries(
  parts: SyncParts,
  batchSize: number,
  onDelivered: (at: string) => void,
): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const batch = (await parts.keeper.listWaiting())
      .filter((entry) => !tried.has(entry.id))
      .slice(0, batchSize);
    if (batch.length === 0) return;
    for (const entry of batch) tried.add(entry.id);
    await sendBatch(parts, batch, onDelivered);
  }
}

async function sendBatch(
  parts: SyncParts,
  batch: readonly VisitEntry[],
  onDelivered: (at: string) => void,
): Promise<void> {
  let taken: EntriesTaken;
  try {
    taken = await parts.ask<EntriesTaken>('/rating/entries', { account: parts.account, entries: batch });
  } catch (failure) {
    if (!(failure instanceof Problem) || ![400, 413, 422].includes(failure.status)) throw failure;
    // One bad entry must not hold up the others: halves, until it stands alone.
    if (batch.length === 1) {
      const id = batch[0]?.id ?? '';
      await parts.keeper.markEntries([id], 'refused', new Map([[id, failure.message]]));
      return;
    }
    const half = Math.ceil(batch.length / 2);
    await sendBatch(parts, batch.slice(0, half), onDelivered);
    await sendBatch(parts, batch.slice(half), onDelivered);
    return;
  }
  await takeAnswer(parts, batch, taken);
  onDelivered(taken.receipt.at);
}

async function takeAnswer(
  parts: SyncParts,
  batch: readonly VisitEntry[],
  taken: EntriesTaken,
): Promise<void> {
  const hashes = new Map(
    await Promise.all(batch.map(async (entry) => [entry.id, await sha256(entryText(entry))] as const)),
  );
  const jwk = (await parts.pack()).receiptKey;
  const covered = await checkReceipt(taken.receipt, jwk, parts.account, hashes);
  if (covered === null) throw new SyncTrouble('receipt');
  const told = new Map(taken.told.map((one) => [one.id, one.message]));
  await parts.keeper.addReceipt(taken.receipt);
  await parts.keeper.markEntries(covered, 'kept', told);
  const ours = taken.refused.filter((one) => hashes.has(one.id));
  if (ours.length > 0) {
    await parts.keeper.markEntries(
      ours.map((one) => one.id),
      'refused',
      new Map(ours.map((one) => [one.id, one.message])),
    );
  }
  if (taken.others.length > 0) await parts.keeper.mergeEntries(taken.others, 0);
  if (covered.length + ours.length < batch.length) throw new SyncTrouble('receipt');
}
