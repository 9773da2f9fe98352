import type { ImageFault } from './check-image.ts';

const known = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']);

export function checkWebp(bytes: Buffer): ImageFault | undefined {
  const word = (at: number) => bytes.toString('latin1', at, at + 4);
  if (bytes.length < 20 || word(0) !== 'RIFF' || word(8) !== 'WEBP') return 'damaged';
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return 'damaged';
  if (end < bytes.length) return 'carries-more';
  let pictures = 0;
  let at = 12;
  while (at + 8 <= end) {
    const name = word(at);
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > end) return 'damaged';
    if (!known.has(name)) return 'carries-more';
    if (name === 'VP8 ' || name === 'VP8L') pictures += 1;
    // A part of an odd length is followed by one byte of nothing.
    at += 8 + length + (length % 2);
  }
  return at === end && pictures === 1 ? undefined : 'damaged';
}
