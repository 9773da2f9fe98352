/**
 * Notes beside the picture that say nothing of place, time or device. Safari's canvas writes a small EXIF and an empty
 * Photoshop block into every JPEG, so those two are looked into instead of being refused as a whole.
 */
export function isHarmlessNote(marker: number, content: Buffer): boolean {
  const begins = (name: string) => content.toString('latin1', 0, name.length) === name;
  switch (marker) {
    case 0xe0:
      return begins('JFIF\0');
    case 0xe1:
      return begins('Exif\0\0') && isHarmlessExif(content.subarray(6));
    case 0xe2:
      return begins('ICC_PROFILE\0');
    case 0xed:
      return begins(photoshop) && isEmptyPhotoshop(content.subarray(photoshop.length));
    case 0xee:
      return begins('Adobe');
    default:
      return false;
  }
}

const photoshop = 'Photoshop 3.0\0';
const exifPointer = 0x8769;
/** How the picture is turned, its resolution, colour space and size; versions. No text of a free form. */
const harmless = new Set([
  ...[0x0112, 0x011a, 0x011b, 0x0128, 0x0213],
  ...[0x9000, 0x9101, 0xa000, 0xa001, 0xa002, 0xa003],
]);

function isHarmlessExif(tiff: Buffer): boolean {
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || tiff.length > 400 || (order !== 'II' && order !== 'MM')) return false;
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const isHarmlessList = (at: number, depth: number): boolean => {
    if (depth > 1 || at + 6 > tiff.length) return false;
    const end = at + 2 + 12 * short(at);
    if (end + 4 > tiff.length || long(end) !== 0) return false;
    for (let entry = at + 2; entry < end; entry += 12) {
      const tag = short(entry);
      if (tag === exifPointer ? !isHarmlessList(long(entry + 8), depth + 1) : !harmless.has(tag))
        return false;
    }
    return true;
  };
  return isHarmlessList(long(4), 0);
}

/** Only an empty list of captions (0404) and its digest (0425). */
function isEmptyPhotoshop(blocks: Buffer): boolean {
  let at = 0;
  while (at + 12 <= blocks.length) {
    const [kind, size] = [blocks.readUInt16BE(at + 4), blocks.readUInt32BE(at + 8)];
    const isEmpty = (kind === 0x0404 && size === 0) || (kind === 0x0425 && size === 16);
    if (blocks.toString('latin1', at, at + 4) !== '8BIM' || blocks.readUInt16BE(at + 6) !== 0 || !isEmpty)
      return false;
    at += 12 + size;
  }
  return at === blocks.length;
}
