import { expect, test } from 'vitest';
import { buildAccount, buildCounty } from '../../../tests/support/factories.ts';
import { withServer } from '../../../tests/support/server.ts';
import { readSessionToken } from './find-session.ts';

const server = withServer();

async function signing() {
  const { authCookies, secret } = await server.services.auth.$context;
  return { name: authCookies.sessionToken.name, secret };
}

test('a cookie that better-auth signed and we do not read, or one that we read and it did not sign', async () => {
  const officer = await buildAccount(server, 'county-officer', await buildCounty(server));
  const key = await signing();
  const token = readSessionToken(officer.cookie, key);
  const found = await server.services.door.asSystem('a test looks for the session', (trx) =>
    trx
      .selectFrom('account_session')
      .select('account')
      .where('token', '=', token ?? '')
      .execute(),
  );
  expect(found).toEqual([{ account: officer.account }]);
  expect(readSessionToken(officer.cookie, { ...key, secret: 'another' })).toBeUndefined();
  const forged = officer.cookie.replace(`${key.name}=`, `${key.name}=x`);
  for (const cookies of [
    forged,
    '',
    `${key.name}=`,
    `${key.name}=%E0%A4%A`,
    `${officer.cookie}; ${officer.cookie}`,
  ])
    expect(readSessionToken(cookies, key)).toBeUndefined();
  expect((await server.call({ cookie: forged }, 'GET', '/me')).status).toBe(401);
  expect((await server.call({ cookie: `other=1; ${officer.cookie}` }, 'GET', '/me')).status).toBe(200);
});

test('a session that ended, or whose account was disabled, and still opens', async () => {
  const officer = await buildAccount(server, 'township-officer', await buildCounty(server));
  expect((await server.call(officer, 'GET', '/me')).status).toBe(200);
  const move = (minutes: number) =>
    server.services.door.asSystem('a test lets time pass', (trx) =>
      trx
        .updateTable('account_session')
        .set({ expires_at: new Date(Date.now() + minutes * 60_000) })
        .where('account', '=', officer.account)
        .execute(),
    );
  // not fresh any more: better-auth renews it
  await move(10);
  expect((await server.call(officer, 'GET', '/me')).status).toBe(200);
  const renewed = await server.services.door.asSystem('a test looks', (trx) =>
    trx.selectFrom('account_session').select('expires_at').where('account', '=', officer.account).execute(),
  );
  expect(renewed[0]?.expires_at.getTime()).toBeGreaterThan(Date.now() + 25 * 60_000);
  await move(-1);
  expect((await server.call(officer, 'GET', '/me')).status).toBe(401);
});
