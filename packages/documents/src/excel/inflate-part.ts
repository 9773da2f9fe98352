import { crc32, createInflateRaw } from 'node:zlib';
import { damaged, FileProblem } from './file-problem.ts';
import type { ZipEntry } from './zip-entries.ts';

/** How much one workbook may unfold to, counted while it unfolds: headers are never believed. */
export type InflateBudget = { left: number; maxRatio: number };

export const newBudget = (bytes = 320 * 1024 * 1024): InflateBudget => ({ left: bytes, maxRatio: 300 });

/** Below this size a high ratio is ordinary (empty styled rows), above it a zip bomb. */
const ratioFrom = 16 * 1024 * 1024;

/** The bytes of one member, piece by piece; throws FileProblem when damaged or beyond the budget. */
export async function* inflatePart(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: InflateBudget,
): AsyncGenerator<Uint8Array, void, undefined> {
  let seen = 0;
  let crc = 0;
  for await (const piece of pieces(bytes, entry)) {
    seen += piece.byteLength;
    budget.left -= piece.byteLength;
    const bomb = seen > ratioFrom && seen > entry.compressedSize * budget.maxRatio;
    if (budget.left < 0 || bomb) throw tooLarge(entry);
    crc = crc32(piece, crc);
    yield piece;
  }
  if (crc !== entry.crc) throw damaged(`部件 ${entry.name} 的校验码不符`);
}

const tooLarge = (entry: ZipEntry): FileProblem =>
  new FileProblem(
    'too-large',
    `文件解压后过大（部件 ${entry.name}），已停止读取。请删去空白的行列和图片，或分成几份上传。`,
  );

async function* pieces(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = bytes.subarray(entry.start, entry.start + entry.compressedSize);
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += 65536) yield packed.subarray(at, at + 65536);
    return;
  }
  if (entry.method !== 8) throw damaged(`部件 ${entry.name} 的压缩方法无法识别`);
  const stream = createInflateRaw({ chunkSize: 65536 });
  stream.end(packed);
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw damaged(`部件 ${entry.name} 解不开`);
    }
    throw error;
  }
}
