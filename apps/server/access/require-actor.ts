import type { FastifyReply, FastifyRequest } from 'fastify';
import { problems } from '../http/problem.ts';
import type { Route } from '../http/route.ts';
import type { Services } from '../http/services.ts';
import type { Actor } from './actor.ts';
import { freshUntil, readSessionToken } from './find-session.ts';
import { loadActor, loadActorBySession } from './load-actor.ts';
import { copyCookies, toWebHeaders } from './web-request.ts';

/** Whoever asks without being signed in, on public routes. */
export const nobody: Actor = Object.freeze({
  account: '',
  name: '',
  userName: '',
  totpOn: false,
  totpRequired: false,
  assignment: null,
  role: null,
  scope: null,
  can: new Set<never>(),
});

/** The person behind the request; throws 401 without a session, 403 without the route's permission. */
export async function requireActor(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  route: Pick<Route, 'permission' | 'beforeTotp' | 'summary'>,
): Promise<Actor> {
  const actor = await findActor(services, request, reply);
  if (!actor) throw problems.notSignedIn();
  if (actor.totpRequired && !actor.totpOn && !route.beforeTotp) throw problems.totpRequired();
  if (!isAllowed(actor, route.permission)) throw problems.forbidden(`“${route.summary}”`);
  return actor;
}

function isAllowed(actor: Actor, guard: Route['permission']): boolean {
  if (guard === 'public' || guard === 'signed-in') return true;
  if (typeof guard === 'string') return actor.can.has(guard);
  return guard.some((permission) => actor.can.has(permission));
}

/** The signed-in person, or undefined. Rolls the idle time-out on. */
export async function findActor(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Actor | undefined> {
  if (!request.headers.cookie) return undefined;
  const live = await findLiveActor(services, request.headers.cookie);
  if (live) return live;
  const { headers, response } = await services.auth.api.getSession({
    headers: toWebHeaders(request),
    returnHeaders: true,
  });
  copyCookies(headers, reply);
  if (!response) return undefined;
  return loadActor(services.door, response.session.userId, response.session.assignment ?? null);
}

/** Most requests come within a minute of another: their session is as it should be, and one question tells all. */
async function findLiveActor({ auth, door }: Services, cookies: string): Promise<Actor | undefined> {
  const { authCookies, secret } = await auth.$context;
  const token = readSessionToken(cookies, { name: authCookies.sessionToken.name, secret });
  return token === undefined ? undefined : loadActorBySession(door, token, freshUntil(new Date()));
}
