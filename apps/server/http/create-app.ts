import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { serveAuth } from '../access/serve-auth.ts';
import { allRoutes } from './all-routes.ts';
import { describeApi } from './openapi.ts';
import { registerRoutes } from './register-routes.ts';
import { requireKnownHost, requireSameOrigin } from './same-origin.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { sendProblem } from './send-problem.ts';
import { serveWeb } from './serve-web.ts';
import type { Services } from './services.ts';

export interface AppOptions {
  host: string;
  origin?: string | undefined;
}

const defaultBodyLimit = 1024 * 1024;
export const uploadLimit = 64 * 1024 * 1024;

/** The web server with every route, not yet listening. */
export async function createApp(services: Services, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: defaultBodyLimit,
    // Behind a proxy of ours the peer's address comes from it; else nobody may claim one.
    trustProxy: options.origin ? 'loopback' : false,
    requestTimeout: 120_000,
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
  });
  app.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply);
    requireKnownHost(request, options.host, options.origin);
    requireSameOrigin(request, options.origin);
  });
  app.setErrorHandler((thrown, request, reply) => sendProblem(services, thrown, request, reply));
  await app.register(multipart, { limits: { files: 1, fields: 10, fileSize: uploadLimit, parts: 12 } });
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  registerRoutes(app, allRoutes, services);
  serveAuth(app, services);
  const description = JSON.stringify(describeApi(allRoutes, services.version));
  app.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(description),
  );
  await serveWeb(app, services);
  return app;
}
