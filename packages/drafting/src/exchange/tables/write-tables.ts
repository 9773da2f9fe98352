import type { EditionSource } from '../../work.ts';
import type { CellTerms } from '../cells/codec.ts';
import { getAt, isPlain, listOf, type Plain } from '../form/plain.ts';
import type { Column } from './column.ts';
import { TABLES, type WrittenCell, type WrittenTables } from './edition-tables.ts';

export interface WritingTables extends CellTerms {
  /** Chinese, what a check means. */
  sentenceOf(check: Plain, item: Plain): string;
}

/** An edition in house form as tables; what no column holds is lost, so whoever writes a file reads it back. */
export function writeTables(source: EditionSource, writing: WritingTables): WrittenTables {
  const write = (columns: readonly Column[], record: Plain): WrittenCell[] =>
    columns.map((column) => writeCell(column, record, writing));
  const chapters = listOf(source.chapters).filter(isPlain);
  const items = chapters.flatMap(({ items: inside, ...chapter }) =>
    listOf(inside)
      .filter(isPlain)
      .map((item): Plain => ({ ...item, chapter })),
  );
  return {
    about: [write(TABLES.about.columns, source)],
    basis: records(source.basis).map((basis) => write(TABLES.basis.columns, basis)),
    items: items.map((item) => write(TABLES.items.columns, item)),
    checks: items.flatMap((item) =>
      records(item.checks).map((check) => {
        const sentence = writing.sentenceOf(check, item);
        return write(TABLES.checks.columns, { ...check, item: item.code, sentence });
      }),
    ),
    parameters: Object.entries(isPlain(source.parameters) ? source.parameters : {}).flatMap(
      ([name, parameter]) =>
        parameterRows(name, parameter).map((row) => write(TABLES.parameters.columns, row)),
    ),
    examples: items.flatMap((item) =>
      records(item.examples).map(({ name, asOf, ...rest }) =>
        write(TABLES.examples.columns, { item: item.code, name, asOf, rest }),
      ),
    ),
  };
}

const records = (value: unknown): Plain[] => listOf(value).filter(isPlain);

/** One row for each dated value; title, unit and direction on the first. */
function parameterRows(name: string, parameter: unknown): Plain[] {
  if (!isPlain(parameter)) return [];
  const { values, ...head } = parameter;
  return records(values).map((value, index) => ({ name, ...(index === 0 ? head : {}), ...value }));
}

function writeCell(column: Column, record: Plain, terms: CellTerms): WrittenCell {
  const value = column.take(record);
  return value === undefined || value === null ? null : column.codec.write(value, terms);
}

/** Titles of an edition's parameters by name. */
export function titlesOf(parameters: unknown): Map<string, string> {
  const entries = Object.entries(isPlain(parameters) ? parameters : {});
  return new Map(
    entries.map(([name, one]) => [name, String(getAt(isPlain(one) ? one : {}, ['title']) ?? '')]),
  );
}
