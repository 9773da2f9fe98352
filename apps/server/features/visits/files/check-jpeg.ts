import type { ImageFault } from './check-image.ts';
import { isHarmlessNote } from './jpeg-notes.ts';

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/** Walks the segments up to the end of the picture; nothing may follow it. */
export function checkJpeg(bytes: Buffer): ImageFault | undefined {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== startOfImage) return 'damaged';
  let at = 2;
  let scans = 0;
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return 'damaged';
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) {
      if (scans === 0) return 'damaged';
      return at + 2 === bytes.length ? undefined : 'carries-more';
    }
    if (at + 4 > bytes.length) return 'damaged';
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return 'damaged';
    const fault = checkSegment(marker, bytes.subarray(at + 4, at + 2 + length));
    if (fault) return fault;
    at += 2 + length;
    if (marker === startOfScan) {
      scans += 1;
      at = skipScan(bytes, at);
    }
  }
  return 'damaged';
}

function checkSegment(marker: number, content: Buffer): ImageFault | undefined {
  const isNote = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef);
  if (isNote) return isHarmlessNote(marker, content) ? undefined : 'carries-more';
  // Frames, tables, restart intervals, scans: from SOF0 on.
  return marker >= 0xc0 && marker <= 0xdf ? undefined : 'damaged';
}

/** To the next marker that is neither a stuffed byte nor a restart. */
function skipScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}
