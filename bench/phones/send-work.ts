import { createHash, randomUUID } from 'node:crypto';
import type { EntriesTaken, FileTaken, RoundItem, VisitEntry } from '@hujian/contract';
import type { Phone } from './prepare-round.ts';

/** What one phone carries: entries in the batches in which it sends them, and photographs. */
export interface Load {
  phone: Phone;
  batches: VisitEntry[][];
  photographs: { id: string; visit: number; bytes: Buffer; sha256: string }[];
}

/** What went wrong, in words; empty: nothing did. */
export type Errors = string[];

const batchSize = 100;
const partSize = 256 * 1024;

/** 42 scores and the handing in for each visit, and photographs with an entry for each. */
export function loadPhone(
  phone: Phone,
  items: readonly RoundItem[],
  { photographs, kilobytes }: { photographs: number; kilobytes: number },
): Load {
  let clock = 0;
  const entry = (visit: number, field: string, item: string | null, body: VisitEntry['body']): VisitEntry => {
    clock += 1;
    const [id, device, madeAt] = [
      randomUUID(),
      `bench-${phone.account.slice(0, 8)}`,
      new Date().toISOString(),
    ];
    return { id, visit, field, item, body, clock, device, version: 1, madeAt };
  };
  const entries = phone.visits.flatMap((visit) => [
    ...items.map(({ code }, at) => {
      const score = 60 + ((visit * 7 + at * 13) % 40);
      return entry(visit, `score/${code}`, code, { kind: 'score', score, agrees: true, note: '' });
    }),
    entry(visit, 'submit', null, { kind: 'submit', done: true }),
  ]);
  const taken = Array.from({ length: photographs }, (_, at) => {
    const visit = phone.visits[at % phone.visits.length] ?? 0;
    const bytes = makePhotograph(kilobytes * 1000, clock + at);
    const id = randomUUID();
    entries.push(entry(visit, `photo/${id}`, null, { kind: 'photo', file: id, caption: '', gone: false }));
    return { id, visit, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const batches: VisitEntry[][] = [];
  for (let at = 0; at < entries.length; at += batchSize) batches.push(entries.slice(at, at + batchSize));
  return { phone, batches, photographs: taken };
}

/** A JPEG as far as its frame goes; what is in it never repeats. */
function makePhotograph(size: number, seed: number): Buffer {
  const head = Buffer.from('ffd8ffe000104a46494600010100000100010000ffda0008010100003f00', 'hex');
  const bytes = Buffer.alloc(size);
  let state = (seed * 2_654_435_761) % 4_294_967_296 || 1;
  for (let at = head.length; at < size - 2; at += 4) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    // no byte of the content looks like a marker
    bytes.writeUInt32BE((state & 0x7f7f7f7f) >>> 0, Math.min(at, size - 6));
  }
  head.copy(bytes);
  bytes.writeUInt16BE(0xffd9, size - 2);
  return bytes;
}

/** Sends the entries; every answer but a receipt for each of them is an error. */
export async function sendEntries(address: string, { phone, batches }: Load, errors: Errors): Promise<void> {
  for (const entries of batches) {
    const taken = await post<EntriesTaken>(address, phone, '/rating/entries', { entries }, errors);
    if (!taken) continue;
    const received = new Set(taken.receipt.lines.map(({ id }) => id));
    for (const { id } of entries) if (!received.has(id)) errors.push(`no receipt for entry ${id}`);
    for (const { message } of taken.refused) errors.push(message);
  }
}

/** Sends the photographs part by part; the last answer must bring the receipt. */
export async function sendPhotographs(address: string, load: Load, errors: Errors): Promise<void> {
  for (const { id, visit, bytes, sha256 } of load.photographs) {
    const told = { id, visit, media: 'image/jpeg', size: bytes.length, sha256 };
    const first = await post<FileTaken>(address, load.phone, '/rating/files', told, errors);
    let answer = first;
    for (let at = first?.received ?? 0; answer && at < bytes.length; at = answer?.received ?? bytes.length) {
      const base64 = bytes.subarray(at, at + partSize).toString('base64');
      answer = await post<FileTaken>(address, load.phone, `/rating/files/${id}`, { at, base64 }, errors);
    }
    if (!answer?.receipt) errors.push(`no receipt for photograph ${id}`);
  }
}

async function post<Answer>(
  address: string,
  { cookie }: Phone,
  path: string,
  body: object,
  errors: Errors,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(new URL(`/api${path}`, address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      errors.push(`${path} answered ${response.status}: ${text.slice(0, 200)}`);
      return undefined;
    }
    return JSON.parse(text) as Answer;
  } catch (thrown) {
    errors.push(
      `${path}: ${thrown instanceof Error ? `${thrown.message} ${String(thrown.cause ?? '')}` : thrown}`,
    );
    return undefined;
  }
}
