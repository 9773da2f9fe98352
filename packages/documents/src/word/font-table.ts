import { escapeXml } from '../excel/marks.ts';
import { writeZip, type ZipPart } from '../excel/write-zip.ts';
import { zipEntries } from '../excel/zip-entries.ts';
import { substitutes } from './typography.ts';

const part = 'word/fontTable.xml';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Names a substitute for each face, so that a machine without 仿宋_GB2312 shows 仿宋 and not a sans-serif. */
export async function withFontSubstitutes(bytes: Uint8Array): Promise<Uint8Array> {
  const fonts = Object.entries(substitutes).map(
    ([name, other]) =>
      `<w:font w:name="${escapeXml(name)}"><w:altName w:val="${escapeXml(other)}"/><w:charset w:val="86"/><w:pitch w:val="variable"/></w:font>`,
  );
  const content = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${main}">${fonts.join('')}</w:fonts>`;
  const parts: ZipPart[] = [];
  for (const [name, entry] of zipEntries(bytes)) {
    parts.push(name === part ? { name, content } : { name, taken: entry, from: bytes });
  }
  return writeZip(parts);
}
