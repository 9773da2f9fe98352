import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildCounty,
  buildTownship,
  password,
  type Signed,
  signIn,
} from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import type { Place } from '../organizations/get-place.ts';
import { findFirstLink } from './first-link.ts';

const server = withServer();
const tokenOf = (path: string | null | undefined): string =>
  new URL(path ?? '', 'http://x').searchParams.get('token') ?? '';
const use = (path: string | null, body: object) =>
  server.call(null, 'POST', '/first', { token: tokenOf(path), password, ...body });

describe('the first run', () => {
  let links: { purpose: string; path: string }[];

  test('the first link makes the system administrator once, and yields the links for two other people', async () => {
    const old = await findFirstLink(server.database.url);
    const link = await findFirstLink(server.database.url);
    expect((await use(old, { userName: 'early', name: '早到' })).status).toBe(409);
    const shown = await server.call(null, 'GET', `/first?token=${tokenOf(link)}`);
    expect(shown.body).toMatchObject({ ok: true, purpose: 'first-administrator' });
    expect((await use(link, { userName: 'root', name: '系某', password: 'short' })).status).toBe(400);
    expect((await use(link, { userName: '1', name: '系某' })).status).toBe(400);
    const made = await use(link, { userName: 'Xitong', name: '系某' });
    expect(made.body.userName).toBe('xitong');
    links = made.body.links;
    expect(links.map(({ purpose }) => purpose)).toEqual(['security-admin', 'audit-admin']);
    expect((await use(link, { userName: 'again', name: '再来' })).status).toBe(409);
    expect(await findFirstLink(server.database.url)).toBeNull();
  });

  test('a link that got lost is made anew, which ends the lost one; others than the system administrator may not', async () => {
    const system = await buildAccount(server, 'system-admin');
    const officer = await buildAccount(server, 'county-officer', await buildCounty(server));
    const remake = (who: Signed | null) =>
      server.call(who, 'POST', '/first/links', { purpose: 'audit-admin' });
    expect((await remake(null)).status).toBe(401);
    expect((await remake(officer)).status).toBe(403);
    const fresh = await remake(system);
    const lost = links[1]?.path ?? null;
    expect((await use(lost, { userName: 'lost', name: '某某' })).status).toBe(409);
    links = [...links.slice(0, 1), fresh.body];
    const wrong = await server.call(system, 'POST', '/first/links', { purpose: 'system-admin' });
    expect(wrong.status).toBe(400);
  });

  test('the other two links make the other two administrators, each once', async () => {
    for (const { path, purpose } of links) {
      expect((await use(path, { userName: purpose, name: '某某' })).status).toBe(200);
      expect((await use(path, { userName: `${purpose}-2`, name: '某某' })).status).toBe(409);
    }
    const system = await buildAccount(server, 'system-admin');
    const late = await server.call(system, 'POST', '/first/links', { purpose: 'audit-admin' });
    expect(late.status).toBe(409);
    const cookie = await signIn(server, 'security-admin');
    const me = await server.call({ cookie }, 'GET', '/me');
    expect(me.body).toMatchObject({
      scope: null,
      account: { totpRequired: true },
      assignments: [{ role: 'security-admin' }],
    });
  });

  test('a link that nobody made, or a day too old, opens nothing', async () => {
    expect((await server.call(null, 'GET', `/first?token=${'x'.repeat(43)}`)).status).toBe(409);
    expect((await server.call(null, 'GET', '/first?token=short')).status).toBe(400);
  });

  test('no table and no line of the trail holds a link or a password in clear', async () => {
    const dump = await server.services.door.asSystem('a test looks everywhere', async (trx) =>
      JSON.stringify([
        await trx.selectFrom('one_time_link').selectAll().execute(),
        await trx.selectFrom('audit_line').selectAll().execute(),
        await trx.selectFrom('account_credential').selectAll().execute(),
      ]),
    );
    expect(dump).not.toContain(password);
    for (const { path } of links) expect(dump).not.toContain(tokenOf(path));
  });
});

describe('three administrators', () => {
  let system: Signed;
  let security: Signed;
  let audit: Signed;
  let county: Place;
  let officer: Signed;

  beforeAll(async () => {
    system = await buildAccount(server, 'system-admin');
    security = await buildAccount(server, 'security-admin');
    audit = await buildAccount(server, 'audit-admin');
    county = await buildCounty(server);
    officer = await buildAccount(server, 'county-officer', county);
  });

  const grant = (who: Signed | null, body: object) => server.call(who, 'POST', '/assignments', body);

  test('each may do his own part and neither of the others', async () => {
    const calls = [
      ['POST', '/accounts', { userName: `neu${Date.now()}`, name: '新人' }, system],
      [
        'POST',
        '/assignments',
        { account: officer.account, role: 'auditor', organization: county.id },
        security,
      ],
      ['GET', '/audit', undefined, audit],
    ] as const;
    for (const [method, path, body, owner] of calls) {
      for (const who of [system, security, audit, officer]) {
        const { status } = await server.call(who, method, path, body);
        expect([path, who.userName, status]).toEqual([
          path,
          who.userName,
          who === owner ? (method === 'GET' ? 200 : 201) : 403,
        ]);
      }
      expect((await server.call(null, method, path, body)).status).toBe(401);
    }
  });

  test('none of them sees business data', async () => {
    for (const who of [system, security, audit]) {
      for (const path of [
        '/organizations',
        `/organizations/${county.id}`,
        `/organizations/${county.id}/records/roster`,
      ]) {
        expect((await server.call(who, 'GET', path)).status).toBe(403);
      }
      expect((await server.call(who, 'GET', '/home')).body).toMatchObject({ scope: null, standing: null });
    }
  });

  test('nobody holds two of the three, and no administrator a business role, in either order', async () => {
    expect((await grant(security, { account: system.account, role: 'audit-admin' })).status).toBe(409);
    expect(
      (await grant(security, { account: audit.account, role: 'county-officer', organization: county.id }))
        .status,
    ).toBe(409);
    expect((await grant(security, { account: officer.account, role: 'system-admin' })).status).toBe(409);
  });

  test('nobody grants a role to himself, and the last administrator of a kind stays', async () => {
    expect((await grant(security, { account: security.account, role: 'security-admin' })).status).toBe(409);
    const all = await server.call(security, 'GET', '/assignments?limit=200');
    const audits = all.body.rows.filter(
      (row: { role: string; endedAt: string | null }) => row.role === 'audit-admin' && !row.endedAt,
    );
    const answers: number[] = [];
    for (const { id } of audits)
      answers.push((await server.call(security, 'POST', `/assignments/${id}/end`)).status);
    expect(answers.at(-1)).toBe(409);
    expect(answers.slice(0, -1).every((status) => status === 200)).toBe(true);
  });

  test('a role needs an organization of its own level, an administrator none', async () => {
    const township = await buildTownship(server, county);
    const { account } = await buildAccount(server, 'liaison', township);
    expect(
      (await grant(security, { account, role: 'county-officer', organization: township.id })).status,
    ).toBe(400);
    expect((await grant(security, { account, role: 'township-officer' })).status).toBe(400);
    expect((await grant(security, { account, role: 'emperor', organization: township.id })).status).toBe(400);
    expect((await grant(security, { account, role: 'township-officer', organization: 999_999 })).status).toBe(
      404,
    );
    expect(
      (await grant(security, { account: 'nobody', role: 'township-officer', organization: township.id }))
        .status,
    ).toBe(404);
    expect(
      (await grant(security, { account, role: 'township-officer', organization: township.id })).status,
    ).toBe(201);
    expect(
      (await grant(security, { account, role: 'township-officer', organization: township.id })).status,
    ).toBe(409);
  });

  test('a role that was taken back holds no longer, from that moment', async () => {
    const who = await buildAccount(server, 'liaison', county);
    expect((await server.call(who, 'GET', '/organizations')).status).toBe(200);
    expect((await server.call(security, 'POST', `/assignments/${who.assignment}/end`)).status).toBe(200);
    expect((await server.call(who, 'GET', '/organizations')).status).toBe(401);
    const cookie = await signIn(server, who.userName);
    expect((await server.call({ cookie }, 'GET', '/organizations')).status).toBe(403);
  });

  test('whoever holds several roles works under one at a time, and never under somebody else’s', async () => {
    const township = await buildTownship(server, county);
    const who = await buildAccount(server, 'liaison', county);
    const second = await grant(security, {
      account: who.account,
      role: 'township-officer',
      organization: township.id,
    });
    expect((await server.call(who, 'GET', '/me')).body).toMatchObject({
      active: who.assignment,
      scope: { id: county.id },
    });
    const chosen = await server.call(who, 'POST', '/me/assignment', { assignment: second.body.id });
    expect(chosen.status).toBe(200);
    const me = await server.call(who, 'GET', '/me');
    expect(me.body).toMatchObject({ active: second.body.id, scope: { id: township.id } });
    expect(me.body.can).toContain('record.write');
    expect((await server.call(who, 'GET', `/organizations/${county.id}`)).status).toBe(404);
    expect(
      (await server.call(who, 'POST', '/me/assignment', { assignment: officer.assignment })).status,
    ).toBe(404);
  });

  test('an account gets its password by a link that works once; a new link ends the old password', async () => {
    const made = await server.call(system, 'POST', '/accounts', {
      userName: `link${Date.now()}`,
      name: '链某',
    });
    expect(made.body.account.passwordSet).toBe(false);
    const { id, userName } = made.body.account;
    expect((await server.call(system, 'POST', '/accounts', { userName, name: '重名' })).status).toBe(409);
    expect((await server.call(null, 'GET', `/first?token=${tokenOf(made.body.path)}`)).body).toMatchObject({
      purpose: 'set-password',
      userName,
    });
    expect((await use(made.body.path, {})).status).toBe(200);
    expect((await use(made.body.path, {})).status).toBe(409);
    const cookie = await signIn(server, userName);
    const again = await server.call(system, 'POST', `/accounts/${id}/link`, {});
    expect(again.status).toBe(200);
    expect((await server.call({ cookie }, 'GET', '/me')).status).toBe(401);
    await expect(signIn(server, userName)).rejects.toThrow('401');
    expect((await server.call(system, 'POST', `/accounts/${system.account}/link`, {})).status).toBe(409);
    expect((await server.call(system, 'POST', '/accounts/nobody/link', {})).status).toBe(404);
  });

  test('a lost telephone: the second factor ends with the password, and only when it is asked for', async () => {
    const place = await buildCounty(server);
    const [kept, lost] = [
      await buildAccount(server, 'county-officer', place),
      await buildAccount(server, 'county-officer', place),
    ];
    const link = (account: string, body: object) =>
      server.call(system, 'POST', `/accounts/${account}/link`, body);
    expect((await link(kept.account, {})).body.account.totpOn).toBe(true);
    expect((await link(lost.account, { resetTotp: true })).body.account.totpOn).toBe(false);
    expect((await link(lost.account, { resetTotp: 'yes' })).status).toBe(400);
    expect((await server.call(lost, 'GET', '/me')).status).toBe(401);
  });

  test('accounts are found by name, and organizations by name for whoever grants roles', async () => {
    const found = await server.call(security, 'GET', `/accounts?q=${officer.userName}`);
    expect(found.body.rows).toHaveLength(1);
    expect(found.body.rows[0].assignments[0]).toMatchObject({
      role: 'county-officer',
      organization: { id: county.id },
    });
    const places = await server.call(
      security,
      'GET',
      `/assignments/organizations?q=${encodeURIComponent(county.name)}`,
    );
    expect(places.body.rows.map((row: { id: number }) => row.id)).toContain(county.id);
    expect(Object.keys(places.body.rows[0]).toSorted()).toEqual(['id', 'name', 'parentName']);
  });
});
