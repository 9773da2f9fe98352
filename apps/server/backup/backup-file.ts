import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createGzip } from 'node:zlib';
import { frame, magic } from './backup-format.ts';

/** A backup being written, under a temporary name until it is complete. */
export interface BackupFile {
  write(kind: number, content: Buffer): Promise<void>;
  /** Makes the file complete and safe on the disk under its name; gives its size in bytes. */
  finish(): Promise<number>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

export async function createBackupFile(path: string): Promise<BackupFile> {
  const draft = `${path}.${process.pid}.partial`;
  const handle = await open(draft, 'wx', 0o600);
  const sum = createHash('sha256');
  let size = 0;
  const put = async (chunk: Buffer) => {
    sum.update(chunk);
    size += chunk.length;
    await handle.writeFile(chunk);
  };
  const gzip = createGzip({ level: 6 });
  // Written by hand and not by a pipeline, so that a full disk is thrown to the one who writes the rows.
  const written = (async () => {
    await put(magic);
    for await (const chunk of gzip) await put(chunk);
  })();
  written.catch((thrown: Error) => gzip.destroy(thrown));
  return {
    write: async (kind, content) => {
      if (gzip.destroyed) await written;
      if (!gzip.write(frame(kind, content))) await Promise.race([once(gzip, 'drain'), written]);
    },
    finish: async () => {
      gzip.end();
      await written;
      const digest = sum.digest();
      await handle.writeFile(digest);
      await handle.sync();
      await handle.close();
      await rename(draft, path);
      await syncFolder(dirname(path));
      return size + digest.length;
    },
    abandon: async () => {
      gzip.destroy();
      await written.catch(() => undefined);
      await handle.close().catch(() => undefined);
      await rm(draft, { force: true });
    },
  };
}

/** The new name itself must survive a power failure; Windows knows no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
