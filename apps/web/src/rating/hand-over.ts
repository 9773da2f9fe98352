import type { VisitEntry } from '@hujian/contract';
import { fromBase64, toBase64, toBase64Url } from './keep/cipher.ts';
import type { Keeper } from './keep/keeper.ts';
import type { PhotoMeta } from './keep/kept.ts';
import type { KeptPack } from './sheet/merge-pack.ts';

export interface HandOverFile {
  name: string;
  text: string;
}

/** What has no receipt yet, as files that an officer takes in and cannot read: one for each round. */
export async function writeHandOver(keeper: Keeper, pack: KeptPack, today: string): Promise<HandOverFile[]> {
  const roundOf = new Map(pack.visits.map((visit) => [visit.id, visit.round]));
  const entries = await keeper.listWaiting();
  const photos = await keeper.listWaitingPhotos();
  const rounds = new Set([...entries, ...photos].map((one) => roundOf.get(one.visit)));
  const files: HandOverFile[] = [];
  for (const round of rounds) {
    if (round === undefined) continue;
    const inRound = (one: { visit: number }) => roundOf.get(one.visit) === round;
    const text = await sealHandOver(keeper, pack, round, entries.filter(inRound), photos.filter(inRound));
    const suffix = rounds.size > 1 ? `-${files.length + 1}` : '';
    files.push({ name: `互鉴-代交-${pack.account.name}-${today}${suffix}.hujian`, text });
  }
  return files;
}

async function sealHandOver(
  keeper: Keeper,
  pack: KeptPack,
  round: number,
  entries: readonly VisitEntry[],
  photos: readonly PhotoMeta[],
): Promise<string> {
  const files = [];
  for (const { thumb: _thumb, ...photo } of photos) {
    const bytes = await keeper.getBytes(photo.id);
    if (bytes !== null) files.push({ ...photo, base64: toBase64(bytes) });
  }
  const way = { name: 'AES-GCM' } as const;
  const key = await crypto.subtle.importKey('raw', fromBase64(pack.handOverKey), way, false, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify({ entries, files }));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ ...way, iv }, key, plain));
  return JSON.stringify({
    hujian: 'hand-over/1',
    account: pack.account.id,
    round,
    nonce: toBase64Url(iv),
    sealed: toBase64Url(sealed),
  });
}

/** Through the phone's own sharing when it can share files, else as a download. */
export async function giveFile({ name, text }: HandOverFile): Promise<void> {
  const file = new File([text], name, { type: 'application/octet-stream' });
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file], title: name });
      return;
    } catch (failure) {
      if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    }
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
