import { type Document, isCollection, type LineCounter, type Node } from 'yaml';

export type Path = readonly (string | number)[];

/** An error in an edition: where it stands and, in Chinese, what to write instead. */
export interface ParseError {
  /** Code of the item, null when it lies outside the items. */
  readonly item: string | null;
  /** For example `chapters.0.items.3.checks.1.window`. */
  readonly path: string;
  /** Line in the text, from 1. */
  readonly line: number;
  readonly message: string;
}

/** Where the reader stands: the path in the file and its name in words. */
export interface Place {
  readonly path: Path;
  /** 条目 RB-18 检查 general-meeting */
  readonly words: string;
  readonly item: string | null;
}

export const below = (place: Place, ...steps: Path): Place => ({ ...place, path: [...place.path, ...steps] });

/** Collects errors; knows the lines of the text. */
export class Report {
  readonly errors: ParseError[] = [];
  readonly #document: Document;
  readonly #lines: LineCounter;

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  add(place: Place, message: string): void {
    const prefix = place.words === '' ? '' : `${place.words}：`;
    this.errors.push({
      item: place.item,
      path: place.path.join('.'),
      line: this.#lineOf(place.path),
      message: prefix + message,
    });
  }

  /** The line of the key or value, or of the nearest thing above that is written. */
  #lineOf(path: Path): number {
    for (let length = path.length; length > 0; length -= 1) {
      const offset = this.#offsetOf(path.slice(0, length));
      if (offset !== undefined) return this.#lines.linePos(offset).line;
    }
    return 1;
  }

  #offsetOf(path: Path): number | undefined {
    const parent =
      path.length === 1 ? this.#document.contents : this.#document.getIn(path.slice(0, -1), true);
    const last = path[path.length - 1];
    if (isCollection(parent)) {
      for (const entry of parent.items) {
        if (typeof entry !== 'object' || entry === null || !('key' in entry)) continue;
        const key = entry.key as Node & { value?: unknown };
        if (key.value === last && key.range) return key.range[0];
      }
    }
    const node = this.#document.getIn(path, true) as Node | undefined;
    return node?.range?.[0];
  }
}
