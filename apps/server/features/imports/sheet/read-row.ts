import {
  choiceParser,
  cleanText,
  type Parsed,
  parseDay,
  parseIdentity,
  parseNumber,
  parsePhone,
  parseText,
  parseYesNo,
  type RawCell,
  type RawRow,
} from '@hujian/documents';
import type { Sealed } from '../../../access/sealed.ts';
import type { ImportColumn, SheetPlan } from '../column.ts';
import type { BookedOrganization, Found, OrganizationBook } from '../organization-book.ts';
import type { Header } from './find-header.ts';
import { readChoices } from './read-choices.ts';
import { type StagedColumn, stagedColumns } from './staged-columns.ts';

export interface RowFault {
  key: string;
  message: string;
}

export interface ReadContext {
  book: OrganizationBook;
  sealed: Sealed;
  from1904: boolean;
  /** Only rows that will be written need their secrets encrypted. */
  seal: boolean;
}

type Read = (cell: RawCell) => string | undefined;

/** Reads the rows of one sheet: values by staged key, or faults by column key. */
export class RowReader {
  readonly columns: StagedColumn[];
  private readonly plan: SheetPlan;
  private readonly context: ReadContext;
  private readonly reads: { column: ImportColumn; at: number; read: Read }[];
  private readonly placeOf: Map<string, number>;
  /** Of the row that is being read. */
  private values: (string | null)[] = [];
  private organization: BookedOrganization | undefined;

  constructor(plan: SheetPlan, header: Header, context: ReadContext) {
    this.plan = plan;
    this.context = context;
    this.columns = stagedColumns(plan);
    this.placeOf = new Map(this.columns.map(({ key }, i) => [key, i]));
    this.reads = plan.columns.flatMap((column) => {
      const at = header.at.get(column.key);
      return at === undefined ? [] : [{ column, at, read: this.reader(column) }];
    });
  }

  /** The staged values in the order of `columns`, or the faults of the row. */
  read({ cells }: RawRow): { values: (string | null)[] } | { faults: RowFault[] } {
    const faults: RowFault[] = [];
    this.values = new Array<string | null>(this.columns.length).fill(null);
    this.organization = undefined;
    const byColumn: (RawCell | undefined)[] = [];
    for (const cell of cells) byColumn[cell.column] = cell;
    for (const { column, at, read } of this.reads) {
      const cell = byColumn[at];
      const message = cell && !isBlank(cell) ? read(cell) : this.readEmpty(column);
      if (message) faults.push({ key: column.key, message });
    }
    if (faults.length > 0) return { faults };
    const derived = this.plan.derive?.(this.view) ?? {};
    for (const key in derived) this.put(key, derived[key] ?? null);
    const broken = this.plan.rules?.(this.view);
    if (broken) return { faults: [broken] };
    return { values: this.values };
  }

  private readonly view = (key: string): string | null => this.values[this.placeOf.get(key) ?? -1] ?? null;

  private put(key: string, value: string | null): void {
    const place = this.placeOf.get(key);
    if (place !== undefined) this.values[place] = value;
  }

  private readEmpty(column: ImportColumn): string | undefined {
    if (column.required) return `“${column.title}”没有填`;
    if (column.empty !== undefined) this.put(column.key, column.empty);
    return undefined;
  }

  private reader(column: ImportColumn): Read {
    const { key, kind } = column;
    if (kind === 'organization') return (cell) => this.readOrganization(cell);
    if (kind === 'group') return (cell) => this.readGroup(column, cell);
    if (kind === 'identity' || kind === 'phone') return (cell) => this.readSecret(column, cell);
    const parse = this.parser(column);
    return (cell) => {
      const parsed = parse(cell);
      if (!parsed.ok) return parsed.message;
      if (parsed.value !== '') this.put(key, parsed.value);
      return undefined;
    };
  }

  private parser(column: ImportColumn): (cell: RawCell) => Parsed<string> {
    const { from1904 } = this.context;
    const { kind, bounds, choices, partial, most, title } = column;
    if (kind === 'day') return (cell) => parseDay(cell, from1904, { ...(partial ? { partial } : {}) });
    if (kind === 'number') return (cell) => asText(parseNumber(cell, bounds));
    if (kind === 'whole') return (cell) => asText(parseNumber(cell, { decimals: 0, ...bounds }));
    if (kind === 'record')
      return (cell) => asText(parseNumber(cell, { decimals: 0, least: 1, most: 2 ** 52 }));
    if (kind === 'yes-no') return (cell) => asText(parseYesNo(cell));
    if (kind === 'choice' && choices) return choiceParser(choices);
    if (kind === 'choices' && choices) return readChoices(choices, from1904);
    if (kind === 'name') return (cell) => personName(parseText(cell, from1904, most ?? 60), title);
    return (cell) => parseText(cell, from1904, most);
  }

  private readOrganization(cell: RawCell): string | undefined {
    const text = parseText(cell, this.context.from1904, 200);
    if (!text.ok) return text.message;
    const found = this.context.book.find(text.value);
    if ('message' in found) return found.message;
    this.organization = found.organization;
    this.put('organization', String(found.organization.id));
    this.put('path', found.organization.path);
    return undefined;
  }

  private readGroup({ key }: ImportColumn, cell: RawCell): string | undefined {
    const text = parseText(cell, this.context.from1904, 200);
    if (!text.ok) return text.message;
    // without its organization the group cannot be looked for; that fault has been told already
    if (!this.organization) return undefined;
    const found: Found = this.context.book.findGroup(this.organization, text.value);
    if ('message' in found) return found.message;
    this.put(key, String(found.organization.id));
    return undefined;
  }

  private readSecret({ key, kind }: ImportColumn, cell: RawCell): string | undefined {
    // an exported row shows it masked: what is recorded stays
    if (cell.kind === 'text' && cell.text.includes('*')) return undefined;
    const parsed = kind === 'identity' ? parseIdentity(cell) : parsePhone(cell);
    if (!parsed.ok) return parsed.message;
    const { sealed, seal } = this.context;
    this.put(`${key}_index`, `\\x${sealed.index(parsed.value).toString('hex')}`);
    if (seal) this.put(`${key}_cipher`, `\\x${sealed.seal(parsed.value).toString('hex')}`);
    if (kind === 'identity' && this.view('birth_on') === null) this.put('birth_on', birthOf(parsed.value));
    return undefined;
  }
}

const isBlank = (cell: RawCell): boolean => cell.kind === 'text' && cleanText(cell.text) === '';

const asText = (parsed: Parsed<number | boolean>): Parsed<string> =>
  parsed.ok ? { ok: true, value: String(parsed.value) } : parsed;

/** Blanks that align names of two characters go; a line break in a name is a paste error. */
function personName(parsed: Parsed<string>, title: string): Parsed<string> {
  if (!parsed.ok) return parsed;
  if (/[\n\t]/.test(parsed.value)) return { ok: false, message: `“${title}”一格只能写一个人` };
  if (!/\s/.test(parsed.value)) return parsed;
  return { ok: true, value: parsed.value.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '') };
}

const birthOf = (identity: string): string =>
  `${identity.slice(6, 10)}-${identity.slice(10, 12)}-${identity.slice(12, 14)}`;
