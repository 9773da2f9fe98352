import type { FastifyRequest } from 'fastify';
import { problems } from './problem.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/**
 * Refuses a write that another site's page sent. A request without Origin comes from no browser page.
 * On this very computer a page may come from another port (a development server).
 */
export function requireSameOrigin(request: FastifyRequest, ownOrigin: string | undefined): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw problems.foreignOrigin();
  const origin = request.headers.origin;
  if (origin === undefined) return;
  if (!URL.canParse(origin)) throw problems.foreignOrigin();
  const from = new URL(origin);
  if (ownOrigin ? from.origin === new URL(ownOrigin).origin : from.host === request.host) return;
  if (loopback.has(from.hostname) && loopback.has(hostName(request))) return;
  throw problems.foreignOrigin();
}

/** A program bound to loopback answers only to this computer's names: another name was bent to point here. */
export function requireKnownHost(
  request: FastifyRequest,
  bound: string,
  ownOrigin: string | undefined,
): void {
  if (!loopback.has(bound)) return;
  const host = hostName(request);
  if (loopback.has(host) || (ownOrigin && new URL(ownOrigin).hostname === host)) return;
  throw problems.foreignOrigin();
}

const hostName = (request: FastifyRequest): string => request.host.replace(/:\d+$/, '');
