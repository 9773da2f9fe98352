import type { Receipt, VisitEntry } from './visit-entry.ts';

/** What the signature of a receipt covers. In a file without zod: the phone's page carries it along. */
export function receiptText(of: Pick<Receipt, 'at' | 'account' | 'lines'>): string {
  return `hujian receipt\n${of.at}\n${of.account}\n${of.lines.map((one) => `${one.id} ${one.sha256}\n`).join('')}`;
}

/** An entry in one fixed form, whatever order its fields came in: what the hash of the receipt is of. */
export const entryText = (entry: VisitEntry): string => JSON.stringify(ordered(entry));

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const inOrder: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) put(inOrder, name, ordered(Reflect.get(value, name)));
  return inOrder;
}

/** A field may have any name, also the one name that an assignment would take for something else. */
function put(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true });
}
