/** What one row is made of before it becomes a line of COPY text. Days are already 'YYYY-MM-DD'. */
export type Cell = string | number | boolean | null | readonly string[] | Buffer;
export type Row = Readonly<Record<string, Cell>>;

/** The tables of the county in the order of their foreign keys, with the columns that are written. */
export const tables = {
  organization:
    'county id path parent unit code name initials form kind level founded_on closed_on latitude longitude entered_at',
  organization_span: 'county id organization path parent name form kind level unit valid_from valid_until',
  lineage: 'county id organization path predecessor happened_on way',
  register_span: 'county id organization path register kept_from kept_until source_key entered_by entered_at',
  person:
    'county id organization path name initials sex birth_on education identity_cipher identity_index phone_cipher phone_index applied_on activist_on candidate_on admitted_on full_on joined_on left_on left_why floating floating_since floating_known_on paired lost_contact post_duty exempt_hours source_key entered_by entered_at',
  seat: 'county id organization path person post held_from held_until source_key entered_by entered_at',
  activity:
    'county id organization path kind title happened_on place theme tags stages way party_group host grade concentrated hours due_count attended_count complete source_key entered_by entered_at',
  attendance: 'county activity person organization path happened_on kind grade concentrated hours entered_at',
  figure: 'county id organization path figure counted_on value source source_key entered_by entered_at',
  document:
    'county id organization path document title number held_from held_until source_key entered_by entered_at',
  event:
    'county id organization path event happened_on ended_on told confirmed_by confirmed_on source_key entered_by entered_at',
  poll: 'county id organization path about held_on slips satisfied basically dissatisfied source_key entered_by entered_at',
  rating: 'county id organization path look rated_on score panelists source source_key entered_by entered_at',
} as const;

export type TableName = keyof typeof tables;

export const tableNames = Object.keys(tables) as TableName[];

export function listColumns(table: TableName): string[] {
  return tables[table].split(' ');
}

/** The rows of one branch, or of a few; small enough to hold. */
export type Batch = Record<TableName, Row[]>;

export function createBatch(): Batch {
  return Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as Batch;
}

/** One line of PostgreSQL's COPY text format. */
export function encodeRow(row: Row, columns: readonly string[]): string {
  let line = '';
  for (const column of columns) {
    if (line !== '') line += '\t';
    line += encodeCell(row[column] ?? null);
  }
  return `${line}\n`;
}

function encodeCell(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return /[\\\t\n\r]/.test(cell) ? escapeText(cell) : cell;
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (Buffer.isBuffer(cell)) return `\\\\x${cell.toString('hex')}`;
  return `{${(cell as readonly string[]).map((part) => `"${part}"`).join(',')}}`;
}

function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}
