import { type InflateBudget, inflatePart } from './inflate-part.ts';
import { attribute, XmlScanner } from './xml-scanner.ts';
import type { ZipEntry } from './zip-entries.ts';

const builtInDates = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A format shows a date when a y, m, d or h stands outside quotes, brackets and escapes. */
export const showsDate = (format: string): boolean =>
  /[ymdhs年月日]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && !/^general$/i.test(format.trim());

/** For each cell style of the workbook: does it show its number as a date? */
export async function readDateStyles(
  bytes: Uint8Array,
  entry: ZipEntry | undefined,
  budget: InflateBudget,
): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  if (!entry) return styles;
  let inCellFormats = false;
  const scanner = new XmlScanner({
    open(name, attributes) {
      if (name === 'numFmt') {
        own.set(
          Number(attribute(attributes, 'numFmtId')),
          showsDate(attribute(attributes, 'formatCode') ?? ''),
        );
      } else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        styles.push(own.get(id) ?? builtInDates(id));
      }
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  const decoder = new TextDecoder();
  for await (const piece of inflatePart(bytes, entry, budget))
    scanner.push(decoder.decode(piece, { stream: true }));
  return styles;
}
