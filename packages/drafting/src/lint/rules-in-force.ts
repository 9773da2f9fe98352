import { KINDS, type Kind } from '@hujian/engine';
import type { Finding, WorkBasis } from '../work.ts';

/** A number of the rules in force on a day. */
export interface RuleValue {
  from: string;
  value: number;
  basis: WorkBasis;
}

/** Which checks a number is held against; what is left out does not narrow. */
export interface RuleMatch {
  measure: string;
  activity?: string | undefined;
  forms?: readonly string[] | undefined;
  sets?: readonly string[] | undefined;
  posts?: readonly string[] | undefined;
}

export interface NumberRule {
  id: string;
  kinds: readonly Kind[];
  match: RuleMatch;
  number: 'window-years' | 'per-year' | 'bound';
  is: 'equal' | 'at-least';
  weight: Finding['weight'];
  says: string;
  rule: string;
  advice: string;
  stricter: string | null;
  values: readonly RuleValue[];
}

export interface WordRule {
  id: string;
  pattern: RegExp;
  figures: readonly string[];
  events: readonly string[];
  weight: Finding['weight'];
  says: string;
  rule: string;
  advice: string;
  from: string;
  basis: WorkBasis;
}

export interface RulesInForce {
  numbers: readonly NumberRule[];
  words: readonly WordRule[];
}

/** Reads standards/rules-in-force.yaml as parsed; throws with the rule and the key that is wrong. */
export function readRulesInForce(raw: unknown): RulesInForce {
  const root = new Entry('rules-in-force.yaml', raw);
  return {
    numbers: root.list('numbers').map(readNumber),
    words: root.list('words').map(readWords),
  };
}

function readNumber(entry: Entry): NumberRule {
  const match = entry.inner('match');
  return {
    id: entry.text('id'),
    kinds: entry.texts('kinds').filter((kind): kind is Kind => KINDS.some((known) => known === kind)),
    match: {
      measure: match.text('measure'),
      activity: match.optional('activity') ?? undefined,
      forms: match.has('forms') ? match.texts('forms') : undefined,
      sets: match.has('sets') ? match.texts('sets') : undefined,
      posts: match.has('posts') ? match.texts('posts') : undefined,
    },
    number: entry.choice('number', ['window-years', 'per-year', 'bound'] as const),
    is: entry.choice('is', ['equal', 'at-least'] as const),
    weight: entry.has('weight') ? entry.choice('weight', WEIGHTS) : 'warning',
    says: entry.text('says'),
    rule: entry.text('rule'),
    advice: entry.text('advice'),
    stricter: entry.optional('stricter'),
    values: entry
      .list('values')
      .map((one) => ({ from: one.text('from'), value: one.number('value'), basis: readBasis(one) })),
  };
}

const WEIGHTS = ['error', 'warning', 'note'] as const;

function readWords(entry: Entry): WordRule {
  return {
    id: entry.text('id'),
    pattern: new RegExp(entry.text('pattern')),
    figures: entry.texts('figures'),
    events: entry.texts('events'),
    weight: entry.choice('weight', WEIGHTS),
    says: entry.text('says'),
    rule: entry.text('rule'),
    advice: entry.text('advice'),
    from: entry.text('from'),
    basis: readBasis(entry),
  };
}

function readBasis(entry: Entry): WorkBasis {
  const basis = entry.inner('basis');
  return {
    document: basis.text('document'),
    ...Object.fromEntries(
      (['number', 'issuer', 'date', 'note'] as const).flatMap((key) => {
        const value = basis.optional(key);
        return value === null ? [] : [[key, value]];
      }),
    ),
  };
}

/** One mapping of the file; says which key is wrong where. */
class Entry {
  readonly #place: string;
  readonly #raw: Record<string, unknown>;

  constructor(place: string, raw: unknown) {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
      throw new Error(`${place}：应当是“键: 值”的一组内容。`);
    this.#raw = { ...raw };
    this.#place = typeof this.#raw.id === 'string' ? `${place} ${this.#raw.id}` : place;
  }

  has(key: string): boolean {
    return this.#raw[key] !== undefined;
  }

  text(key: string): string {
    const value = this.#raw[key];
    if (typeof value === 'string' && value !== '') return value;
    throw new Error(`${this.#place}：缺少 ${key}（文字）。`);
  }

  optional(key: string): string | null {
    return this.has(key) ? this.text(key) : null;
  }

  number(key: string): number {
    const value = this.#raw[key];
    if (typeof value === 'number') return value;
    throw new Error(`${this.#place}：缺少 ${key}（数字）。`);
  }

  texts(key: string): string[] {
    const value = this.#raw[key] ?? [];
    if (Array.isArray(value) && value.every((one): one is string => typeof one === 'string')) return value;
    throw new Error(`${this.#place}：${key} 应当是一列词。`);
  }

  list(key: string): Entry[] {
    const value = this.#raw[key];
    if (!Array.isArray(value)) throw new Error(`${this.#place}：缺少 ${key}（一列内容）。`);
    return value.map((one) => new Entry(`${this.#place} ${key}`, one));
  }

  inner(key: string): Entry {
    return new Entry(`${this.#place} ${key}`, this.#raw[key]);
  }

  choice<T extends string>(key: string, known: readonly T[]): T {
    const value = this.text(key);
    const found = known.find((one) => one === value);
    if (found === undefined) throw new Error(`${this.#place}：${key} 可写 ${known.join('、')}。`);
    return found;
  }
}
