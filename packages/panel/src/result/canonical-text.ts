import { createHash } from 'node:crypto';

/** JSON with sorted keys and no blanks: the same value gives the same text, whoever kept it in between. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`).join(',')}}`;
}

/** SHA-256 of the canonical text in UTF-8, hexadecimal. */
export const hashOf = (value: unknown): string =>
  createHash('sha256').update(canonicalText(value), 'utf8').digest('hex');
