import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildAccount, buildCounty } from '../../../tests/support/factories.ts';
import { withServer } from '../../../tests/support/server.ts';
import { allRoutes } from './all-routes.ts';
import { Problem } from './problem.ts';
import { route } from './route.ts';
import { translateError } from './translate-error.ts';

const server = withServer();

describe('declaring a route', () => {
  const good = {
    method: 'GET',
    url: '/x',
    summary: 'x',
    permission: 'public',
    access: 'read',
    response: z.object({}),
    handle: async () => ({}),
  } as const;

  test('without a permission, or writing without an act, it does not come to be', () => {
    expect(() => route({ ...good, permission: '' as 'public' })).toThrow('no permission');
    expect(() => route({ ...good, permission: [] })).toThrow('no permission');
    expect(() => route({ ...good, access: 'write' })).toThrow('no act');
  });

  test('two routes of the same address are found', () => {
    const names = allRoutes.map(({ method, url }) => `${method} ${url.replaceAll(/:[a-zA-Z]+/g, ':')}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('a route that sees everything says why', () => {
    for (const { door, url } of allRoutes) {
      if (typeof door === 'object')
        expect([url, door.system.length]).toEqual([url, expect.toSatisfy((n) => n > 10)]);
    }
  });
});

describe('the description of the API', () => {
  test('it is OpenAPI 3.1, lists every route, and every reference in it leads somewhere', async () => {
    const { body } = await server.call(null, 'GET', '/openapi.json');
    expect(body.openapi).toMatch(/^3\.1\./);
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const declared = allRoutes.map(
      ({ method, url }) => `${method} /api${url.replaceAll(/:([a-zA-Z]+)/g, '{$1}')}`,
    );
    expect(described.toSorted()).toEqual(declared.toSorted());
    const text = JSON.stringify(body);
    for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
      expect(Object.keys(body.components.schemas)).toContain(name);
    }
    expect(text).not.toContain('"$ref":"#/$defs');
  });

  test('every parameter in an address is described, every operation has a name of its own', async () => {
    const { body } = await server.call(null, 'GET', '/openapi.json');
    const names: string[] = [];
    for (const [path, methods] of Object.entries<
      Record<string, { operationId: string; parameters?: { name: string; in: string }[] }>
    >(body.paths)) {
      for (const operation of Object.values(methods)) {
        names.push(operation.operationId);
        const described = (operation.parameters ?? [])
          .filter((one) => one.in === 'path')
          .map((one) => one.name);
        expect([path, described.toSorted()]).toEqual([
          path,
          [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted(),
        ]);
      }
    }
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('refusals', () => {
  test('an unknown address is a refusal in Chinese, not a page', async () => {
    const answer = await server.call(null, 'GET', '/nothing');
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toContain('没有找到');
  });

  test('a body that is no JSON, too large, or of another type is refused before anything happens', async () => {
    const post = (body: string, type = 'application/json') =>
      fetch(`${server.url}/api/first`, { method: 'POST', headers: { 'content-type': type }, body });
    expect((await post('{')).status).toBe(400);
    expect((await post(JSON.stringify({ token: 'x'.repeat(2_000_000) }))).status).toBe(413);
    expect((await post('<a/>', 'text/xml')).status).toBe(415);
    const polluted = await post('{"__proto__":{"admin":true},"token":"x"}');
    expect(polluted.status).toBe(400);
  });

  test.each([
    ['53100', 500, '磁盘空间已满'],
    ['23505', 409, '相同的记录'],
    ['40001', 409, '请重试'],
    ['57P01', 503, '连接不上'],
    ['08006', 503, '连接不上'],
    ['ECONNREFUSED', 503, '连接不上'],
    ['HJ001', 409, '固化'],
    ['23514', 422, '超出允许的范围'],
    ['22021', 400, '控制字符'],
  ])('the database saying %s is told as %i in plain words', (code, status, words) => {
    const refusal = translateError(Object.assign(new Error('raw words of the database'), { code }));
    expect(refusal.status).toBe(status);
    expect(refusal.message).toContain(words);
    expect(refusal.message).not.toContain('raw');
  });

  test('an unforeseen error leaks nothing but its number', () => {
    const refusal = translateError(new Error('password=secret at /home/x'));
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal.message).not.toContain('secret');
    expect(refusal.message).toMatch(/编号[0-9a-f]{6}/);
  });

  test('a refused field is told in the words of a form, not of a program', async () => {
    const officer = await buildAccount(server, 'county-officer', await buildCounty(server));
    const told = async (query: string): Promise<string> => {
      const { status, body } = await server.call(officer, 'GET', `/organizations?${query}`);
      expect(status).toBe(400);
      return body.error.message;
    };
    expect(await told('limit=100000')).toBe('查询条件有误：limit 不能大于200。');
    expect(await told(`q=${'x'.repeat(41)}`)).toBe('查询条件有误：q 最多40个字。');
    expect(await told('asOf=2026-02-30')).toContain('应为实际存在的日期');
    expect(await told('q=%00')).toContain('控制字符');
  });

  test('ids that are no ids are bad input, never a database error', async () => {
    const officer = await buildAccount(server, 'county-officer', await buildCounty(server));
    for (const id of ['0', '-1', '1.5', 'abc', '1e3x', '99999999999999999999', '%27']) {
      const { status } = await server.call(officer, 'GET', `/organizations/${id}`);
      expect([id, status]).toEqual([id, 400]);
    }
    expect((await server.call(officer, 'GET', '/organizations/4503599627370495')).status).toBe(404);
  });

  test('connections that the database cuts cost a request at most, never the program', async () => {
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    for (let round = 0; round < 3; round += 1) {
      await server.database.pool.query(cut).catch(() => undefined);
      const { status } = await server.call(null, 'GET', '/health');
      expect([200, 503]).toContain(status);
    }
    expect((await server.call(null, 'GET', '/health')).status).toBe(200);
  });

  test('a request that names another host than this computer is refused', async () => {
    const { hostname, port } = new URL(server.url);
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, path: '/api/health', headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
