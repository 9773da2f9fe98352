import { createHash, randomUUID } from 'node:crypto';
import type { EntriesTaken, FileTaken, RoundItem, VisitEntry } from '@hujian/contract';
import { type Answer, type Line, openLine } from './line.ts';
import type { Phone } from './prepare-round.ts';

/** What one phone carries: entries in the batches in which it sends them, and photographs. */
export interface Load {
  phone: Phone;
  batches: VisitEntry[][];
  /** The requests, ready to go: five hundred telephones have processors of their own. */
  requests: Request[];
  photographs: { id: string; visit: number; bytes: Buffer; sha256: string }[];
}

interface Request {
  ids: string[];
  body: Buffer;
}

/** What went wrong, in words; empty: nothing did. */
export type Errors = string[];

/** As the phone sends over a good line. */
const batchSize = 400;
/** As the phone sends: a small part first, then as much as a good line carries. */
const [firstPart, largestPart] = [64 * 1024, 320 * 1024];

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
  return { phone, batches, requests: batches.map(pack), photographs: taken };
}

export const pack = (entries: readonly VisitEntry[]): Request => ({
  ids: entries.map(({ id }) => id),
  body: Buffer.from(JSON.stringify({ entries })),
});

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

/** Sends the entries; every answer but a receipt for each of them is an error. The answers are read afterwards. */
export async function sendEntries(
  address: string,
  { phone, requests }: Pick<Load, 'phone' | 'requests'>,
  errors: Errors,
): Promise<() => void> {
  const answers: { ids: string[]; answer: Answer | undefined }[] = [];
  await withLine(address, phone, errors, async (line) => {
    for (const { ids, body } of requests)
      answers.push({ ids, answer: await send(line, '/rating/entries', json, body, errors) });
  });
  return () => {
    for (const { ids, answer } of answers) checkReceipts(ids, answer, errors);
  };
}

function checkReceipts(ids: readonly string[], answer: Answer | undefined, errors: Errors): void {
  if (!answer) return;
  const taken = JSON.parse(answer.text) as EntriesTaken;
  const received = new Set(taken.receipt.lines.map(({ id }) => id));
  for (const id of ids) if (!received.has(id)) errors.push(`no receipt for entry ${id}`);
  for (const { message } of taken.refused) errors.push(message);
}

/** Sends the photographs part by part; the last answer must bring the receipt. */
export async function sendPhotographs(address: string, load: Load, errors: Errors): Promise<void> {
  await withLine(address, load.phone, errors, async (line) => {
    let most = firstPart;
    for (const { id, visit, bytes, sha256 } of load.photographs) {
      const told = Buffer.from(
        JSON.stringify({ id, visit, media: 'image/jpeg', size: bytes.length, sha256 }),
      );
      let answer = readTaken(await send(line, '/rating/files', json, told, errors));
      while (answer && answer.received < bytes.length) {
        const part = bytes.subarray(answer.received, answer.received + most);
        const path = `/rating/files/${id}?at=${answer.received}`;
        answer = readTaken(await send(line, path, 'application/octet-stream', part, errors));
        most = largestPart;
      }
      if (!answer?.receipt) errors.push(`no receipt for photograph ${id}`);
    }
  });
}

const json = 'application/json';

const readTaken = (answer: Answer | undefined): FileTaken | undefined =>
  answer && (JSON.parse(answer.text) as FileTaken);

async function withLine(
  address: string,
  { cookie }: Phone,
  errors: Errors,
  work: (line: Line) => Promise<void>,
): Promise<void> {
  let line: Line | undefined;
  try {
    line = await openLine(address, cookie);
    await work(line);
  } catch (thrown) {
    errors.push(thrown instanceof Error ? thrown.message : String(thrown));
  } finally {
    line?.end();
  }
}

async function send(
  line: Line,
  path: string,
  type: string,
  body: Buffer,
  errors: Errors,
): Promise<Answer | undefined> {
  const answer = await line.post(path, type, body);
  if (answer.status < 300) return answer;
  errors.push(`${path} answered ${answer.status}: ${answer.text.slice(0, 200)}`);
  return undefined;
}
