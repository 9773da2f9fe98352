import type { Store } from './store.ts';

const ballastBytes = 3 * 1024 * 1024;
/** Below this a photograph is refused: what is left belongs to the ratings. */
const forPhotos = 8 * 1024 * 1024;

/** Told when not even the reserve could be used. */
export class NoRoom extends Error {
  override name = 'NoRoom';
}

export const fullPhone =
  '手机的存储空间满了，刚才这一项没有存下。请先删掉手机里不用的照片、视频或应用，再点一次；已经存下的都在。';
export const noRoomForPhoto =
  '手机的存储空间不够放照片了，这张没有存。打分和文字照常能记。请删掉手机里不用的照片、视频，或先到有信号的地方把已拍的照片送出去。';

export function isQuotaError(thrown: unknown): boolean {
  if (!(thrown instanceof Error) && !(thrown instanceof DOMException)) return false;
  const inner = 'inner' in thrown ? thrown.inner : undefined;
  return /quota/i.test(`${thrown.name} ${thrown.message}`) || (inner !== undefined && isQuotaError(inner));
}

/** Writes; when the phone is full the reserve is given up for it. Throws NoRoom when that is not enough either. */
export async function writeWithRoom<T>(store: Store, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (thrown) {
    if (!isQuotaError(thrown)) throw thrown;
    await store.ballast.clear();
    for (let times = 0; times < 8; times++) {
      try {
        return await write();
      } catch (again) {
        if (!isQuotaError(again)) throw again;
        // The browser frees what was cleared a moment later.
        await new Promise((done) => setTimeout(done, 250));
      }
    }
    throw new NoRoom(fullPhone);
  }
}

/** Fills the reserve when there is plenty of room; random, so that nothing shrinks it. */
export async function keepReserve(store: Store): Promise<void> {
  if ((await store.ballast.count()) > 0) return;
  const free = await freeBytes();
  if (free < forPhotos + ballastBytes * 2) return;
  const bytes = new Uint8Array(ballastBytes);
  for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  await store.ballast.put({ id: 1, bytes }).catch(() => undefined);
}

export async function hasRoomForPhoto(): Promise<boolean> {
  return (await freeBytes()) >= forPhotos;
}

async function freeBytes(): Promise<number> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? Number.POSITIVE_INFINITY : quota - usage;
}
