import { hash } from 'node:crypto';
import { entryText, type VisitEntry, visitEntry } from '@hujian/contract';

/** An entry that can be kept, with the hash of what the phone sent. */
export interface SentEntry {
  entry: VisitEntry;
  sha256: string;
}
export interface Refused {
  id: string;
  code: string;
  message: string;
}

/** Kinds of which a sheet has one, and kinds of which it has many, each with a name of its own. */
const alone = new Set(['submit']);
const either = new Set(['hear']);
const suffix = /^[^\p{C}\s]+$/u;

/** Looks at one entry by itself: another that is bad must not keep it from being taken. */
export function checkEntry(sent: { id: string; [key: string]: unknown }): SentEntry | Refused {
  const parsed = visitEntry.safeParse(sent);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.map(String).join('.');
    return bad(sent.id, at ? `（${at}）` : '');
  }
  const entry = parsed.data;
  if (!fits(entry)) return bad(sent.id, '（field）');
  // What a database cannot hold must be refused alone, not with the whole request.
  if (!holdsOnlyText(sent) || Math.abs(entry.version) > 1e9) return bad(sent.id, '');
  if (entry.id !== entry.id.toLowerCase()) return bad(sent.id, '（id）');
  return { entry, sha256: hashEntry(sent as unknown as VisitEntry) };
}

/** As it was sent, also what this program does not know: the receipt is for what the phone has. */
const hashEntry = (sent: VisitEntry): string => hash('sha256', entryText(sent));

const bad = (id: string, where: string): Refused => ({
  id,
  code: 'bad-entry',
  message: `这一条记录的内容不完整或格式不对${where}，没有收下。手机上仍然保留，请截图后联系活动组织者。`,
});

/** Whether the field says what the body is: 'score/<item>', 'finding/<uuid>', 'hear', 'submit'. */
function fits({ field, item, body: { kind } }: VisitEntry): boolean {
  if (kind === 'score') return item !== null && field === `score/${item}` && suffix.test(item);
  if (item !== null && !suffix.test(item)) return false;
  if (field === kind) return alone.has(kind) || either.has(kind);
  return !alone.has(kind) && field.startsWith(`${kind}/`) && suffix.test(field.slice(kind.length + 1));
}

function holdsOnlyText(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(holdsOnlyText);
}
