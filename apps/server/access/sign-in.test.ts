import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildCounty,
  buildTownship,
  buildVillage,
  password,
  readCookie,
  signIn,
} from '../../../tests/support/factories.ts';
import { withServer } from '../../../tests/support/server.ts';
import { makeCode } from '../demo/totp.ts';

const server = withServer();
const tryIn = (userName: string, secret: string) =>
  server.call(null, 'POST', '/auth/sign-in/username', { username: userName, password: secret });

async function buildSecretary() {
  const county = await buildCounty(server);
  const village = await buildVillage(server, await buildTownship(server, county));
  return buildAccount(server, 'branch-secretary', village);
}

describe('locking out', () => {
  test('after five failures even the right password is refused for fifteen minutes, also after a restart', async () => {
    const { userName } = await buildSecretary();
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const answer = await tryIn(userName, `wrong-${attempt}`);
      expect(answer.status).toBe(401);
    }
    expect((await tryIn(userName, password)).status).toBe(429);
    await server.restart();
    const locked = await tryIn(userName, password);
    expect(locked.status).toBe(429);
    expect(locked.body.error.message).toContain('15分钟');
    await server.services.door.asSystem('a test lets a quarter of an hour pass', async (trx) => {
      await trx
        .updateTable('sign_in_guard')
        .set({ locked_until: sql<Date>`clock_timestamp() - interval '1 second'` })
        .where('user_name', '=', userName)
        .execute();
    });
    expect((await tryIn(userName, password)).status).toBe(200);
  });

  test('a name without an account answers word for word like one with it, and is locked like it', async () => {
    const { userName } = await buildSecretary();
    const nobody = `nobody${Date.now()}`;
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      const real = await tryIn(userName, 'wrong');
      const none = await tryIn(nobody, 'wrong');
      expect(none.status).toBe(real.status);
      expect(none.body).toEqual(real.body);
    }
    expect((await tryIn(nobody, 'wrong')).status).toBe(429);
  });

  test('an account whose password nobody has set yet takes as long to refuse as any other', async () => {
    const admin = await buildAccount(server, 'system-admin');
    const made = await server.call(admin, 'POST', '/accounts', {
      userName: `unset${Date.now()}`,
      name: '未设',
    });
    const { userName } = await buildSecretary();
    const time = async (name: string) => {
      const start = performance.now();
      expect((await tryIn(name, 'Wrong-Pass-1')).status).toBe(401);
      return performance.now() - start;
    };
    const [unset, wrong] = [await time(made.body.account.userName), await time(userName)];
    expect(unset).toBeGreaterThan(wrong / 4);
  });

  test('tries side by side cannot outrun the count', async () => {
    const { userName } = await buildSecretary();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => tryIn(userName, `wrong-${index}`)),
    );
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect((await tryIn(userName, password)).status).toBe(429);
  });

  test('a success in between lets the count begin anew', async () => {
    const { userName } = await buildSecretary();
    for (let attempt = 1; attempt <= 4; attempt += 1) await tryIn(userName, 'wrong');
    expect((await tryIn(userName, password)).status).toBe(200);
    for (let attempt = 1; attempt <= 4; attempt += 1)
      expect((await tryIn(userName, 'wrong')).status).toBe(401);
    expect((await tryIn(userName, password)).status).toBe(200);
  });

  test('failures and the lock are in the trail, passwords are not', async () => {
    const { userName } = await buildSecretary();
    for (let attempt = 1; attempt <= 5; attempt += 1) await tryIn(userName, 'Top-Secret-1');
    const lines = await server.services.door.asSystem('a test reads the trail', (trx) =>
      trx
        .selectFrom('audit_line')
        .selectAll()
        .where('act', 'in', ['sign-in.failed', 'sign-in.locked'])
        .execute(),
    );
    const ours = lines.filter((line) => line.details.userName === userName);
    expect(ours.map((line) => line.act).filter((act) => act === 'sign-in.locked')).toHaveLength(1);
    expect(ours.filter((line) => line.act === 'sign-in.failed')).toHaveLength(5);
    expect(JSON.stringify(ours)).not.toContain('Top-Secret');
  });
});

describe('a session', () => {
  test('it ends after thirty minutes without a request', async () => {
    const who = await buildSecretary();
    expect((await server.call(who, 'GET', '/me')).status).toBe(200);
    await server.services.door.asSystem('a test lets half an hour pass', async (trx) => {
      await trx
        .updateTable('account_session')
        .set({ expires_at: sql<Date>`expires_at - interval '30 minutes'` })
        .where('account', '=', who.account)
        .execute();
    });
    expect((await server.call(who, 'GET', '/me')).status).toBe(401);
  });

  test('a request rolls it on', async () => {
    const who = await buildSecretary();
    const expiry = () =>
      server.services.door.asSystem('a test looks', async (trx) =>
        trx
          .selectFrom('account_session')
          .select('expires_at')
          .where('account', '=', who.account)
          .executeTakeFirstOrThrow(),
      );
    await server.services.door.asSystem('a test lets ten minutes pass', async (trx) => {
      await trx
        .updateTable('account_session')
        .set({ expires_at: sql<Date>`expires_at - interval '10 minutes'` })
        .where('account', '=', who.account)
        .execute();
    });
    const before = (await expiry()).expires_at.getTime();
    await server.call(who, 'GET', '/me');
    expect((await expiry()).expires_at.getTime()).toBeGreaterThan(before + 9 * 60_000);
  });

  test('signing out ends it on the server, not only in the browser', async () => {
    const who = await buildSecretary();
    expect((await server.call(who, 'POST', '/auth/sign-out', {})).status).toBe(200);
    expect((await server.call(who, 'GET', '/me')).status).toBe(401);
  });

  test('a cookie with another signature is nobody', async () => {
    const who = await buildSecretary();
    const forged = { cookie: who.cookie.replace(/.{6}$/, 'AAAA%3D') };
    expect((await server.call(forged, 'GET', '/me')).status).toBe(401);
  });

  test('its cookie is out of reach for scripts and other sites, and its token is in no answer', async () => {
    const { userName } = await buildSecretary();
    const answer = await tryIn(userName, password);
    const cookie = answer.headers.getSetCookie().join();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const token = /session_token=([^.;]+)/.exec(cookie)?.[1] ?? '-';
    expect(JSON.stringify(answer.body)).not.toContain(token);
  });

  test('a disabled account has no session left and gets no new one', async () => {
    const who = await buildSecretary();
    const admin = await buildAccount(server, 'system-admin');
    expect((await server.call(admin, 'POST', `/accounts/${who.account}/disable`)).status).toBe(200);
    expect((await server.call(who, 'GET', '/me')).status).toBe(401);
    expect((await tryIn(who.userName, password)).status).toBe(401);
    expect((await server.call(admin, 'POST', `/accounts/${who.account}/enable`)).status).toBe(200);
    expect((await tryIn(who.userName, password)).status).toBe(200);
  });

  test('changing the password needs the old one, keeps the policy, and ends the other sessions', async () => {
    const who = await buildSecretary();
    const other = { cookie: await signIn(server, who.userName) };
    const change = (currentPassword: string, newPassword: string) =>
      server.call(who, 'POST', '/auth/change-password', { currentPassword, newPassword });
    expect((await change('wrong', 'Brand-New-2027')).status).toBe(400);
    expect((await change(password, 'short')).status).toBe(400);
    expect((await change(password, 'Brand-New-2027')).status).toBe(200);
    expect((await server.call(other, 'GET', '/me')).status).toBe(401);
    expect((await tryIn(who.userName, password)).status).toBe(401);
    expect((await tryIn(who.userName, 'Brand-New-2027')).status).toBe(200);
  });
});

describe('the one-time code', () => {
  /** Enrols as the web does; returns the secret of the telephone and the backup codes. */
  async function enrol(who: { cookie: string }) {
    const enabled = await server.call(who, 'POST', '/auth/two-factor/enable', { password });
    const secret: string = enabled.body.totpURI;
    const code = makeCode(secret, new Date());
    const verified = await server.call(who, 'POST', '/auth/two-factor/verify-totp', { code });
    expect(verified.status).toBe(200);
    return { secret, codes: enabled.body.backupCodes as string[], cookie: readCookie(verified.headers) };
  }

  test('a county officer may do nothing before it is on, and everything after', async () => {
    const county = await buildCounty(server);
    const who = await buildAccount(server, 'county-officer', county, { totp: false });
    const me = await server.call(who, 'GET', '/me');
    expect(me.body.account).toMatchObject({ totpRequired: true, totpOn: false });
    const refused = await server.call(who, 'GET', '/organizations');
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'totp-required' } } });
    const { cookie } = await enrol(who);
    expect((await server.call({ cookie }, 'GET', '/organizations')).status).toBe(200);
    const off = await server.call({ cookie }, 'POST', '/auth/two-factor/disable', { password });
    expect(off.status).toBe(409);
  });

  test('once it is on, the password alone opens nothing; a wrong code neither; a backup code opens once', async () => {
    const who = await buildSecretary();
    const { secret, codes } = await enrol(who);
    const half = await tryIn(who.userName, password);
    expect(half.body.twoFactorRedirect).toBe(true);
    const pending = { cookie: readCookie(half.headers) };
    expect((await server.call(pending, 'GET', '/me')).status).toBe(401);
    const wrong = await server.call(pending, 'POST', '/auth/two-factor/verify-totp', { code: '000000' });
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'wrong-code' } } });
    const right = await server.call(pending, 'POST', '/auth/two-factor/verify-totp', {
      code: makeCode(secret, new Date()),
      trustDevice: true,
    });
    expect((await server.call({ cookie: readCookie(right.headers) }, 'GET', '/me')).status).toBe(200);
    expect(readCookie(right.headers)).not.toContain('trust');
    const again = { cookie: readCookie((await tryIn(who.userName, password)).headers) };
    const [backup] = codes;
    const spent = await server.call(again, 'POST', '/auth/two-factor/verify-backup-code', { code: backup });
    expect(spent.status).toBe(200);
    const third = { cookie: readCookie((await tryIn(who.userName, password)).headers) };
    expect(
      (await server.call(third, 'POST', '/auth/two-factor/verify-backup-code', { code: backup })).status,
    ).toBe(401);
  });
});

describe('the door of the web', () => {
  const write = (headers: Record<string, string>) =>
    fetch(`${server.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{}',
    });

  test("another site's page cannot write, a page of this computer can", async () => {
    expect((await write({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await write({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await write({ origin: 'null' })).status).toBe(403);
    expect((await write({ origin: 'http://localhost:5173' })).status).toBe(200);
    expect((await write({ origin: server.url })).status).toBe(200);
  });

  test('parts of the sign-in library that are not ours to offer are not there', async () => {
    for (const path of [
      'sign-up/email',
      'update-user',
      'delete-user',
      'request-password-reset',
      'two-factor/send-otp',
    ]) {
      expect((await server.call(null, 'POST', `/auth/${path}`, {})).status).toBe(404);
    }
    expect((await server.call(null, 'GET', '/auth/list-sessions')).status).toBe(404);
  });

  test('every answer carries the headers that keep a browser safe', async () => {
    const { headers } = await server.call(null, 'GET', '/health');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
