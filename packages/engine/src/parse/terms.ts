import type { Amount, Parameter } from '../grammar/parameter.ts';
import { titleOf, type Vocabulary, type Words } from '../vocabulary/vocabulary.ts';
import { type Fields, isMap } from './fields.ts';
import { sayInstead } from './suggest.ts';

/** What the words of an edition may refer to. */
export interface Terms {
  readonly vocabulary: Vocabulary;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly standard: string;
}

/** A code of one list of the vocabulary. */
export function readCode(fields: Fields, key: string, words: Words): string {
  const code = fields.text(key);
  if (code !== '' && !words[code]) fields.fail(key, sayUnknown(key, code, words));
  return code;
}

export function readCodes(fields: Fields, key: string, words: Words): readonly string[] {
  const codes = fields.words(key);
  for (const code of codes) if (!words[code]) fields.fail(key, sayUnknown(key, code, words));
  return codes;
}

function sayUnknown(key: string, code: string, words: Words): string {
  const known = Object.keys(words);
  const byTitle = known.find((k) => titleOf(words, k) === code);
  if (byTitle) return `${key} 写的是中文 “${code}”，请写代码 “${byTitle}”`;
  return `词汇表里没有这个词：${sayInstead(key, code, known)}`;
}

/** A number, or `{ parameter: name }`. */
export function readAmount(fields: Fields, key: string, terms: Terms): Amount {
  const value = fields.raw(key);
  if (!isMap(value)) return fields.number(key);
  const name = value.parameter;
  if (typeof name !== 'string' || Object.keys(value).length !== 1) {
    fields.fail(key, `${key} 应当是数字或 { parameter: 参数名 }，写的是 ${JSON.stringify(value)}`);
    return 0;
  }
  if (!terms.parameters[name]) {
    const known = Object.keys(terms.parameters);
    const advice =
      known.length === 0 ? '本版没有参数，请先在 parameters 里写上' : sayInstead('parameter', name, known);
    fields.fail(key, `${key} 引用的参数没有定义：${advice}`);
  }
  return { parameter: name };
}
