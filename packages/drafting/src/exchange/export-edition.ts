import type { Vocabulary } from '@hujian/engine';
import { readCheckSource } from '../source/read-check-source.ts';
import type { EditionSource, WorkParameter } from '../work.ts';
import { readNames } from './cells/names.ts';
import { LIST_TITLES, writeExcel } from './excel/write-excel.ts';
import { ExchangeProblem } from './exchange-problem.ts';
import type { EditionFormat, ExchangeOptions } from './exchange-terms.ts';
import { houseForm } from './form/house-form.ts';
import { getAt, isPlain, listOf, type Plain } from './form/plain.ts';
import { findDifference } from './form/same-edition.ts';
import { type FoundRow, TABLES, type TableName, type WrittenTables } from './tables/edition-tables.ts';
import { readTables } from './tables/read-tables.ts';
import { titlesOf, type WritingTables, writeTables } from './tables/write-tables.ts';
import { writeWord } from './word/write-word.ts';
import { writeYaml } from './yaml/write-yaml.ts';

export interface ExportedEdition {
  bytes: Uint8Array;
  fileName: string;
  contentType: string;
}

const TYPES: Record<EditionFormat, string> = {
  yaml: 'application/yaml; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/**
 * An edition as a file that `readEdition` reads back as the same. `edition` is the object of its file; an edition of
 * the library becomes one by `sourceOfEdition`. Throws ExchangeProblem where a form cannot hold what is written there.
 */
export async function exportEdition(
  edition: EditionSource,
  as: EditionFormat,
  options: ExchangeOptions,
): Promise<ExportedEdition> {
  const source = houseForm(edition);
  const title = String(source.title ?? source.edition ?? '标准');
  const fileName = `${title.replace(/[\\/:*?"<>|\n]/g, '-').slice(0, 80)}.${as}`;
  return { bytes: await write(source, title, as, options), fileName, contentType: TYPES[as] };
}

async function write(
  source: EditionSource,
  title: string,
  as: EditionFormat,
  options: ExchangeOptions,
): Promise<Uint8Array> {
  if (as === 'yaml') return new TextEncoder().encode(writeYaml(source));
  const terms = termsOf(source, options);
  const tables = writeTables(source, terms);
  requireCarried(source, tables, terms, as);
  if (as === 'docx') return writeWord(title, tables);
  return writeExcel(tables, { ...terms, title, words: listWords(options) });
}

function termsOf(source: EditionSource, options: ExchangeOptions): WritingTables {
  const { vocabulary } = options;
  const day = options.day ?? String(source.inForce ?? '');
  return {
    names: readNames(vocabulary, options.words),
    parameters: titlesOf(source.parameters),
    sentenceOf: (check, item) => sentenceOf(check, item, source, vocabulary, day),
  };
}

/** Every sentence is the engine's; a check with an error has none yet. */
function sentenceOf(
  check: Plain,
  item: Plain,
  source: EditionSource,
  vocabulary: Vocabulary,
  day: string,
): string {
  const parameters = source.parameters as Record<string, WorkParameter> | undefined;
  const { code, points, strictness } = item;
  const read = readCheckSource(check, {
    item: {
      code: String(code),
      points: typeof points === 'number' ? points : 0,
      strictness: strictness === 'normally' || strictness === 'encouraged' ? strictness : 'must',
    },
    parameters: parameters ?? {},
    vocabulary,
    day,
  });
  return read.sentence ?? `还不能用：${read.errors[0]?.message ?? '写法有误'}`;
}

/** Nothing is lost silently: the tables are read back before they are written into a file. */
function requireCarried(
  source: EditionSource,
  tables: WrittenTables,
  terms: WritingTables,
  as: EditionFormat,
): void {
  const longest = Math.max(
    0,
    ...Object.values(tables)
      .flat(2)
      .map((cell) => String(cell ?? '').length),
  );
  if (as === 'xlsx' && longest > 32_000)
    throw new ExchangeProblem(`有一处文字长达 ${longest} 字，Excel 的一格放不下。请用 Word 或 YAML 导出。`);
  const found = Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [name, rows.map((row) => foundRow(name as TableName, row))]),
  ) as Record<TableName, FoundRow[]>;
  const { source: back, problems } = readTables({ ...found, about: found.about[0] ?? null }, terms.names);
  const path = findDifference(source, back);
  if (problems.length === 0 && path === null) return;
  const steps = (path ?? '').split('.');
  const item = getAt(source, ['chapters']) === undefined ? undefined : itemAt(source, steps);
  const where = item === undefined ? (problems[0] ?? `“${path}”`) : `条目 ${item}（${problems[0] ?? path}）`;
  throw new ExchangeProblem(
    `${where} 的写法放不进${as === 'xlsx' ? ' Excel 表格' : ' Word 文档'}，没有导出。请先改正这里，或改用 YAML 导出。`,
  );
}

function itemAt(source: EditionSource, [, chapter, , item]: readonly string[]): string | undefined {
  const found = listOf(listOf(source.chapters)[Number(chapter)])[0];
  const one = isPlain(found) ? listOf(found.items)[Number(item)] : undefined;
  return isPlain(one) && typeof one.code === 'string' ? one.code : undefined;
}

function foundRow(name: TableName, row: readonly (string | number | null)[]): FoundRow {
  const { columns } = TABLES[name];
  const cells = columns.map(({ title }, i) => [title, String(row[i] ?? '')] as const);
  return { cells: new Map(cells), place: (title) => `“${TABLES[name].title}”的“${title}”` };
}

function listWords({ vocabulary, words }: ExchangeOptions): [string, string, string, string][] {
  const names = readNames(vocabulary, words);
  return Object.entries(LIST_TITLES).flatMap(([list, title]) => {
    const keys = list === 'holders' ? (['posts', 'postGroups'] as const) : ([list] as (keyof Vocabulary)[]);
    return keys.flatMap((key) =>
      Object.keys(vocabulary[key]).map((code): [string, string, string, string] => {
        const aliases = listOf(getAt(words ?? {}, [key, code, 'aliases']));
        return [title, names(list as keyof typeof LIST_TITLES).write(code), code, aliases.join('、')];
      }),
    );
  });
}
