import type { ImageFault } from './check-image.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The picture, its colours and its size on paper; texts, times and EXIF are not among them. */
const known = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'],
]);

export function checkPng(bytes: Buffer): ImageFault | undefined {
  if (!bytes.subarray(0, 8).equals(signature)) return 'damaged';
  let at = 8;
  for (let first = true; at + 12 <= bytes.length; first = false) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length || (first && name !== 'IHDR')) return 'damaged';
    if (!known.has(name)) return 'carries-more';
    at += 12 + length;
    if (name === 'IEND') return at === bytes.length ? undefined : 'carries-more';
  }
  return 'damaged';
}
