import { createHash } from 'node:crypto';

/** What a link of the chain vouches for. */
export interface ChainContent {
  county: number;
  number: number;
  at: Date;
  account: string | null;
  act: string;
  object: string | null;
  organization: number | null;
  path: string;
  details: Record<string, unknown>;
}

/** The hash that the first line of every chain follows. */
export const chainStart = Buffer.alloc(32);

/** SHA-256 over the previous hash and the canonical JSON of the line. */
export function hashLine(previous: Buffer, content: ChainContent): Buffer {
  const fields = { ...content, at: content.at.toISOString() };
  return createHash('sha256').update(previous).update(canonicalJson(fields)).digest();
}

/** JSON with sorted keys, so that a value out of jsonb gives the very same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
