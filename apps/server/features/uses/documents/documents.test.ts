import { randomUUID } from 'node:crypto';
import type { DocumentFull } from '@hujian/contract';
import { documentKind } from '@hujian/contract';
import { openWorkbook } from '@hujian/documents';
import { openSource } from '@hujian/reader';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Caller, withServer } from '../../../../../tests/support/server.ts';
import { entryRow } from '../../rounds/testing/put-entries.ts';
import type { RoundRoom } from '../../rounds/testing/round-room.ts';
import { buildResultRoom } from '../testing/result-room.ts';

const server = withServer();
let room: RoundRoom;
let unranked: RoundRoom;
let unready: RoundRoom;

beforeAll(async () => {
  room = await buildResultRoom(server);
  unranked = await buildResultRoom(server, { ranked: false, villages: 3, neighbours: 0 });
  unready = await buildResultRoom(server, { result: 'submitted', villages: 3, neighbours: 0 });
}, 120_000);

const path = (of: RoundRoom, kind = '') => `/rounds/${of.round}/documents${kind && `/${kind}`}`;
const read = async (of: RoundRoom, kind: string): Promise<DocumentFull> =>
  (await server.call(of.townshipOfficer, 'GET', path(of, kind))).body;
const wordsOf = ({ words }: DocumentFull): string =>
  words.sections.map(({ heading, text }) => `${heading}\n${text}`).join('\n');

async function download(
  who: Caller,
  of: RoundRoom,
  file: string,
): Promise<{ status: number; bytes: Uint8Array }> {
  const answer = await fetch(`${server.url}/api${path(of, file)}`, { headers: { cookie: who.cookie } });
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

describe('the documents of a round', () => {
  test('are ten, each saying what it waits for in words', async () => {
    const { status, body } = await server.call(room.townshipOfficer, 'GET', path(room));
    expect(status).toBe(200);
    expect(body.rows.map(({ kind }: { kind: string }) => kind)).toEqual(documentKind.options);
    const waits = new Map(
      body.rows.map((row: { kind: string; waitsFor: string | null }) => [row.kind, row.waitsFor]),
    );
    for (const kind of ['plan', 'minutes', 'report', 'circular', 'notice', 'assessment', 'experience'])
      expect([kind, waits.get(kind)]).toEqual([kind, null]);
    for (const kind of ['fund', 'classes', 'follow-up']) expect(waits.get(kind)).toContain('请先');
  });

  test('are for the holder and those above; a stranger, a neighbour and the village itself are refused', async () => {
    for (const kind of ['', 'circular', 'report.docx', 'report.xlsx']) {
      const look = async (who: Caller | null) => (await server.call(who, 'GET', path(room, kind))).status;
      expect([
        await look(room.townshipOfficer),
        await look(room.countyOfficer),
        await look(room.cityOfficer),
      ]).toEqual([200, 200, 200]);
      expect([await look(room.neighbourOfficer), await look(room.elsewhere)]).toEqual([404, 404]);
      expect([await look(room.secretaries[0] ?? null), await look(room.stranger), await look(null)]).toEqual([
        403, 403, 401,
      ]);
    }
    expect((await server.call(room.townshipOfficer, 'GET', path(room, 'letter'))).status).toBe(400);
  });

  test('a circular before the result is published is not written: bands would be out before anybody could object', async () => {
    const { waitsFor } = await read(unready, 'circular');
    expect(waitsFor).toContain('尚未公布');
    const { status, bytes } = await download(unready.townshipOfficer, unready, 'circular.docx');
    expect([status, new TextDecoder().decode(bytes)]).toEqual([409, expect.stringContaining('尚未公布')]);
  });

  test('the circular tells bands and no places, and no points of anybody', async () => {
    const circular = await read(room, 'circular');
    expect(circular.words.mark).toMatch(/文件$/);
    expect(circular.words.title).toContain('评议结果的通报');
    const bands = circular.tables.bands;
    expect(bands?.rows.length).toBeGreaterThan(1);
    expect(bands?.rows.flatMap(([, , names]) => (names ?? '').split('、')).toSorted()).toEqual(
      room.villages.map(({ name }) => name).toSorted(),
    );
    expect(wordsOf(circular)).toContain('不分先后');
    expect(`${wordsOf(circular)}${JSON.stringify(circular.tables)}`).not.toMatch(
      /第[一二三1-9]名|9[0-9]\.\d|评议员/,
    );
  });

  test('without a basis for rankings no document holds a band', async () => {
    for (const kind of ['circular', 'report', 'notice', 'assessment']) {
      const found = await read(unranked, kind);
      expect([kind, found.tables.bands, found.tables.results]).toEqual([kind, undefined, undefined]);
      expect(JSON.stringify([found.words, found.tables])).not.toMatch(/[A-D]档/);
    }
    expect((await read(unranked, 'circular')).words.title).toContain('评议情况的通报');
    expect(wordsOf(await read(unranked, 'circular'))).toContain('网格议事');
  });

  test('what came in after the meeting was closed stands in none: its author was told that it does not count', async () => {
    const visit = unready.visits[0];
    const seat = visit?.seats[0];
    if (!visit || !seat) throw new Error('nobody sits there');
    const late = entryRow(
      { put: unready, visit, seat, revealed: true },
      {
        field: `finding/${randomUUID()}`,
        item: null,
        body: { kind: 'finding', text: '散会以后才写的', severity: 'grave', gone: false },
        clock: 900,
      },
    );
    await server.services.door.asSystem('a test writes too late', (trx) =>
      trx.insertInto('visit_entry').values(late).execute(),
    );
    for (const kind of ['minutes', 'report']) {
      const told = JSON.stringify(await read(unready, kind));
      expect(told).toContain('公开栏没有按时更新');
      expect(told).not.toContain('散会以后才写的');
    }
  });

  test('a plan has its six parts, visits, panel, items and weights', async () => {
    const plan = await read(room, 'plan');
    expect(plan.words.sections.slice(0, 6).map(({ heading }) => heading)).toEqual([
      '一、工作目标',
      '二、方法措施',
      '三、推进步骤',
      '四、问题整改',
      '五、督促指导',
      '六、结果运用',
    ]);
    expect(plan.tables.visits?.rows).toHaveLength(6);
    expect(plan.tables.panel?.rows).toHaveLength(room.panelists.length);
    expect(plan.tables.items?.rows).toHaveLength(room.items.length);
    expect(wordsOf(plan)).toContain('现场评议（占100%）');
  });

  test('an assessment lists units by code and ranks nobody', async () => {
    const { tables } = await read(room, 'assessment');
    expect(tables.posts?.columns).not.toContain('名次');
    expect(tables.posts?.rows.map(([name]) => name)).toEqual(
      room.villages.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(({ name }) => name),
    );
  });
});

describe('what a person writes', () => {
  test('is kept while the tables follow the numbers', async () => {
    const of = room;
    const before = await read(of, 'circular');
    const words = {
      ...before.words,
      sections: before.words.sections.map((one, at) =>
        at === 0 ? { ...one, text: '由镇党委重新写过。' } : one,
      ),
    };
    const body = { version: 0, words };
    const saved = await server.call(of.townshipOfficer, 'POST', path(of, 'circular'), body);
    expect([saved.status, saved.body.version]).toEqual([200, 1]);
    await server.services.door.asSystem('a test renames a village', (trx) =>
      trx
        .updateTable('organization')
        .set({ name: '改名村' })
        .where('id', '=', of.villages[0]?.id ?? 0)
        .execute(),
    );
    const after = await read(of, 'circular');
    expect(after.words.sections[0]?.text).toBe('由镇党委重新写过。');
    expect(JSON.stringify(after.tables.bands)).toContain('改名村');
    expect(after.drafted.sections[0]?.text).not.toBe(after.words.sections[0]?.text);
    expect((await server.call(of.townshipOfficer, 'POST', path(of, 'circular'), body)).status).toBe(409);
  });

  test('is refused from those above, from elsewhere, with a table that is not there, or as nothing at all', async () => {
    const { words } = await read(room, 'plan');
    const save = async (who: Caller | null, sent: object) =>
      (await server.call(who, 'POST', path(room, 'plan'), sent)).status;
    const body = { version: 0, words };
    expect([await save(room.countyOfficer, body), await save(room.elsewhere, body)]).toEqual([403, 404]);
    expect([await save(room.secretaries[0] ?? null, body), await save(null, body)]).toEqual([403, 401]);
    const lost = { ...words, sections: [{ heading: '', text: '', table: 'salaries' }] };
    expect(await save(room.townshipOfficer, { version: 0, words: lost })).toBe(400);
    expect(await save(room.townshipOfficer, { version: 0 })).toBe(400);
  });
});

describe('the files', () => {
  test.each(documentKind.options.filter((kind) => !['fund', 'classes', 'follow-up'].includes(kind)))(
    '%s as Word holds its title, its sections and its tables',
    async (kind) => {
      const full = await read(room, kind);
      const { status, bytes } = await download(room.townshipOfficer, room, `${kind}.docx`);
      expect(status).toBe(200);
      const text = JSON.stringify(await openSource(bytes, `${kind}.docx`));
      expect(text).toContain(
        full.words.sections
          .find((one) => one.text)
          ?.text.split('\n')[0]
          ?.slice(0, 12),
      );
      for (const { rows } of Object.values(full.tables)) expect(text).toContain(rows[0]?.find(Boolean) ?? '');
    },
  );

  test('as a workbook: a sheet for each table, numbers as numbers', async () => {
    const { status, bytes } = await download(room.townshipOfficer, room, 'report.xlsx');
    expect(status).toBe(200);
    const book = await openWorkbook(bytes);
    expect(book.sheets.map(({ name }) => name)).toEqual([
      '现场发现问题汇总',
      '现场发现问题清单',
      '各单位评议结果',
    ]);
    for (const kind of ['notice', 'experience']) {
      const other = await download(room.townshipOfficer, room, `${kind}.xlsx`);
      expect(other.status).toBe(200);
      expect((await openWorkbook(other.bytes)).sheets).toHaveLength(1);
    }
  });
});
