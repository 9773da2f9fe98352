import { readDocx } from './docx/read-docx.ts';
import { openPackage } from './office/open-package.ts';
import { recogniseSource } from './recognise-source.ts';
import { largestSource, refusal } from './refusals.ts';
import type { Source } from './source.ts';
import { noteIllegible } from './text/note-illegible.ts';
import { readText } from './text/read-text.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/**
 * Opens a Word file (.docx), a workbook (.xlsx) or a text of any usual encoding and lays it out in reading order.
 * What it is, the content decides. Throws SourceProblem, and nothing else, for what cannot be read.
 */
export async function openSource(bytes: Uint8Array, _name?: string): Promise<Source> {
  if (bytes.length > largestSource) throw refusal('too-large');
  const source = recogniseSource(bytes) === 'text' ? readText(bytes) : await openOffice(bytes);
  return { ...source, notes: [...source.notes, ...noteIllegible(source.blocks)] };
}

async function openOffice(bytes: Uint8Array): Promise<Source> {
  const office = openPackage(bytes);
  const names = [...office.entries.keys()];
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\d*\.xml$/)) return readXlsx(office);
  if (has(/^word\/document\d*\.xml$/)) return readDocx(office);
  if (has(/^ppt\//)) throw refusal('slides');
  if (has(/^(mimetype|content\.xml|xl\/workbook\.bin|Index\/.*\.iwa)$/)) throw refusal('other-office');
  throw refusal('archive');
}
