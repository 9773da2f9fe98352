import { createHash } from 'node:crypto';
import type { Compilable } from 'kysely';
import type { ClientBase } from 'pg';
import type { Trx } from './door.ts';

/** A statement that begins with this is kept by its connection: read and planned once, afterwards only run. */
export const keptMark = '/* kept */';

const names = new Map<string, string>();
/** More texts than this are not kept apart: one for each edition in use is expected. */
const mostNames = 64;

/** Runs a built statement as one that is kept: for those that every request asks. */
export function executeKept<Row>(trx: Trx, query: Compilable<Row>): Promise<Row[]> {
  const compiled = query.compile();
  return trx.executeQuery<Row>({ ...compiled, sql: `${keptMark}${compiled.sql}` }).then(({ rows }) => rows);
}

/** Sends marked statements under a name, which is how PostgreSQL is asked to keep them. */
export function keepStatements(client: ClientBase): void {
  const ask = client.query.bind(client) as (...asked: unknown[]) => unknown;
  client.query = ((...asked: unknown[]) => {
    const [text, values, ...rest] = asked;
    const name = typeof text === 'string' && text.startsWith(keptMark) ? nameOf(text) : undefined;
    return name === undefined ? ask(...asked) : ask({ name, text, values }, undefined, ...rest);
  }) as ClientBase['query'];
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  const name = `kept_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
}
