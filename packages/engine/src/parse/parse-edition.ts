import { Document, LineCounter, parseDocument } from 'yaml';
import { checkEdition } from '../check/check-edition.ts';
import { type AppliesTo, type Edition, FORMS, KINDS, LEVELS, STANDARD_LEVELS } from '../grammar/edition.ts';
import { freeze } from '../grammar/freeze.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { Fields } from './fields.ts';
import { readItem } from './read-item.ts';
import { readBasis, readParameters } from './read-parameters.ts';
import { type ParseError, type Place, Report } from './report.ts';
import type { Terms } from './terms.ts';

/** An edition larger than this is not a standard but an accident. */
const LARGEST = 4_000_000;

export interface ParsedEdition {
  /** null when there are errors. */
  readonly edition: Edition | null;
  readonly errors: readonly ParseError[];
}

/** Reads an edition; every error names the item, the path and the line, and says what to write instead. */
export function parseEdition(text: string, vocabulary: Vocabulary): ParsedEdition {
  if (text.length > LARGEST) {
    const message = `文件有 ${text.length} 个字符，超过 ${LARGEST}，不像一份标准，没有读取`;
    return { edition: null, errors: [{ item: null, path: '', line: 1, message }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const report = new Report(document, lines);
  for (const error of document.errors) {
    const line = error.linePos?.[0].line ?? 1;
    report.errors.push({
      item: null,
      path: '',
      line,
      message: `第 ${line} 行 YAML 写法有误：${error.message.split('\n')[0]}`,
    });
  }
  if (report.errors.length > 0) return { edition: null, errors: report.errors };
  return readPlain(toPlain(document), report, vocabulary);
}

/** The same of an edition that is plain data already (a draft, a sheet): no text, so every error's line is 1. */
export function parseSource(source: unknown, vocabulary: Vocabulary): ParsedEdition {
  return readPlain(structuredClone(source), new Report(new Document(), new LineCounter()), vocabulary);
}

function readPlain(source: unknown, report: Report, vocabulary: Vocabulary): ParsedEdition {
  const place: Place = { path: [], words: '', item: null };
  const edition = readEdition(new Fields(source, place, report), vocabulary);
  if (report.errors.length === 0) checkEdition(edition, report);
  const errors = report.errors.toSorted((a, b) => a.line - b.line);
  return errors.length > 0 ? { edition: null, errors } : { edition: freeze(edition), errors };
}

function toPlain(document: ReturnType<typeof parseDocument>): unknown {
  return document.toJS({ maxAliasCount: 100 });
}

function readEdition(fields: Fields, vocabulary: Vocabulary): Edition {
  const standard = fields.text('standard');
  const label = fields.text('label');
  const id = fields.text('edition');
  if (id !== `${standard}/${label}`)
    fields.fail('edition', `edition 写的是 “${id}”，应当是 “${standard}/${label}”（standard/label）`);
  const parameters = readParameters(fields);
  const terms: Terms = { vocabulary, parameters, standard };
  const edition: Edition = {
    id,
    standard,
    label,
    title: fields.text('title'),
    kind: fields.choice('kind', KINDS),
    level: fields.choice('level', STANDARD_LEVELS),
    inForce: fields.day('inForce'),
    basis: fields.list('basis', (raw, place) => readBasis(raw, place, fields)),
    ...(fields.has('follows') ? { follows: fields.text('follows') } : {}),
    ...(fields.has('presumes') ? { presumes: fields.text('presumes') } : {}),
    ...(fields.has('note') ? { note: fields.text('note') } : {}),
    appliesTo: readAppliesTo(fields),
    fullMarks: fields.number('fullMarks'),
    parameters,
    chapters: fields.list('chapters', (raw, place) => {
      const chapter = new Fields(raw, place, fields.report);
      const read = {
        number: chapter.text('number'),
        title: chapter.text('title'),
        items: chapter.list('items', (item, at) => readItem(item, at, fields.report, terms)),
      };
      chapter.close();
      return read;
    }),
  };
  fields.close();
  return edition;
}

function readAppliesTo(fields: Fields): AppliesTo {
  if (!fields.has('appliesTo'))
    return { kinds: [], levels: [], forms: ['committee', 'general-branch', 'branch'] };
  const inner = new Fields(fields.raw('appliesTo'), fields.at('appliesTo'), fields.report);
  const applies: AppliesTo = {
    kinds: inner.has('kind') ? inner.choices('kind', KINDS) : [],
    levels: inner.has('level') ? inner.choices('level', LEVELS) : [],
    forms: inner.has('form') ? inner.choices('form', FORMS) : ['committee', 'general-branch', 'branch'],
  };
  inner.close();
  return applies;
}
