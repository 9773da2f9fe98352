/** The five-character SQLSTATE of a database error; also of a lost connection's Node code (ECONNREFUSED). */
export function getSqlState(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
