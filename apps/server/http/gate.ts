import type { FastifyReply, FastifyRequest, RequestPayload } from 'fastify';

/** So many at once; the others wait in the order in which they came. */
interface Places {
  enter(): Promise<void>;
  leave(): void;
}

export function createPlaces(count: number): Places {
  let free = count;
  const waiting: (() => void)[] = [];
  return {
    enter: async () => {
      if (free > 0) free -= 1;
      else await new Promise<void>((enter) => waiting.push(enter));
    },
    leave: () => {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}

/**
 * Lets so many requests read their bodies at once. The others wait with theirs still in the sockets, so that five
 * hundred phones that come back into signal together cost the memory of a few. A place is free again when the answer
 * went out or the line broke.
 */
export function createGate(count: number) {
  const places = createPlaces(count);
  return async (
    _request: FastifyRequest,
    reply: FastifyReply,
    payload: RequestPayload,
  ): Promise<RequestPayload> => {
    await places.enter();
    if (reply.raw.closed || reply.raw.destroyed) places.leave();
    else reply.raw.once('close', places.leave);
    return payload;
  };
}
