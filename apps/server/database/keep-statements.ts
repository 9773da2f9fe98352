import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';

/** A statement that begins with this is kept by its connection: read and planned once, afterwards only run. */
export const keptMark = '/* kept */';

const names = new Map<string, string>();
/** More texts than this are not kept apart: one for each edition in use is expected. */
const mostNames = 64;

/** Sends marked statements under a name, which is how PostgreSQL is asked to keep them. */
export function keepStatements(client: ClientBase): void {
  const ask = client.query.bind(client) as (...asked: unknown[]) => unknown;
  client.query = ((...asked: unknown[]) => {
    const [text, values, ...rest] = asked;
    const name = typeof text === 'string' && text.startsWith(keptMark) ? nameOfKept(text) : undefined;
    return name === undefined ? ask(...asked) : ask({ name, text, values }, undefined, ...rest);
  }) as ClientBase['query'];
}

/** Under which name connections keep a marked statement; undefined: too many are kept already. */
export function nameOfKept(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  const name = `kept_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
}
