import type { Receipt, VisitEntry } from './visit.ts';

/** What the signature of a receipt covers. In a file without zod: the phone's page carries it along. */
export function receiptText(of: Pick<Receipt, 'at' | 'account' | 'lines'>): string {
  return `hujian receipt\n${of.at}\n${of.account}\n${of.lines.map((one) => `${one.id} ${one.sha256}\n`).join('')}`;
}

/** An entry in one fixed form, whatever order its fields came in: what the hash of the receipt is of. */
export function entryText(entry: VisitEntry): string {
  return JSON.stringify(ordered(entry));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, ordered(one)]),
  );
}
