import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { type EntryBody, type Receipt, receiptText, type VisitEntry } from '@hujian/contract';
import type { Answer, Caller, TestServer } from '../../../../../tests/support/server.ts';

/** A telephone as the server sees it: it numbers its taps and sends them. */
export interface Phone {
  device: string;
  tap(visit: number, field: string, body: EntryBody, more?: Partial<VisitEntry>): VisitEntry;
  score(visit: number, item: string, score: number | null): VisitEntry;
  submit(visit: number, done?: boolean): VisitEntry;
  /** A whole sheet, handed in. */
  fill(visit: number, items: readonly { code: string }[], score: number): VisitEntry[];
  send(entries: readonly object[], query?: string): Promise<Answer>;
}

let count = 0;

export function openPhone(server: TestServer, who: Caller, version = 2): Phone {
  count += 1;
  const device = `phone-${count}`;
  let clock = 0;
  const tap: Phone['tap'] = (visit, field, body, more = {}) => {
    clock += 1;
    return {
      id: randomUUID(),
      visit,
      field,
      item: null,
      body,
      clock,
      device,
      version,
      madeAt: '2026-11-18T02:00:00.000Z',
      ...more,
    };
  };
  const score: Phone['score'] = (visit, item, value) =>
    tap(visit, `score/${item}`, { kind: 'score', score: value, agrees: null, note: '' }, { item });
  const submit: Phone['submit'] = (visit, done = true) => tap(visit, 'submit', { kind: 'submit', done });
  return {
    device,
    tap,
    score,
    submit,
    fill: (visit, items, value) => [...items.map(({ code }) => score(visit, code, value)), submit(visit)],
    send: (entries, query = '') => server.call(who, 'POST', `/rating/entries${query}`, { entries }),
  };
}

/** Whether a receipt is the installation's own, as a phone finds out with the pack's key. */
export function isGenuine(receipt: Receipt, jwk: Record<string, unknown>): boolean {
  const key = createPublicKey({ key: jwk as Record<string, string>, format: 'jwk' });
  return verify(
    'sha256',
    Buffer.from(receiptText(receipt)),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(receipt.signature, 'base64url'),
  );
}

/** The same things in another order, the same each time. */
export function shuffle<Thing>(things: readonly Thing[], seed: number): Thing[] {
  let state = seed * 2654435761 + 1;
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  return things
    .map((thing) => ({ thing, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ thing }) => thing);
}
