import { isDay } from '../window/calendar.ts';
import { below, type Place, type Report } from './report.ts';
import { findNearest, sayInstead } from './suggest.ts';

/**
 * Reads the keys of one mapping. Every getter reports what is wrong and answers something harmless, so one pass
 * finds all errors; the parsed edition is only handed out when there are none.
 */
export class Fields {
  readonly place: Place;
  readonly report: Report;
  readonly #raw: Readonly<Record<string, unknown>>;
  readonly #known = new Set<string>();

  constructor(raw: unknown, place: Place, report: Report) {
    this.place = place;
    this.report = report;
    if (isMap(raw)) this.#raw = raw;
    else {
      this.#raw = {};
      report.add(place, `这里应当是 “键: 值” 的一组内容，写的是 ${JSON.stringify(raw) ?? '空'}`);
    }
  }

  has(key: string): boolean {
    this.#known.add(key);
    return this.#raw[key] !== undefined && this.#raw[key] !== null;
  }

  raw(key: string): unknown {
    this.#known.add(key);
    return this.#raw[key] ?? undefined;
  }

  at(key: string): Place {
    return below(this.place, key);
  }

  fail(key: string, message: string): void {
    this.report.add(this.at(key), message);
  }

  text(key: string, required = true): string {
    const value = this.raw(key);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
    if (value !== undefined) this.fail(key, `${key} 应当是文字，写的是 ${JSON.stringify(value)}`);
    else if (required) this.fail(key, `缺少 ${key}（文字），请补上`);
    return '';
  }

  optionalText(key: string): string | undefined {
    return this.has(key) ? this.text(key) : undefined;
  }

  number(key: string, fallback?: number): number {
    const value = this.raw(key);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (value === undefined && fallback !== undefined) return fallback;
    this.fail(
      key,
      value === undefined
        ? `缺少 ${key}（数字），请补上`
        : `${key} 应当是数字，写的是 ${JSON.stringify(value)}`,
    );
    return fallback ?? 0;
  }

  flag(key: string): boolean | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'boolean') return value;
    this.fail(key, `${key} 应当写 true 或 false，写的是 ${JSON.stringify(value)}`);
    return undefined;
  }

  day(key: string): string {
    const value = this.raw(key);
    if (typeof value === 'string' && isDay(value)) return value;
    this.fail(
      key,
      value === undefined
        ? `缺少 ${key}（日期，如 2024-01-01）`
        : `${key} 写的是 ${JSON.stringify(value)}，应当是存在的日期，如 2024-01-01`,
    );
    return '2000-01-01';
  }

  choice<T extends string>(key: string, known: readonly T[], fallback?: T): T {
    const value = this.raw(key);
    if (value === undefined && fallback !== undefined) return fallback;
    const found = known.find((k) => k === value);
    if (found !== undefined) return found;
    this.fail(
      key,
      value === undefined ? `缺少 ${key}，可写 ${known.join('、')}` : sayInstead(key, value, known),
    );
    return fallback ?? (known[0] as T);
  }

  /** A list of words, or one word alone. */
  words(key: string): readonly string[] {
    const value = this.raw(key);
    if (typeof value === 'string') return [value];
    if (Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === 'string')) return value;
    this.fail(
      key,
      value === undefined ? `缺少 ${key}` : `${key} 应当是一个词或一列词，写的是 ${JSON.stringify(value)}`,
    );
    return [];
  }

  choices<T extends string>(key: string, known: readonly T[]): readonly T[] {
    return this.words(key).flatMap((word) => {
      const found = known.find((k) => k === word);
      if (found === undefined) this.fail(key, sayInstead(key, word, known));
      return found === undefined ? [] : [found];
    });
  }

  list<T>(
    key: string,
    read: (raw: unknown, place: Place, index: number) => T,
    required = true,
  ): readonly T[] {
    const value = this.raw(key);
    if (Array.isArray(value)) return value.map((raw, i) => read(raw, below(this.place, key, i), i));
    if (value !== undefined) this.fail(key, `${key} 应当是一列内容（每行以 “- ” 开头）`);
    else if (required) this.fail(key, `缺少 ${key}（一列内容）`);
    return [];
  }

  /** Reports keys that nobody asked for. */
  close(): void {
    const known = [...this.#known];
    for (const key of Object.keys(this.#raw)) {
      if (this.#known.has(key)) continue;
      const nearest = findNearest(key, known);
      this.fail(
        key,
        `不认识 “${key}”${nearest ? `，是否想写 “${nearest}”` : ''}；这里可写 ${known.join('、')}`,
      );
    }
  }
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
