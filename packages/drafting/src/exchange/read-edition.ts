import { FileProblem, openWorkbook } from '@hujian/documents';
import { parseEdition, parseSource } from '@hujian/engine';
import { openSource, SourceProblem } from '@hujian/reader';
import { type Document, parseDocument } from 'yaml';
import type { EditionSource } from '../work.ts';
import { readNames } from './cells/names.ts';
import { isEditionBook, readExcel } from './excel/read-excel.ts';
import type { EditionFormat, ExchangeOptions } from './exchange-terms.ts';
import { houseForm } from './form/house-form.ts';
import { isPlain } from './form/plain.ts';
import type { FoundTables } from './tables/edition-tables.ts';
import { readTables } from './tables/read-tables.ts';
import { isEditionDocument, readWord } from './word/read-word.ts';

export interface ReadEdition {
  format: EditionFormat;
  source: EditionSource;
  /** Chinese, each with its line or cell: what the engine says against the edition as it stands. A draft may hold them. */
  errors: string[];
}

/** Every problem is a Chinese sentence with its place: sheet and cell, table and field, or line. */
export type Reading = ReadEdition | { problems: string[] };

const notOurs = '这不是互鉴导出的标准文件（YAML、Excel 或 Word）。别的文件请作为写成文字的标准读入。';
const mostProblems = 50;
const longestText = 4_000_000;

/** Which of our own files this is, by its content; null: none of them, or one that cannot be opened. */
export async function detectEdition(bytes: Uint8Array, _name?: string): Promise<EditionFormat | null> {
  try {
    if (!isZip(bytes)) return isEditionText(textOf(bytes)) ? 'yaml' : null;
    if (holds(bytes, 'xl/workbook.xml'))
      return isEditionBook((await openWorkbook(bytes)).sheets) ? 'xlsx' : null;
    if (holds(bytes, 'word/document.xml')) return isEditionDocument(await openSource(bytes)) ? 'docx' : null;
    return null;
  } catch (thrown) {
    if (thrown instanceof FileProblem || thrown instanceof SourceProblem) return null;
    throw thrown;
  }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const holds = (bytes: Uint8Array, part: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(part);

/** UTF-8, or what a Chinese Windows saves when it is not asked. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const isEditionText = (text: string): boolean =>
  /^standard:\s/m.test(text) && /^chapters:/m.test(text) && /^(?:edition|label|inForce):\s/m.test(text);

/** One of our own files back as the source of an edition. */
export async function readEdition(bytes: Uint8Array, options: ExchangeOptions): Promise<Reading> {
  try {
    if (!isZip(bytes)) return readYaml(textOf(bytes), options);
    if (holds(bytes, 'word/document.xml')) {
      const source = await openSource(bytes);
      if (!isEditionDocument(source)) return { problems: [notOurs] };
      return finish('docx', readWord(source), options);
    }
    const read = await readExcel(bytes);
    return read.tables ? finish('xlsx', read, options) : { problems: read.problems };
  } catch (thrown) {
    if (thrown instanceof FileProblem || thrown instanceof SourceProblem)
      return { problems: [thrown.message] };
    throw thrown;
  }
}

function finish(
  format: 'xlsx' | 'docx',
  found: { tables: FoundTables; problems: string[] },
  options: ExchangeOptions,
): Reading {
  const read = readTables(found.tables, readNames(options.vocabulary, options.words));
  const problems = [...found.problems, ...read.problems];
  if (problems.length > 0) return { problems: shorten(problems) };
  const { errors } = parseSource(read.source, options.vocabulary);
  return {
    format,
    source: read.source,
    errors: errors.map(({ path, message }) => {
      const place = read.placeOf(path);
      return place ? `${place}：${message}` : message;
    }),
  };
}

function readYaml(text: string, { vocabulary }: ExchangeOptions): Reading {
  if (text.length > longestText)
    return { problems: [`文件有 ${text.length} 个字符，超过 ${longestText}，不像一份标准，没有读取。`] };
  const document = parseDocument(text, { uniqueKeys: true });
  const [broken] = document.errors;
  if (broken)
    return {
      problems: [`第${broken.linePos?.[0].line ?? 1}行 YAML 写法有误：${broken.message.split('\n')[0]}`],
    };
  const source = plainOf(document);
  if (!isPlain(source) || !Array.isArray(source.chapters)) return { problems: [notOurs] };
  const { errors } = parseEdition(text, vocabulary);
  return {
    format: 'yaml',
    source: houseForm(source),
    errors: errors.map(({ line, message }) => `第${line}行：${message}`),
  };
}

/** Anchors that unfold without end are refused by the library with an error of its own. */
function plainOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
}

function shorten(problems: readonly string[]): string[] {
  const unique = [...new Set(problems)];
  if (unique.length <= mostProblems) return unique;
  return [...unique.slice(0, mostProblems), `还有${unique.length - mostProblems}处，改完这些再读一次。`];
}
