import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from './services.ts';
import { translateError } from './translate-error.ts';

/** The one place that answers with a refusal. What went wrong inside is logged; the answer carries only its number. */
export function sendProblem(
  services: Services,
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const refusal = translateError(thrown);
  if (refusal.status >= 500) {
    // The route, never the address itself: it may hold a name or a token.
    const where = `${request.method} ${request.routeOptions.url ?? ''}`;
    services.log(`${where}：${refusal.message}\n${describeThrown(thrown)}`);
  }
  if (refusal.status === 429) reply.header('retry-after', '60');
  return reply
    .code(refusal.status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(
      JSON.stringify({ error: { code: refusal.code, message: refusal.message, issues: refusal.issues } }),
    );
}

/** Message and stack only: a database error's detail and parameters hold values of rows. */
const describeThrown = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
