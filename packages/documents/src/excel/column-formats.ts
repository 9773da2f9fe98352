import { inflatePart, newBudget } from './inflate-part.ts';
import { writeZip, type ZipPart } from './write-zip.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

/**
 * Gives the empty cells below the written ones the format of their column, so that a number typed there
 * (an identity number, a code with leading zeros) stays text. `rows[i]` is the row of sheet i+1 to copy from.
 */
export async function withColumnFormats(bytes: Uint8Array, rows: readonly number[]): Promise<Uint8Array> {
  const entries = zipEntries(bytes);
  const parts: ZipPart[] = [];
  for (const [name, entry] of entries) {
    const sheet = Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1] ?? 0);
    const row = rows[sheet - 1];
    parts.push(
      row === undefined
        ? { name, taken: entry, from: bytes }
        : { name, content: formatted(bytes, entry, row) },
    );
  }
  return writeZip(parts);
}

/** Holds back the text until the model row has been seen, then lets the rest flow. */
async function* formatted(bytes: Uint8Array, entry: ZipEntry, row: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let held: string | undefined = '';
  for await (const piece of inflatePart(bytes, entry, newBudget())) {
    const text = decoder.decode(piece, { stream: true });
    if (held === undefined) {
      yield text;
      continue;
    }
    held += text;
    const model = new RegExp(`<row r="${row}"[\\s\\S]*?</row>`).exec(held)?.[0];
    if (model) {
      yield patchColumns(held, model);
      held = undefined;
    }
  }
  if (held !== undefined) yield held;
}

function patchColumns(text: string, model: string): string {
  const styles = [...model.matchAll(/<c [^>]*?\bs="(\d+)"/g)].map((cell) => cell[1]);
  let i = -1;
  return text.replace(/<col (?![^>]*style=)[^>]*?(?=\/>)/g, (col) => {
    i++;
    return styles[i] === undefined ? col : `${col} style="${styles[i]}"`;
  });
}
