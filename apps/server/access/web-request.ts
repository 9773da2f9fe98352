import type { FastifyReply, FastifyRequest } from 'fastify';

/** The few headers that sign-in needs; the peer's address is ours, whatever the client wrote. */
export function toWebHeaders(request: FastifyRequest): Headers {
  const headers = new Headers({ 'x-hujian-peer': request.ip });
  for (const name of ['cookie', 'origin', 'user-agent'] as const) {
    const value = request.headers[name];
    if (value) headers.set(name, value);
  }
  return headers;
}

/** Hands the cookies of a sign-in answer on. */
export function copyCookies(from: Headers | null | undefined, reply: FastifyReply): void {
  for (const cookie of from?.getSetCookie() ?? []) reply.header('set-cookie', cookie);
}
