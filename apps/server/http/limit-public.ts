import { createRateLimit } from './rate-limit.ts';
import type { Context } from './route.ts';
import type { Services } from './services.ts';

type Asked = Pick<Context<unknown, unknown, unknown>, 'services' | 'request'>;
type Limit = (context: Asked) => void;

/**
 * A brake for routes that anybody may call: so many in a window from one address, counted for each running program. The
 * second argument of `take` is the address that the web server saw, never one that the caller claims.
 */
export function limitPublic(max: number, windowMs: number): Limit {
  const ofProgram = new WeakMap<Services, ReturnType<typeof createRateLimit>>();
  return ({ services, request }) => {
    const limit = ofProgram.get(services) ?? createRateLimit({ max, windowMs, now: () => new Date() });
    ofProgram.set(services, limit);
    limit.take(request.ip);
  };
}
