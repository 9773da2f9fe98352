import type { EditionSource } from '../../work.ts';
import type { CellTerms } from '../cells/codec.ts';
import type { Names } from '../cells/names.ts';
import { houseForm } from '../form/house-form.ts';
import { isPlain, type Plain } from '../form/plain.ts';
import { type FoundRow, type FoundTables, TABLES } from './edition-tables.ts';
import { Places } from './places.ts';
import { readParameters } from './read-parameters.ts';
import { readRecord } from './read-record.ts';

export interface ReadTables {
  source: EditionSource;
  /** Chinese, each with its place; where there are any, the source is not to be used. */
  problems: string[];
  /** The cell that an error of the engine is about: its path in the source. */
  placeOf(path: string): string | null;
}

/** Tables back as an edition in house form. */
export function readTables(found: FoundTables, names: Names): ReadTables {
  const problems: string[] = [];
  const places = new Places();
  const { parameters, titles } = readParameters(
    found.parameters,
    { names, parameters: new Map() },
    problems,
    places,
  );
  const terms: CellTerms = { names, parameters: titles };
  const about = found.about ? readRecord(found.about, TABLES.about.columns, terms, problems) : {};
  if (found.about) places.add([], found.about, TABLES.about.columns);
  else problems.push('没有找到“基本信息”，请从原文件复制回来。');
  const basis = found.basis.map((row, index) => {
    places.add(['basis', index], row, TABLES.basis.columns);
    return readRecord(row, TABLES.basis.columns, terms, problems);
  });
  if (found.basis.length === 0) problems.push('“依据”里没有内容，请至少写一份依据文件。');
  if (found.items.length === 0) problems.push('“条目”里没有内容，请至少写一条。');
  const reading: Reading = { terms, problems, places, items: new Map() };
  const chapters = readItems(found.items, reading);
  hang(found.checks, 'checks', reading);
  hang(found.examples, 'examples', reading);
  const source = houseForm({
    edition: `${String(about.standard)}/${String(about.label)}`,
    ...about,
    basis,
    parameters,
    chapters,
  });
  return { source, problems, placeOf: (path) => places.find(path) };
}

interface Reading {
  terms: CellTerms;
  problems: string[];
  places: Places;
  /** By code, with the steps that lead to the item. */
  items: Map<string, { item: Plain; steps: (string | number)[] }>;
}

/** Items of one chapter come together, wherever their rows stand. */
function readItems(rows: readonly FoundRow[], { terms, problems, places, items }: Reading): Plain[] {
  const chapters = new Map<string, { number: unknown; title: unknown; items: Plain[] }>();
  for (const row of rows) {
    const { chapter, ...item } = readRecord(row, TABLES.items.columns, terms, problems);
    const { number, title } = isPlain(chapter) ? chapter : {};
    const key = JSON.stringify([number, title]);
    const known = chapters.get(key) ?? { number, title, items: [] };
    chapters.set(key, known);
    const steps = ['chapters', [...chapters.keys()].indexOf(key), 'items', known.items.length];
    known.items.push(item);
    places.add(steps, row, TABLES.items.columns);
    if (typeof item.code !== 'string') continue;
    if (items.has(item.code))
      problems.push(`${row.place('条目代码')}：条目代码“${item.code}”前面已经用过，请换一个。`);
    else items.set(item.code, { item, steps });
  }
  return [...chapters.values()];
}

/** Checks and examples find their item by its code. */
function hang(rows: readonly FoundRow[], list: 'checks' | 'examples', reading: Reading): void {
  const { terms, problems, places, items } = reading;
  const { columns } = TABLES[list];
  for (const row of rows) {
    const { item: code, ...record } = readRecord(row, columns, terms, problems);
    const found = typeof code === 'string' ? items.get(code) : undefined;
    if (!found) {
      if (typeof code === 'string')
        problems.push(`${row.place('条目代码')}：“条目”里没有代码是“${code}”的条目，请核对。`);
      continue;
    }
    const before = Array.isArray(found.item[list]) ? found.item[list] : [];
    places.add([...found.steps, list, before.length], row, columns);
    const { rest, ...said } = record;
    found.item[list] = [...before, isPlain(rest) ? { ...said, ...rest } : record];
  }
}
