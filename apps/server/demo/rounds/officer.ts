import type { FastifyInstance } from 'fastify';
import type { Services } from '../../http/services.ts';
import type { DemoAccount } from '../demo-accounts.ts';
import { makeCode } from '../totp.ts';

/** A demo account at work: it asks the program itself, so the demo's rounds came about as anybody's do. */
export interface Officer {
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: object): Promise<Answer>;
}

export async function enterAs(
  app: FastifyInstance,
  services: Services,
  { userName, password, totp }: DemoAccount,
): Promise<Officer> {
  const send = async (path: string, cookie: string, body?: object) => {
    const answer = await app.inject({
      method: body ? 'POST' : 'GET',
      url: `/api${path}`,
      headers: { cookie, host: '127.0.0.1' },
      ...(body ? { payload: body } : {}),
    });
    if (answer.statusCode >= 400)
      throw new Error(`the demo was refused at ${path}: ${answer.statusCode} ${answer.body}`);
    return answer;
  };
  const cookieOf = (answer: Awaited<ReturnType<typeof send>>): string =>
    answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  let cookie = cookieOf(await send('/auth/sign-in/username', '', { username: userName, password }));
  if (totp !== null)
    cookie = cookieOf(
      await send('/auth/two-factor/verify-totp', cookie, { code: makeCode(totp, services.now()) }),
    );
  const ask = async <Answer>(path: string, body?: object): Promise<Answer> =>
    (await send(path, cookie, body)).json<Answer>();
  return { get: (path) => ask(path), post: (path, body) => ask(path, body) };
}
