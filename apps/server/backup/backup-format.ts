/**
 * The file: the magic, one gzip stream of frames, and the SHA-256 of everything before it.
 * A frame: its kind (1 byte), the length of its content (4 bytes, big endian), its content. Tables stand in the order
 * in which they can be loaded: a table frame, then its rows as PostgreSQL's COPY text in data frames. The manifest is last.
 */
export const magic = Buffer.from('HUJIAN BACKUP 1\n');
export const sumLength = 32;
export const longestFrame = 16 * 1024 * 1024;

export const kinds = { table: 0x54, data: 0x44, manifest: 0x4d } as const;

/** What a backup says of itself. */
export interface BackupManifest {
  product: 'hujian';
  format: 1;
  madeAt: string;
  serverVersion: string;
  /** Marks the key of the sensitive columns, which is not in the file; null when there was none yet. */
  keyMark: string | null;
  migrations: { name: string; sha256: string }[];
  tables: BackupTable[];
  /** The next value of each sequence. */
  sequences: { name: string; next: number }[];
}

export interface BackupTable extends TableHead {
  rows: number;
  /** Of the rows' COPY text, ordered by the primary key. */
  sha256: string;
}

export interface TableHead {
  name: string;
  columns: string[];
}

export function frame(kind: number, content: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(kind, 0);
  head.writeUInt32BE(content.length, 1);
  return Buffer.concat([head, content]);
}

/** Rows end in a line feed, and COPY text writes those inside a value as \n. */
export function countRows(copyText: Buffer): number {
  let rows = 0;
  for (let at = copyText.indexOf(10); at !== -1; at = copyText.indexOf(10, at + 1)) rows += 1;
  return rows;
}
