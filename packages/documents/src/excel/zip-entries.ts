import { damaged, FileProblem } from './file-problem.ts';

/** One member of a zip archive, as its central directory describes it. */
export type ZipEntry = {
  name: string;
  method: number;
  crc: number;
  compressedSize: number;
  size: number;
  start: number;
};

const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const localMark = 0x04034b50;
const maxEntries = 4000;

/** The members of a zip archive by name; throws FileProblem when the directory does not hold together. */
export function zipEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) throw new FileProblem('too-large', `压缩包里有 ${count} 个部件，不像一份表格。`);
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== directoryMark) throw damaged('压缩目录不完整');
    const [entry, next] = readEntry(view, bytes, at);
    entries.set(entry.name, entry);
    at = next;
  }
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  throw damaged('缺少压缩包的结尾，可能没有传完整');
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): [ZipEntry, number] {
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
  const compressedSize = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (view.getUint16(at + 8, true) & 1) {
    throw new FileProblem('encrypted', '文件设了打开密码。请去掉密码另存后再上传。');
  }
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localMark) {
    throw damaged(`部件 ${name.slice(0, 60)} 的位置不对`);
  }
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + compressedSize > view.byteLength) throw damaged(`部件 ${name.slice(0, 60)} 不完整`);
  const entry = {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size: view.getUint32(at + 24, true),
    start,
  };
  return [entry, next];
}
