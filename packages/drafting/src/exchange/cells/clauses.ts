import { getAt, type Plain, putAt } from '../form/plain.ts';
import { CellProblem } from './cell-problem.ts';
import type { CellTerms, Codec } from './codec.ts';

/** One part of a cell that holds several: `学历不低于：高中`. A bare one is written without its name. */
export interface Clause {
  label: string;
  path: readonly string[];
  codec: Codec;
  bare?: boolean;
}

const RESERVED = /[；;：:「」\n]/;

/** A record as parts in one line, a semicolon between them. */
export function clausesCodec(clauses: readonly Clause[]): Codec {
  return {
    write: (value, terms) => writeClauses(value as Plain, clauses, terms),
    read: (cell, terms) => readClauses(cell, clauses, terms),
  };
}

/** Several records, one a line. One record stands without a list. */
export function linesCodec(clauses: readonly Clause[], alone: boolean): Codec {
  return {
    write: (value, terms) =>
      (Array.isArray(value) ? value : [value])
        .map((one) => writeClauses(one as Plain, clauses, terms))
        .join('\n'),
    read: (cell, terms) => {
      const lines = splitOutside(cell, /\n/).filter((line) => line.trim() !== '');
      const records = lines.map((line) => readClauses(line, clauses, terms));
      return alone && records.length === 1 ? records[0] : records;
    },
  };
}

function writeClauses(record: Plain, clauses: readonly Clause[], terms: CellTerms): string {
  return clauses
    .flatMap(({ label, path, codec, bare }) => {
      const value = getAt(record, path);
      if (value === undefined) return [];
      const words = String(codec.write(value, terms));
      const quoted = RESERVED.test(words) || words === '' ? `「${words.replaceAll('」', '」」')}」` : words;
      return [bare ? quoted : `${label}：${quoted}`];
    })
    .join('；');
}

function readClauses(line: string, clauses: readonly Clause[], terms: CellTerms): Plain {
  const record: Plain = {};
  for (const part of splitOutside(line, /[；;]/)) {
    if (part.trim() === '') continue;
    const [head = '', ...rest] = splitOutside(part, /[：:]/);
    const bare = rest.length === 0;
    const label = head.trim();
    const clause = clauses.find((one) => (bare ? one.bare : one.label === label));
    if (!clause) {
      const known = clauses.map((one) => one.label).join('、');
      throw new CellProblem(`看不懂“${part.trim().slice(0, 40)}”，请写成“项目：内容”，项目可写：${known}`);
    }
    if (getAt(record, clause.path) !== undefined)
      throw new CellProblem(`“${clause.label}”写了两次，请只留一个`);
    const words = unquote(bare ? head : part.slice(head.length + 1));
    putAt(record, clause.path, readPart(words, clause, terms));
  }
  return record;
}

function readPart(words: string, { label, codec }: Clause, terms: CellTerms): unknown {
  try {
    if (words === '') throw new CellProblem('没有写内容');
    return codec.read(words, terms);
  } catch (thrown) {
    if (thrown instanceof CellProblem) throw new CellProblem(`“${label}”：${thrown.message}`);
    throw thrown;
  }
}

function unquote(words: string): string {
  const trimmed = words.trim();
  return trimmed.startsWith('「') && trimmed.endsWith('」') && trimmed.length > 1
    ? trimmed.slice(1, -1).replaceAll('」」', '」')
    : trimmed;
}

/** Splits where a sign stands outside 「…」; a doubled 」 inside stands for itself. */
function splitOutside(text: string, sign: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? '';
    if (quoted && character === '」' && text[i + 1] === '」') i++;
    else if (character === '」') quoted = false;
    else if (character === '「') quoted = true;
    else if (!quoted && sign.test(character)) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
