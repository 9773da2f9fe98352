import { maxCellText } from './cell.ts';
import { FileProblem } from './file-problem.ts';
import { type InflateBudget, inflatePart } from './inflate-part.ts';
import { XmlScanner } from './xml-scanner.ts';
import type { ZipEntry } from './zip-entries.ts';

/** The table of shared texts must be held whole, so its size has a bound of its own (characters). */
const maxCharacters = 48 * 1024 * 1024;

/** Stands in the table for a text longer than a cell may hold. */
export const tooLongText = '\u0000too-long';

export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The shared texts in order; phonetic hints are left out. */
export async function readSharedStrings(
  bytes: Uint8Array,
  entry: ZipEntry | undefined,
  budget: InflateBudget,
): Promise<string[]> {
  if (!entry) return [];
  const table = new StringTable();
  const decoder = new TextDecoder();
  const scanner = new XmlScanner(table);
  for await (const piece of inflatePart(bytes, entry, budget))
    scanner.push(decoder.decode(piece, { stream: true }));
  scanner.end();
  return table.strings;
}

class StringTable {
  readonly strings: string[] = [];
  private current = '';
  private inText = false;
  private phonetic = 0;
  private characters = 0;

  open(name: string): void {
    if (name === 'si') this.current = '';
    else if (name === 'rPh') this.phonetic++;
    else if (name === 't') this.inText = this.phonetic === 0;
  }

  text(piece: string): void {
    if (!this.inText || this.current === tooLongText) return;
    this.characters += piece.length;
    if (this.characters > maxCharacters) {
      throw new FileProblem('too-large', '文件里的文字过多，请分成几份上传。');
    }
    this.current += piece;
    if (this.current.length > maxCellText) this.current = tooLongText;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.phonetic--;
    else if (name === 'si') this.strings.push(decodeEscapes(this.current));
  }
}
