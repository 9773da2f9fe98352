import type { CellTerms } from '../cells/codec.ts';
import { listOf, type Plain } from '../form/plain.ts';
import { type FoundRow, TABLES } from './edition-tables.ts';
import type { Places } from './places.ts';
import { readRecord } from './read-record.ts';

/** Rows of one name are the dated values of one parameter; title, unit and direction stand on its first row. */
export function readParameters(
  rows: readonly FoundRow[],
  terms: CellTerms,
  problems: string[],
  places: Places,
): { parameters: Plain; titles: Map<string, string> } {
  const parameters = new Map<string, Plain>();
  const titles = new Map<string, string>();
  for (const row of rows) {
    const { name, from, value, basis, ...head } = readRecord(row, TABLES.parameters.columns, terms, problems);
    if (typeof name !== 'string') continue;
    const known = parameters.get(name);
    if (!known) {
      for (const [key, title] of [
        ['title', '名称'],
        ['unit', '单位'],
      ] as const)
        if (head[key] === undefined) problems.push(`${row.place(title)}：没有填写参数的“${title}”，请补上。`);
      titles.set(name, String(head.title ?? ''));
      places.add(['parameters', name], row, TABLES.parameters.columns);
    }
    for (const [key, said] of Object.entries(head)) {
      if (known && known[key] !== said)
        problems.push(
          `${row.place('参数名')}：参数 ${name} 的名称、单位或地方从严与它的第一行不同，请改成一样，或留空。`,
        );
    }
    const before = known ?? { ...head, values: [] };
    const values = listOf(before.values);
    places.add(['parameters', name, 'values', values.length], row, TABLES.parameters.columns);
    parameters.set(name, { ...before, values: [...values, { from, value, basis }] });
  }
  return { parameters: Object.fromEntries(parameters), titles };
}
