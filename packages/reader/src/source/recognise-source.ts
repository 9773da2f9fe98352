import { refusal } from './refusals.ts';

export type SourceForm = 'zip' | 'text';

/** What a file is by its first bytes, never by its name; throws SourceProblem for what cannot be read. */
export function recogniseSource(bytes: Uint8Array): SourceForm {
  if (bytes.length === 0) throw refusal('empty');
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw oldOffice(bytes);
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (pictures.some((magic) => starts(bytes, magic)) || isWebp(bytes) || isHeic(bytes)) {
    throw refusal('picture');
  }
  if (archives.some((magic) => starts(bytes, magic))) throw refusal('archive');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).replace(/^ï»¿/, '').trimStart();
  if (head.startsWith('%PDF')) throw refusal('pdf');
  if (head.startsWith('{\\rtf')) throw refusal('rtf');
  if (/^MIME-Version:/i.test(head)) throw refusal('web-archive');
  if (head.startsWith('<?xml') && !/<!doctype html|<html/i.test(head)) throw refusal('flat-xml');
  return 'text';
}

const starts = (bytes: Uint8Array, magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const pictures = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

const archives = [
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58],
];

const isWebp = (bytes: Uint8Array): boolean =>
  latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP';

/** BMP is told by its header too: BM alone begins many a text. */
const isHeic = (bytes: Uint8Array): boolean =>
  latin(bytes, 4, 8) === 'ftyp' ||
  (latin(bytes, 0, 2) === 'BM' && bytes.slice(6, 10).every((byte) => byte === 0));

/** A compound file: its folder names its streams in UTF-16. */
function oldOffice(bytes: Uint8Array): Error {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => all.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage') || has('DRMContent')) return refusal('encrypted');
  if (has('WordDocument')) return refusal('old-word');
  if (has('Workbook') || has('Book\0')) return refusal('old-excel');
  if (has('PowerPoint Document')) return refusal('slides');
  return refusal('old-office');
}
