import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Actor } from '../access/actor.ts';
import { nobody, requireActor } from '../access/require-actor.ts';
import type { AuditDraft } from '../audit/audit-draft.ts';
import type { Trx } from '../database/door.ts';
import { createGate, createPlaces } from './gate.ts';
import { parseInput } from './parse-input.ts';
import { problems } from './problem.ts';
import type { Context, FileAnswer, Route } from './route.ts';
import { dayOf, type Services } from './services.ts';

/** Registers the routes under /api. */
export function registerRoutes(app: FastifyInstance, routes: readonly Route[], services: Services): void {
  for (const route of routes) {
    const { atOnce } = route;
    if (atOnce) app.register(async (apart) => registerCrowded(apart, route, atOnce, services));
    else
      app.route({ ...placeOf(route), handler: (request, reply) => answer(route, services, request, reply) });
  }
}

const placeOf = (route: Route) => ({
  method: route.method,
  url: `/api${route.url}`,
  ...(route.bodyLimit ? { bodyLimit: route.bodyLimit } : {}),
});

/** A route that keeps its bodies as bytes until it is their turn. */
function registerCrowded(
  app: FastifyInstance,
  route: Route,
  { reading, working }: NonNullable<Route['atOnce']>,
  services: Services,
): void {
  const turns = createPlaces(working);
  const parseJson = app.getDefaultJsonParser('error', 'error');
  const isJson = route.body !== 'bytes';
  if (isJson) {
    app.removeContentTypeParser('application/json');
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) =>
      done(null, bytes),
    );
  }
  app.route({
    ...placeOf(route),
    preParsing: createGate(reading),
    handler: async (request, reply) => {
      await turns.enter();
      try {
        return await answer(route, services, request, reply, async () => {
          if (isJson) request.body = await parseBody(parseJson, request);
        });
      } finally {
        turns.leave();
      }
    },
  });
}

function parseBody(
  parse: ReturnType<FastifyInstance['getDefaultJsonParser']>,
  request: FastifyRequest,
): Promise<unknown> {
  if (!Buffer.isBuffer(request.body)) return Promise.resolve(undefined);
  const text = request.body.toString('utf8');
  return new Promise((done, failed) => {
    parse(request, text, (wrong, body) => (wrong ? failed(wrong) : done(body)));
  });
}

async function answer(
  route: Route,
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  prepare = async (): Promise<void> => undefined,
): Promise<unknown> {
  const actor = route.permission === 'public' ? nobody : await requireActor(services, request, reply, route);
  await prepare();
  return sendAnswer(route, await runRoute(route, services, actor, request, reply), reply);
}

async function runRoute(
  route: Route,
  services: Services,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const input = {
    params: parseInput(route.params, request.params, 'params'),
    query: parseInput(route.query, request.query, 'query'),
    body: readBody(route, request),
  };
  const shared = { ...input, actor, services, request, reply, today: dayOf(services.now()) };
  const door = route.door ?? (route.permission === 'public' ? 'none' : 'actor');
  if (door === 'none') return route.handle(withoutDoor(shared));
  const work = async (trx: Trx, note: (draft: AuditDraft) => void) => {
    const audit = collectNotes(route, actor, input.params, note);
    const answer = await route.handle({ ...shared, trx, note: audit.note });
    audit.finish();
    return answer;
  };
  return door === 'actor'
    ? services.door.asActor(actor, route.access, work)
    : services.door.asSystem(door.system, work, actor.account || undefined);
}

function readBody({ body }: Route, request: FastifyRequest): unknown {
  if (body === 'multipart') return {};
  if (body !== 'bytes') return parseInput(body, request.body, 'body');
  if (Buffer.isBuffer(request.body)) return request.body;
  throw problems.badInput([], '请求的内容应为文件的字节（application/octet-stream），请刷新页面后重试。');
}

/** A route's notes get its act; a route with an act that notes nothing still leaves its line. */
function collectNotes(route: Route, actor: Actor, params: unknown, note: (draft: AuditDraft) => void) {
  let count = 0;
  const act = route.act;
  const add: Context<unknown, unknown, unknown>['note'] = (draft) => {
    const named = draft.act ?? act;
    if (!named) throw new Error(`route ${route.url} notes something without an act`);
    count += 1;
    note({ ...(draft.county === undefined ? { county: actor.scope?.county } : {}), ...draft, act: named });
  };
  return {
    note: add,
    finish: () => {
      if (act && count === 0) add({ details: { ...Object(params) } });
    },
  };
}

type Shared = Omit<Context<unknown, unknown, unknown>, 'trx' | 'note'>;

function withoutDoor(shared: Shared): Context<unknown, unknown, unknown> {
  const refuse = (): never => {
    throw new Error(`this route declares door 'none': open services.door itself`);
  };
  return Object.defineProperty({ ...shared, note: refuse, trx: undefined as never }, 'trx', { get: refuse });
}

/** Says field by field what may leave: what the response schema does not name stays here. */
function sendAnswer(route: Route, answer: unknown, reply: FastifyReply): unknown {
  if (route.response === 'file') return sendFile(answer as FileAnswer, reply);
  const parsed = route.response.safeParse(answer);
  if (!parsed.success) {
    throw new Error(`answer of ${route.method} ${route.url}: ${z.prettifyError(parsed.error)}`);
  }
  reply.code(route.status ?? 200).header('cache-control', 'no-store');
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(parsed.data));
}

function sendFile(file: FileAnswer, reply: FastifyReply): unknown {
  if (!file.fileName) throw problems.internal('file');
  const plain = file.fileName.replaceAll(/[^\w.-]/g, '_');
  return reply
    .header('cache-control', 'no-store')
    .header(
      'content-disposition',
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    )
    .type(file.contentType)
    .send(file.content);
}
