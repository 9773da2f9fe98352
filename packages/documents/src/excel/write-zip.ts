import { crc32, createDeflateRaw } from 'node:zlib';
import type { ZipEntry } from './zip-entries.ts';

/** A part of a new archive: taken over as it lies in another archive, or made from content. */
export type ZipPart =
  | { name: string; taken: ZipEntry; from: Uint8Array }
  | { name: string; content: string | AsyncIterable<string> };

type Written = {
  name: Uint8Array;
  method: number;
  crc: number;
  size: number;
  packed: Uint8Array;
  at: number;
};

/** Builds an archive in memory, compressed parts only once each. */
export async function writeZip(parts: Iterable<ZipPart>): Promise<Uint8Array> {
  const out: Uint8Array[] = [];
  const written: Written[] = [];
  let at = 0;
  for (const part of parts) {
    const name = new TextEncoder().encode(part.name);
    const body = 'taken' in part ? takeOver(part.taken, part.from) : await pack(part.content);
    const header = localHeader({ name, at, ...body });
    written.push({ name, at, ...body });
    out.push(header, body.packed);
    at += header.length + body.packed.length;
  }
  const directory = written.map(directoryEntry);
  const length = directory.reduce((sum, entry) => sum + entry.length, 0);
  return Buffer.concat([...out, ...directory, endRecord(written.length, length, at)]);
}

type Body = Pick<Written, 'method' | 'crc' | 'size' | 'packed'>;

const takeOver = (entry: ZipEntry, from: Uint8Array): Body => ({
  method: entry.method,
  crc: entry.crc,
  size: entry.size,
  packed: from.subarray(entry.start, entry.start + entry.compressedSize),
});

async function pack(content: string | AsyncIterable<string>): Promise<Body> {
  const deflate = createDeflateRaw({ level: 6 });
  const gathered: Uint8Array[] = [];
  const finished = (async () => {
    for await (const piece of deflate) gathered.push(piece as Uint8Array);
  })();
  let crc = 0;
  let size = 0;
  const put = async (text: string): Promise<void> => {
    const bytes = Buffer.from(text, 'utf8');
    crc = crc32(bytes, crc);
    size += bytes.length;
    if (!deflate.write(bytes)) await new Promise<void>((resolve) => deflate.once('drain', () => resolve()));
  };
  if (typeof content === 'string') await put(content);
  else for await (const text of content) await put(text);
  deflate.end();
  await finished;
  return { method: 8, crc, size, packed: Buffer.concat(gathered) };
}

/** 1 January 1980, so that the same content gives the same bytes. */
const dosDate = 0x0021;
const utf8Names = 0x0800;

function localHeader({ name, method, crc, size, packed }: Written): Uint8Array {
  const header = Buffer.alloc(30 + name.length);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(utf8Names, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  header.set(name, 30);
  return header;
}

function directoryEntry({ name, method, crc, size, packed, at }: Written): Uint8Array {
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(utf8Names, 8);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt16LE(dosDate, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  entry.set(name, 46);
  return entry;
}

function endRecord(count: number, length: number, at: number): Uint8Array {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
