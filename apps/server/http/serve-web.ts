import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { problems } from './problem.ts';
import { sendProblem } from './send-problem.ts';
import type { Services } from './services.ts';

const dist = join(import.meta.dirname, '../../web/dist');
const phoneWorker = join(dist, 'rating/sw.js');

/** Serves the built web; every address that is no file is the application's own. */
export async function serveWeb(app: FastifyInstance, services: Services): Promise<void> {
  const built = existsSync(join(dist, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, {
      root: dist,
      index: ['index.html'],
      preCompressed: true,
      setHeaders: (reply, path) => {
        // File names under assets/ hold a hash of their content.
        const forever = path.includes(`${join(dist, 'assets')}`);
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
        // It lies in /rating/ and looks after /rating itself, which no script may without being let.
        if (path.startsWith(phoneWorker)) reply.header('service-worker-allowed', '/rating');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !/^\/api(\/|$|\?)/.test(request.url);
    if (!wantsPage || /\.[a-z0-9]+($|\?)/i.test(request.url.split('?')[0] ?? ''))
      return sendProblem(services, problems.notFound('这个地址'), request, reply);
    if (!built)
      return reply.code(503).type('text/plain; charset=utf-8').send('网页尚未构建，请先运行 npm start。');
    return reply.header('cache-control', 'no-cache').sendFile(pageOf(request.url));
  });
}

/** The phone's entry and the pages for everybody are small programs of their own. */
const pageOf = (url: string): string =>
  /^\/rating(\/|$|\?)/.test(url) ? 'rating.html' : /^\/public\//.test(url) ? 'public.html' : 'index.html';
