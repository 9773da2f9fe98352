import type { FileTaken } from '@hujian/contract';
import { Problem } from '../../api/door.ts';
import type { PhotoMeta } from '../keep/kept.ts';
import { checkReceipt } from './check-receipt.ts';
import type { SyncParts } from './sync.ts';
import { SyncTrouble } from './trouble.ts';

const [smallest, first, largest] = [16 * 1024, 64 * 1024, 320 * 1024];
/** So long a part may take: what a thin line carries meanwhile is small, a good one takes a whole photograph. */
const partMs = 4000;

/** How much goes over this line at a time. */
export interface Pace {
  bytes(): number;
  took(bytes: number, ms: number): void;
  broke(): void;
}

export function createPace(): Pace {
  let now = first;
  const set = (bytes: number): void => {
    now = Math.round(Math.min(largest, Math.max(smallest, bytes)));
  };
  return {
    bytes: () => now,
    took: (bytes, ms) => set((bytes * partMs) / Math.max(1, ms)),
    broke: () => set(now / 4),
  };
}

/** Sends photographs part by part from where the server stands; the bytes here go only after a valid receipt. */
export async function sendPhotos(
  parts: SyncParts,
  pace: Pace,
  onDelivered: (at: string) => void,
): Promise<void> {
  for (const photo of await parts.keeper.listWaitingPhotos()) {
    try {
      await sendPhoto(parts, photo, pace, onDelivered);
    } catch (failure) {
      if (!(failure instanceof Problem) || ![400, 403, 404, 413, 422].includes(failure.status)) throw failure;
      if (failure.code === 'totp-required') throw failure;
      await parts.keeper.markPhoto(photo.id, 'refused');
    }
  }
}

async function sendPhoto(
  parts: SyncParts,
  photo: PhotoMeta,
  pace: Pace,
  onDelivered: (at: string) => void,
): Promise<void> {
  const bytes = await parts.keeper.getBytes(photo.id);
  if (bytes === null) return;
  const { thumb: _thumb, ...body } = photo;
  let taken = await parts.ask<FileTaken>('/rating/files', { account: parts.account, ...body });
  let still = 0;
  while (taken.receipt === null) {
    const from = Math.min(taken.received, bytes.length - 1);
    const part = bytes.subarray(from, from + pace.bytes());
    const before = taken.received;
    const began = performance.now();
    taken = await parts.ask<FileTaken>(`/rating/files/${photo.id}?at=${from}`, new Blob([part]));
    pace.took(part.length, performance.now() - began);
    still = taken.received > before ? 0 : still + 1;
    if (still > 2) throw new SyncTrouble('receipt');
  }
  const jwk = (await parts.pack()).receiptKey;
  const covered = await checkReceipt(taken.receipt, jwk, parts.account, new Map([[photo.id, photo.sha256]]));
  if (covered === null || !covered.includes(photo.id)) throw new SyncTrouble('receipt');
  await parts.keeper.addReceipt(taken.receipt);
  await parts.keeper.markPhoto(photo.id, 'kept');
  onDelivered(taken.receipt.at);
}
