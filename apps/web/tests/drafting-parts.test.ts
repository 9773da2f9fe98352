import type { Draft, DraftChange } from '@hujian/contract';
import { describe, expect, it } from 'vitest';
import { createDecisionQueue } from '../src/scenes/drafting/decision-queue.ts';
import { chunkRows } from '../src/scenes/drafting/source/chunk-rows.ts';
import { cutByMarks } from '../src/scenes/drafting/source/marks.ts';

describe('marked words', () => {
  const marked = (text: string, ...words: string[]) =>
    cutByMarks(
      text,
      words.map((one, i) => ({ key: `i1/p${i + 1}`, words: one })),
    ).filter(({ keys }) => keys.length > 0);

  it('catches words that overlap, that a line break cuts, or that stand nowhere', () => {
    expect(marked('每季度至少1次，每少1次扣5分', '至少1次', '1次，每少1次')).toEqual([
      { text: '至少', keys: ['i1/p1'] },
      { text: '1次', keys: ['i1/p1', 'i1/p2'] },
      { text: '，每少1次', keys: ['i1/p2'] },
    ]);
    expect(marked('每季度\n至少1次', '每季度至少1次')).toEqual([
      { text: '每季度\n至少1次', keys: ['i1/p1'] },
    ]);
    expect(marked('党课', '党费')).toEqual([]);
    expect(
      cutByMarks('党课四次', [{ key: 'a', words: '四' }])
        .map(({ text }) => text)
        .join(''),
    ).toBe('党课四次');
  });
});

describe('rows in chunks', () => {
  it('catches a merged cell that is cut in two', () => {
    const rows = [1, 4, 1, 1, 1, 1].map((rowSpan, at) => ({ at, cells: [{ rowSpan }] }));
    expect(chunkRows(rows, 2).map((chunk) => chunk.map(({ at }) => at))).toEqual([[0, 1, 2, 3, 4], [5]]);
    expect(chunkRows([], 2)).toEqual([]);
  });
});

describe('decisions on their way', () => {
  const change = (proposal: string): DraftChange => ({
    do: 'decide',
    item: 'i1',
    proposal,
    state: 'accepted',
  });
  const open = (post: (changes: readonly DraftChange[]) => Promise<Draft>) => {
    const refusals: unknown[] = [];
    const push = createDecisionQueue({
      post,
      keep: () => undefined,
      refused: async (reason) => void refusals.push(reason),
      busy: () => undefined,
    });
    return { push, refusals };
  };

  it('catches two requests at once, and a form that shares its fate with others', async () => {
    const sent: number[] = [];
    let running = 0;
    const { push } = open(async (changes) => {
      running += 1;
      expect(running).toBe(1);
      sent.push(changes.length);
      await new Promise((done) => setTimeout(done, 5));
      running -= 1;
      return {} as Draft;
    });
    await Promise.all([
      push([change('p1')], false),
      push([change('p2')], false),
      push([change('p3')], false),
      push([change('p4')], true),
      push([change('p5')], false),
    ]);
    expect(sent).toEqual([1, 2, 1, 1]);
  });

  it('catches decisions that are sent on after one was refused', async () => {
    let posts = 0;
    const { push, refusals } = open(async () => {
      posts += 1;
      await new Promise((done) => setTimeout(done, 5));
      throw new Error('stale');
    });
    const all = await Promise.allSettled([push([change('p1')], false), push([change('p2')], true)]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect([posts, refusals.length]).toEqual([1, 1]);
  });
});
