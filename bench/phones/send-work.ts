import { createHash, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { EntriesTaken, FileTaken, RoundItem, VisitEntry } from '@hujian/contract';
import type { Phone } from './prepare-round.ts';

/** What one phone carries: entries in the batches in which it sends them, and photographs. */
export interface Load {
  phone: Phone;
  batches: VisitEntry[][];
  /** The requests, ready to go: five hundred telephones have processors of their own. */
  requests: { ids: string[]; body: string }[];
  photographs: { id: string; visit: number; bytes: Buffer; sha256: string }[];
}

/** What went wrong, in words; empty: nothing did. */
export type Errors = string[];

/** As the phone sends over a good line. */
const batchSize = 400;
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
  const requests = batches.map((sent) => ({
    ids: sent.map(({ id }) => id),
    body: JSON.stringify({ entries: sent }),
  }));
  return { phone, batches, requests, photographs: taken };
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

/** Sends the entries; every answer but a receipt for each of them is an error. The answers are read afterwards. */
export async function sendEntries(
  address: string,
  { phone, requests }: Load,
  errors: Errors,
): Promise<() => void> {
  const answers: { ids: string[]; answer: Answer | undefined }[] = [];
  for (const { ids, body } of requests)
    answers.push({ ids, answer: await send(address, phone, '/rating/entries', body, errors) });
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

async function post<Body>(
  address: string,
  phone: Phone,
  path: string,
  body: object,
  errors: Errors,
): Promise<Body | undefined> {
  const answer = await send(address, phone, path, JSON.stringify(body), errors);
  return answer && (JSON.parse(answer.text) as Body);
}

interface Answer {
  status: number;
  text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1000 });

async function send(
  address: string,
  { cookie }: Phone,
  path: string,
  body: string,
  errors: Errors,
): Promise<Answer | undefined> {
  try {
    const answer = await exchange(new URL(`/api${path}`, address), cookie, body);
    if (answer.status < 300) return answer;
    errors.push(`${path} answered ${answer.status}: ${answer.text.slice(0, 200)}`);
  } catch (thrown) {
    errors.push(`${path}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  return undefined;
}

const exchange = (url: URL, cookie: string, body: string): Promise<Answer> =>
  new Promise((done, failed) => {
    const bytes = Buffer.from(body);
    const headers = { 'content-type': 'application/json', 'content-length': bytes.length, cookie };
    const asked = request(url, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
      response.on('error', failed);
    });
    asked.on('error', failed);
    asked.end(bytes);
  });
