import { writeNumber } from './number-formats.ts';
import type { List, ListLevel } from './numbering.ts';

/** Counts the paragraphs of the automatic lists in the order in which they come. */
export class NumberCounter {
  /** By shared list: the number last given on each level. */
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly used = new Set<string>();

  /** The number of the next paragraph on this level as the page shows it; undefined for a bullet or a bare level. */
  next(list: List, depth: number): string | undefined {
    const level = list.levels.get(depth);
    if (!level) return undefined;
    const counts = this.countsOf(list);
    const last = counts[depth];
    counts[depth] = last === undefined ? startOf(list, depth) : last + 1;
    // a deeper paragraph that came first has shown the start of the levels above it
    for (let above = 0; above < depth; above++) counts[above] ??= startOf(list, above);
    for (let below = depth + 1; below < counts.length; below++) {
      if (restarts(list.levels.get(below), below, depth)) counts[below] = undefined;
    }
    return this.label(list, level, counts);
  }

  private countsOf(list: List): (number | undefined)[] {
    let counts = this.counts.get(list.shared);
    if (!counts) {
      counts = [];
      this.counts.set(list.shared, counts);
    }
    if (!this.used.has(list.id)) {
      this.used.add(list.id);
      for (const depth of list.starts.keys()) if (depth < 9) counts[depth] = undefined;
    }
    return counts;
  }

  private label(list: List, level: ListLevel, counts: (number | undefined)[]): string | undefined {
    if (level.format === 'bullet')
      return /[\p{N}一二三四五六七八九十]/u.test(level.text) ? level.text.trim() : undefined;
    const text = level.text.replace(/%([1-9])/g, (_, place: string) => {
      const depth = Number(place) - 1;
      const format = list.levels.get(depth)?.format ?? 'decimal';
      const number = counts[depth] ?? startOf(list, depth);
      if (format === 'none') return '';
      return write(number, level.legal ? 'decimal' : format);
    });
    return text.trim() === '' ? undefined : text.trim();
  }
}

const startOf = (list: List, depth: number): number =>
  list.starts.get(depth) ?? list.levels.get(depth)?.start ?? 1;

/** Does a paragraph on `depth` make the level `below` it start anew? */
const restarts = (level: ListLevel | undefined, below: number, depth: number): boolean =>
  level?.restart === undefined || level.restart > below ? true : depth < level.restart;

const write = (number: number, format: string): string =>
  format.startsWith('custom:')
    ? String(number).padStart(format.length - 'custom:'.length, '0')
    : writeNumber(number, format);
