import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Act } from '../audit/acts.ts';
import { Problem, problems } from '../http/problem.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import type { Services } from '../http/services.ts';
import { requireStrongPassword } from './password-policy.ts';
import { findActor } from './require-actor.ts';
import { createSignInGuard } from './sign-in-guard.ts';
import { copyCookies, toWebHeaders } from './web-request.ts';

type Body = Record<string, unknown>;

/** The parts of better-auth that are open, all others answer 404: which fields of the body go through. */
const open: Record<string, readonly string[]> = {
  'GET get-session': [],
  'POST sign-in/username': ['username', 'password'],
  'POST sign-out': [],
  'POST change-password': ['currentPassword', 'newPassword'],
  'POST two-factor/enable': ['password'],
  'POST two-factor/disable': ['password'],
  'POST two-factor/verify-totp': ['code'],
  'POST two-factor/verify-backup-code': ['code'],
  'POST two-factor/generate-backup-codes': ['password'],
};

/** Serves /api/auth/*: lock-out, password policy and audit lines around better-auth. */
export function serveAuth(app: FastifyInstance, services: Services): void {
  const guard = createSignInGuard(services.door);
  const limit = createRateLimit({ max: 240, windowMs: 60_000, now: services.now });

  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) => {
      const path = (request.params as { '*': string })['*'];
      const fields = open[`${request.method} ${path}`];
      if (!fields) throw problems.notFound('这个登录接口');
      if (path !== 'sign-out' && request.method === 'POST') limit.take(request.ip);
      const body = pickFields(request.body, fields);
      if (path === 'sign-in/username') return signIn(request, reply, body);
      return otherwise(path, request, reply, body);
    },
  });

  async function signIn(request: FastifyRequest, reply: FastifyReply, body: Body): Promise<unknown> {
    const userName = String(body.username ?? '')
      .trim()
      .toLowerCase()
      .slice(0, 60);
    const password = String(body.password ?? '');
    if (!userName || !password || password.length > 128) throw problems.wrongSignIn();
    await guard.admit(userName);
    const response = await callAuth('sign-in/username', request, { username: userName, password });
    if (response.status === 401) {
      const locked = await guard.fail(userName);
      await tell('sign-in.failed', null, { userName, from: request.ip });
      if (locked) await tell('sign-in.locked', null, { userName, from: request.ip });
      throw problems.wrongSignIn();
    }
    if (!response.ok) return answer(response, reply);
    await guard.clear(userName);
    const found = (await response.clone().json()) as { user?: { id?: string } };
    if (found.user?.id) await tell('sign-in.done', found.user.id, { from: request.ip });
    return answer(response, reply);
  }

  async function otherwise(
    path: string,
    request: FastifyRequest,
    reply: FastifyReply,
    body: Body,
  ): Promise<unknown> {
    const actor = path === 'get-session' ? undefined : await findActor(services, request, reply);
    if (path === 'change-password') {
      if (!actor) throw problems.notSignedIn();
      requireStrongPassword(String(body.newPassword ?? ''), actor.userName);
      body.revokeOtherSessions = true;
    }
    if (path === 'two-factor/disable' && actor?.totpRequired)
      throw problems.conflict(
        '您的角色要求一直启用动态口令，不能停用。如更换手机，请用备用码登录后重新绑定。',
      );
    const response = await callAuth(path, request, body);
    if (response.ok) await tellOutcome(path, actor?.account ?? null, actor?.totpOn === true, response);
    return answer(response, reply);
  }

  async function tellOutcome(
    path: string,
    account: string | null,
    totpOn: boolean,
    response: Response,
  ): Promise<void> {
    if (path === 'sign-out' && account) await tell('sign-in.out', account, {});
    if (path === 'change-password') await tell('account.password', account, {});
    if (path === 'two-factor/disable') await tell('account.totp-off', account, {});
    if (path !== 'two-factor/verify-totp' && path !== 'two-factor/verify-backup-code') return;
    if (account && !totpOn) return tell('account.totp-on', account, {});
    const found = (await response.clone().json()) as { user?: { id?: string } };
    if (!account && found.user?.id) await tell('sign-in.done', found.user.id, { secondFactor: true });
  }

  const tell = (act: Act, account: string | null, details: Record<string, unknown>): Promise<void> =>
    services.door.asSystem(
      'sign-in leaves its line',
      async (_trx, note) => note({ act, object: account ? `account/${account}` : undefined, details }),
      account ?? undefined,
    );

  async function callAuth(path: string, request: FastifyRequest, body: Body): Promise<Response> {
    const headers = toWebHeaders(request);
    const url = `${request.protocol}://${request.host}/api/auth/${path}`;
    // The browser's page may sit on a development server's port; same-origin.ts has judged it already.
    headers.set('origin', new URL(url).origin);
    if (request.method === 'GET') return services.auth.handler(new Request(url, { headers }));
    headers.set('content-type', 'application/json');
    return services.auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
  }
}

async function answer(response: Response, reply: FastifyReply): Promise<unknown> {
  if (!response.ok) throw await explainRefusal(response);
  copyCookies(response.headers, reply);
  reply.header('cache-control', 'no-store').type('application/json; charset=utf-8');
  return reply.send(stripTokens(await response.text()));
}

/** The session's token lives in the cookie only. */
function stripTokens(text: string): string {
  const value: unknown = text ? JSON.parse(text) : null;
  if (value === null || typeof value !== 'object') return 'null';
  const { token: _token, session: _session, ...rest } = value as Body;
  return JSON.stringify(rest);
}

async function explainRefusal(response: Response): Promise<Problem> {
  const { code } = (await response.json().catch(() => ({}))) as { code?: string };
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return problems.wrongCode();
  if (code === 'INVALID_TWO_FACTOR_COOKIE' || code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE')
    return new Problem(401, 'sign-in-again', '这次登录已过期或输错次数过多，请重新输入用户名和口令。');
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return problems.locked(15);
  if (code === 'INVALID_PASSWORD')
    return problems.badInput(
      [{ path: 'password', message: '现在的口令不对。' }],
      '现在的口令不对，请重新输入。',
    );
  if (code === 'TOTP_ALREADY_ENABLED') return problems.conflict('动态口令已经启用，无需再次启用。');
  if (code === 'TOTP_NOT_ENABLED') return problems.conflict('还没有启用动态口令，请先启用。');
  if (response.status === 401) return problems.notSignedIn();
  if (response.status < 500) return problems.badInput([], '提交的内容有误，请检查后重试。');
  return problems.internal('auth');
}

function pickFields(body: unknown, fields: readonly string[]): Body {
  if (body === null || typeof body !== 'object') return {};
  const given = body as Body;
  return Object.fromEntries(
    fields.filter((field) => typeof given[field] === 'string').map((field) => [field, given[field]]),
  );
}
