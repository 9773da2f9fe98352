import { type RatingPack, type RoundItem, text, type VisitEntry } from '@hujian/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClashes } from '../src/rating/sheet/find-clashes.ts';
import { mergePack } from '../src/rating/sheet/merge-pack.ts';
import { readSheet } from '../src/rating/sheet/read-sheet.ts';
import { listInForce, type Said } from '../src/rating/sheet/said.ts';
import { tidyText } from '../src/rating/sheet/tidy-text.ts';
import { backoff } from '../src/rating/sync/backoff.ts';
import { presentStatus } from '../src/rating/sync/present-status.ts';
import { createPace } from '../src/rating/sync/send-photos.ts';

let count = 0;
function say(part: Partial<VisitEntry> & Pick<VisitEntry, 'field' | 'body'>, seq?: number): Said {
  count += 1;
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  const base = { id, visit: 1, item: null, clock: count, device: 'here-1', version: 1 };
  const entry: VisitEntry = { ...base, madeAt: '2026-11-20T01:00:00Z', ...part };
  return { seq: seq ?? count, entry, state: 'kept', say: null };
}
const score = (item: string, value: number | null, part: Partial<VisitEntry> = {}, seq?: number): Said =>
  say(
    {
      field: `score/${item}`,
      item,
      body: { kind: 'score', score: value, agrees: null, note: '' },
      ...part,
    },
    seq,
  );
const item = (code: string): RoundItem => ({
  ...{ code, look: code, number: code, title: `条目${code}`, chapter: '一', guide: '', points: 1 },
  recorded: [],
});

describe('what counts on a sheet', () => {
  it('catches an order of arrival that changes what is in force', () => {
    const clocks = fc.record({
      clock: fc.integer({ min: 1, max: 4 }),
      device: fc.constantFrom('aaaa', 'bbbb'),
    });
    fc.assert(
      fc.property(fc.array(clocks, { minLength: 1, maxLength: 12 }), (parts) => {
        const said = parts.map((part, at) => score('a', at, part));
        const winner = (list: readonly Said[]) => listInForce(list).get('score/a')?.entry.id;
        expect(winner(said.toReversed())).toBe(winner(said));
      }),
    );
  });

  it('catches a refused tap that hides the one before it', () => {
    const said = [score('a', 80), { ...score('a', 10), state: 'refused' as const }];
    expect(readSheet(said, [item('a')]).scores.get('a')?.body.score).toBe(80);
  });

  it('catches "cannot judge" taken for not judged, and an item that left the round still counted', () => {
    const sheet = readSheet([score('a', null), score('z', 90)], [item('a'), item('b')]);
    expect([sheet.judged, sheet.of, sheet.missing.map((one) => one.code)]).toEqual([1, 2, ['b']]);
    expect(sheet.apart.map((one) => one.item)).toEqual(['z']);
  });

  it('catches a sheet that stays handed in although a score came later, or that never comes in again', () => {
    const said = [score('a', 80), say({ field: 'submit', body: { kind: 'submit', done: true } })];
    expect(readSheet(said, [item('a')]).state).toBe('in');
    said.push(score('a', 70));
    expect(readSheet(said, [item('a')]).state).toBe('taken-back');
    said.push(say({ field: 'submit', body: { kind: 'submit', done: true } }));
    expect(readSheet(said, [item('a')]).state).toBe('in');
  });

  it('catches a finding that was taken back and is still shown', () => {
    const body = { kind: 'finding' as const, text: '门口没有公开栏', severity: 'plain' as const };
    const said = [say({ field: 'finding/1', item: 'a', body: { ...body, gone: false } })];
    expect(readSheet(said, []).finding).toHaveLength(1);
    said.push(say({ field: 'finding/1', item: 'a', body: { ...body, gone: true } }));
    expect(readSheet(said, []).finding).toHaveLength(0);
  });
});

describe('two phones of one panelist', () => {
  const there = (value: number, clock: number, seq: number) =>
    score('a', value, { clock, device: 'there' }, seq);

  it('catches a difference that nobody is told of, or told with the wrong winner', () => {
    const said = [score('a', 87, { clock: 5 }, 1), there(60, 7, 2)];
    expect(findClashes(said, 'here-1')).toMatchObject([{ item: 'a', here: 87, there: 60, counts: 'there' }]);
    expect(findClashes([score('a', 87, { clock: 9 }, 1), there(60, 7, 2)], 'here-1')).toMatchObject([
      { counts: 'here' },
    ]);
  });

  it('catches a question that comes again after it was answered, or about equal scores', () => {
    const settled = [score('a', 87, { clock: 5 }, 1), there(60, 7, 2), score('a', 87, { clock: 8 }, 3)];
    expect(findClashes(settled, 'here-1')).toEqual([]);
    expect(findClashes([score('a', 60, { clock: 5 }, 1), there(60, 7, 2)], 'here-1')).toEqual([]);
  });
});

describe('a plan that changed meanwhile', () => {
  const pack = (part: {
    items?: string[];
    visits?: number[];
    version?: number;
    closed?: boolean;
  }): RatingPack => ({
    account: { id: 'a', name: '张三' },
    now: '2026-11-20T01:00:00Z',
    today: '2026-11-20',
    receiptKey: {},
    handOverKey: '',
    clock: 0,
    entries: [],
    rounds: [
      {
        ...{ id: 1, title: '第四季度', organization: '乡', theme: '', edition: 'e', state: 'published' },
        version: part.version ?? 1,
        items: (part.items ?? ['a', 'b']).map(item),
      },
    ],
    visits: (part.visits ?? [1, 2]).map((id) => ({
      ...{
        id,
        round: 1,
        on: '2026-11-20',
        route: 1,
        turn: 1,
        class: null,
        way: '',
        judges: true,
        colleagues: [],
        file: [],
      },
      session: { id: 1, title: '评议会', closed: part.closed ?? false },
      organization: { id, name: `村${id}`, latitude: null, longitude: null },
      ...{ declared: null, earlier: [] },
    })),
  });

  it('catches a change of items that is not told, and a repeated pack that tells it again', () => {
    const before = mergePack(null, pack({}), new Set()).pack;
    const { notices, pack: next } = mergePack(before, pack({ items: ['b', 'c'], version: 2 }), new Set());
    expect(notices.join()).toContain('不再评“条目a”，已给的分留着但不计入');
    expect(notices.join()).toContain('新增“条目c”');
    expect(mergePack(next, pack({ items: ['b', 'c'], version: 2 }), new Set()).notices).toEqual([]);
  });

  it('catches a visit that vanishes together with what was written for it', () => {
    const before = mergePack(null, pack({}), new Set()).pack;
    const next = mergePack(before, pack({ visits: [1] }), new Set([2]));
    expect(next.pack.gone).toEqual([2]);
    expect(next.pack.visits.map((visit) => visit.id)).toEqual([1, 2]);
    expect(next.notices.join()).toContain('写下的内容还在手机上');
    const later = mergePack(next.pack, pack({ visits: [1] }), new Set([2]));
    expect([later.pack.gone, later.notices]).toEqual([[2], []]);
    expect(mergePack(before, pack({ visits: [1] }), new Set()).pack.visits).toHaveLength(1);
  });

  it('catches a closed session that is not told', () => {
    const before = mergePack(null, pack({}), new Set()).pack;
    expect(mergePack(before, pack({ closed: true }), new Set()).notices.join()).toContain('评分不再收');
  });
});

describe('small things', () => {
  it('catches a text that the server would store differently than the phone hashed it', () => {
    const kept = text(40);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const tidy = tidyText(typed, 40);
        expect([kept.parse(tidy), tidy.isWellFormed()]).toEqual([tidy, true]);
      }),
    );
  });

  it('catches retries that all phones make at once, or that never come', () => {
    expect(backoff(1, 0)).toBeGreaterThanOrEqual(1000);
    expect(backoff(50, 1)).toBeLessThanOrEqual(90_000);
    expect(backoff(3, 0)).not.toBe(backoff(3, 1));
  });

  it('catches a thin line on which no part of a photograph ever arrives, or a good one that is asked many times', () => {
    const carry = (bytesPerSecond: number) => {
      const pace = createPace();
      for (let part = 0; part < 5; part += 1) pace.took(pace.bytes(), (pace.bytes() / bytesPerSecond) * 1000);
      return pace.bytes();
    };
    expect(carry(1000)).toBe(16 * 1024);
    expect(carry(10_000)).toBe(40_000);
    expect(carry(1_000_000)).toBe(320 * 1024);
    const pace = createPace();
    pace.broke();
    pace.broke();
    expect(pace.bytes()).toBe(16 * 1024);
  });

  it('catches a bar that says all is delivered while something is not', () => {
    const counted = { unsent: 0, refused: 0, deliveredAt: '2026-11-20T01:12:00Z', online: true };
    const idle = { phase: 'idle', say: '' } as const;
    expect(presentStatus(idle, counted).text).toBe('已全部送达 09:12');
    expect(presentStatus(idle, { ...counted, unsent: 3 }).text).toBe('未发送 3 条');
    expect(presentStatus({ phase: 'no-signal', say: '' }, { ...counted, unsent: 3 }).text).toBe(
      '没有信号，3 条已存在手机上',
    );
    expect(presentStatus(idle, { ...counted, refused: 1 }).text).toContain('没有被收下');
    expect(presentStatus({ phase: 'signed-out', say: '' }, { ...counted, unsent: 2 }).text).toContain('2 条');
  });
});
