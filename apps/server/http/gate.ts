import type { FastifyReply, FastifyRequest, RequestPayload } from 'fastify';

/**
 * Lets so many requests read their bodies at once. The others wait with theirs still in the sockets, so that five
 * hundred phones that come back into signal together cost the memory of a few. A place is free again when the answer
 * went out or the line broke.
 */
export function createGate(atOnce: number) {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return async (
    _request: FastifyRequest,
    reply: FastifyReply,
    payload: RequestPayload,
  ): Promise<RequestPayload> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    if (reply.raw.closed || reply.raw.destroyed) leave();
    else reply.raw.once('close', leave);
    return payload;
  };
}
