import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import {
  type BackupManifest,
  type BackupTable,
  countRows,
  kinds,
  longestFrame,
  magic,
  sumLength,
  type TableHead,
} from './backup-format.ts';
import { BackupProblem } from './backup-problem.ts';

export type BackupPart = { table: TableHead } | { data: Buffer } | { manifest: BackupManifest };

/** Reads every byte of a backup file and holds it against its sums; gives the manifest of a whole one. */
export async function checkBackup(path: string): Promise<BackupManifest> {
  await checkSum(path);
  const seen: BackupTable[] = [];
  let sum = createHash('sha256');
  let manifest: BackupManifest | undefined;
  const closeTable = () => {
    const last = seen.at(-1);
    if (last) last.sha256 = sum.digest('hex');
  };
  for await (const part of readBackup(path)) {
    if ('table' in part) {
      closeTable();
      sum = createHash('sha256');
      seen.push({ ...part.table, rows: 0, sha256: '' });
    } else if ('data' in part) {
      const table = seen.at(-1) ?? damaged(path);
      table.rows += countRows(part.data);
      sum.update(part.data);
    } else manifest = part.manifest;
  }
  closeTable();
  if (!manifest || JSON.stringify(manifest.tables) !== JSON.stringify(seen)) damaged(path);
  return manifest;
}

/** The parts of a file, in their order; bounded memory however long it is. */
export async function* readBackup(path: string): AsyncGenerator<BackupPart> {
  const size = await sizeOf(path);
  const packed = createReadStream(path, { start: magic.length, end: size - sumLength - 1 });
  const unpacked = packed.pipe(createGunzip());
  packed.on('error', (thrown) => unpacked.destroy(thrown));
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of unpacked) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (let length = frameLength(rest, path); length !== undefined; length = frameLength(rest, path)) {
        yield readPart(rest.readUInt8(0), rest.subarray(5, 5 + length), path);
        rest = rest.subarray(5 + length);
      }
    }
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('Z_')) damaged(path);
    throw thrown;
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
  if (rest.length > 0) damaged(path);
}

function frameLength(buffer: Buffer, path: string): number | undefined {
  if (buffer.length < 5) return undefined;
  const length = buffer.readUInt32BE(1);
  if (length > longestFrame) damaged(path);
  return buffer.length < 5 + length ? undefined : length;
}

function readPart(kind: number, content: Buffer, path: string): BackupPart {
  if (kind === kinds.table) return { table: JSON.parse(content.toString('utf8')) };
  if (kind === kinds.data) return { data: content };
  if (kind === kinds.manifest) return { manifest: JSON.parse(content.toString('utf8')) };
  return damaged(path);
}

/** Says at once whether this is a backup of ours, then whether all of it is there unharmed. */
async function checkSum(path: string): Promise<void> {
  const size = await sizeOf(path);
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(path, { end: size - sumLength - 1 })) sum.update(chunk);
  const handle = await open(path, 'r');
  try {
    const stored = Buffer.alloc(sumLength);
    await handle.read(stored, 0, sumLength, size - sumLength);
    if (!stored.equals(sum.digest())) damaged(path);
  } finally {
    await handle.close();
  }
}

async function sizeOf(path: string): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const start = Buffer.alloc(magic.length);
    await handle.read(start, 0, magic.length, 0);
    if (!start.equals(magic)) throw new BackupProblem(`${path} 不是互鉴的备份文件，没有动任何数据。`);
    if (size < magic.length + sumLength + 1) damaged(path);
    return size;
  } finally {
    await handle.close();
  }
}

function damaged(path: string): never {
  throw new BackupProblem(`备份文件 ${path} 已损坏或不完整，没有动任何数据；请换另一份备份。`);
}
