import { readdirSync, readFileSync } from 'node:fs';
import { itemsOf, parseSource } from '@hujian/engine';
import { type DraftEdition, type DraftItem, openSource, readDraft } from '@hujian/reader';
import { describe, expect, it } from 'vitest';
import { assemble } from '../source/assemble.ts';
import { draftOf, header, library, textDraft } from '../testing/library.ts';
import type { Proposal, Work } from '../work.ts';
import { describeProposal } from './describe-proposal.ts';
import { propose } from './propose.ts';

const corpus = new URL('../../../reader/corpus/', import.meta.url);
const { vocabulary, words } = library();
const day = '2026-11-21';

const proposed = (draft: DraftEdition): Work => propose(draft, vocabulary, words, { day });
const one = (item: Partial<DraftItem>): Proposal[] =>
  proposed(draftOf([item])).chapters[0]?.items[0]?.proposals ?? [];
const checks = (list: readonly Proposal[]) => list.map(({ check }) => check);

describe('propose', () => {
  const files = readdirSync(corpus).filter((name) => /\.(?:txt|docx|xlsx)$/.test(name));

  it.each(files)('%s: every proposal is read by the engine, or says why there is no check', async (name) => {
    for (const draft of readDraft(await openSource(readFileSync(new URL(name, corpus)), name))) {
      const work = proposed(draft);
      const source = assemble({ ...work, fullMarks: null }, header, { undecided: 'accept', evenPoints: 1 });
      const { edition, errors } = parseSource(source, vocabulary);
      expect(errors.map(({ message }) => message)).toEqual([]);
      const given = draft.chapters.flatMap(({ items }) => items.map(({ points }) => points));
      const items = work.chapters.flatMap((chapter) => chapter.items);
      expect(items.map(({ points }) => points)).toEqual(given.map((points) => points ?? 0));
      for (const { check, why, sentence, words: said } of items.flatMap((item) => item.proposals)) {
        expect(said).not.toBe('');
        if (check) expect(sentence).toMatch(/。$/);
        else expect(why).toMatch(/[。]$/);
      }
      expect(edition && itemsOf(edition).length).toBe(items.length);
    }
  });

  it.each(files)(
    '%s: nothing that the reader found is lost, and the same draft gives the same work',
    async (name) => {
      for (const draft of readDraft(await openSource(readFileSync(new URL(name, corpus)), name))) {
        const work = proposed(draft);
        expect(proposed(draft)).toEqual(work);
        const items = work.chapters.flatMap((chapter) => chapter.items);
        draft.chapters
          .flatMap((chapter) => chapter.items)
          .forEach((item, index) => {
            const said = items[index]?.proposals ?? [];
            for (const check of item.checks) expect(said.map((p) => p.words)).toContain(check.words);
            const moved = said.map(({ movement }) => movement ?? '').join('');
            for (const { words: movement } of [...item.deductions, ...item.bonuses])
              expect(moved).toContain(movement.replace(/^[，,；;、]+/, ''));
          });
      }
    },
  );

  it('numbers are parameters that a locality may only tighten, with the document as their basis', async () => {
    const work = proposed(
      await textDraft('1．支部党员大会每季度至少召开1次，活动场所面积不低于90平方米，班子成员3至5人。'),
    );
    const values = Object.values(work.parameters).map(({ tighten, values }) => [tighten, values[0]?.value]);
    expect(values).toContainEqual(['up', 1]);
    expect(values).toContainEqual(['up', 90]);
    expect(Object.values(work.parameters).every(({ values }) => values[0]?.basis === null)).toBe(true);
  });

  it('a term said in years is read from the elections, not left to the eye', async () => {
    const work = proposed(await textDraft('1．村党组织任期为3年，期满按时换届。'));
    const check = work.chapters[0]?.items[0]?.proposals[0]?.check;
    expect(check).toMatchObject({
      activity: 're-election',
      window: { rolling: { parameter: 'termYears' }, unit: 'year' },
    });
    expect(work.parameters.termYears).toMatchObject({ tighten: 'down', values: [{ value: 3 }] });
  });

  it('a size from which a form of organization is due is a scope, not something to reach', () => {
    const at = { paragraph: 1 };
    const text = '党员超过50名的成立党总支。';
    const [first] = one({
      text,
      checks: [{ measure: 'headcount', who: 'member', atLeast: 50, exclusive: true, at, words: '超过50名' }],
    });
    expect(first?.check).toMatchObject({ measure: 'document', strictness: 'normally' });
    expect(JSON.stringify(first?.check?.when)).toContain('moreThan');
  });

  it('a part of the new members is a share of the new members', () => {
    const at = { paragraph: 1 };
    const words_ = '40岁以下达到75%以上';
    const list = one({
      text: `新发展党员中${words_}。`,
      checks: [
        { measure: 'share', who: 'new-member-to-40', among: 'new-member', atLeast: 0.75, at, words: words_ },
      ],
    });
    expect(checks(list)).toMatchObject([
      { measure: 'share', who: { set: 'new-member', where: { ageAtMost: 40 } }, among: 'new-member' },
    ]);
  });

  it('一般每季度一次 says how often, not that it may be left out', async () => {
    const work = proposed(await textDraft('1．三会一课。支部党员大会一般每季度召开1次。'));
    const item = work.chapters[0]?.items[0];
    const check = item?.proposals[0]?.check;
    expect(check?.strictness ?? item?.strictness).toBe('must');
  });

  it('what the vocabulary does not know has no check and says what is missing', () => {
    const at = { paragraph: 1 };
    const list = one({
      text: '建立民情信箱，网格员每日巡查。',
      checks: [{ measure: 'document', document: '民情信箱台账', at, words: '建立民情信箱' }],
    });
    expect(checks(list)).toEqual([null]);
    expect(list[0]?.why).toContain('民情信箱台账');
    expect(describeProposal(list[0] as Proposal)).toContain('没有放进检查');
  });
});

describe('movements', () => {
  const at = { paragraph: 1 };
  const meeting = {
    measure: 'activities',
    activity: 'general-meeting',
    per: 'quarter',
    atLeast: 1,
    at,
    words: '党员大会每季度1次',
  } as const;
  const committee = {
    measure: 'activities',
    activity: 'committee-meeting',
    per: 'month',
    atLeast: 1,
    at,
    words: '支委会每月1次',
  } as const;
  const off = (
    about: string,
    points: number | 'all' | [number, number],
    per: 'once' | 'each' | 'judgement',
  ) =>
    ({
      for: about,
      points,
      per,
      ...(per === 'each' ? { unit: 'occurrence' } : {}),
      at,
      words: `${about}扣分`,
    }) as const;

  it('a deduction goes to the check that it names', () => {
    const list = one({
      points: 4,
      checks: [meeting, committee],
      deductions: [off('支委会少1次', 0.2, 'each')],
    });
    expect(checks(list)[1]).toMatchObject({ moves: { way: 'each', off: 0.2, unit: 'occurrence' } });
    expect(checks(list)[0]?.moves).toBeUndefined();
  });

  it('one that only counts is said of every check of its kind', () => {
    const list = one({ points: 4, checks: [meeting, committee], deductions: [off('少1次', 0.5, 'each')] });
    expect(checks(list).map((check) => check?.moves)).toEqual(
      [0, 1].map(() => ({ way: 'each', off: 0.5, unit: 'occurrence' })),
    );
  });

  it('nothing held at all takes the item beside the check that counts', () => {
    const list = one({
      points: 4,
      checks: [meeting],
      deductions: [off('少1次', 0.5, 'each'), off('没有召开党员大会', 'all', 'once')],
    });
    expect(checks(list)).toMatchObject([
      { window: 'quarter', moves: { way: 'each' } },
      { window: 'year', atLeast: 1, moves: { way: 'veto', effect: 'item' } },
    ]);
  });

  it('a judgement goes to the panel with what it can cost', () => {
    const list = one({ points: 4, checks: [meeting], deductions: [off('会风不正', [1, 2], 'judgement')] });
    expect(checks(list)[1]).toMatchObject({ measure: 'on-site', moves: { way: 'proportion', points: 2 } });
  });

  it('deductions beyond the item are taken back and said, never scaled', () => {
    const list = one({
      points: 2,
      checks: [meeting, committee],
      deductions: [off('未召开党员大会', 2, 'once'), off('未召开支委会', 2, 'once')],
    });
    expect(checks(list).every((check) => !JSON.stringify(check?.moves).includes('points'))).toBe(true);
    expect(list.every(({ why }) => why?.includes('合计 4 分'))).toBe(true);
  });

  it('points that nothing takes go to the panel as the rest, so that the item keeps its points', () => {
    const list = one({ points: 4, checks: [meeting], deductions: [off('未召开党员大会', 1, 'once')] });
    expect(checks(list)[1]).toMatchObject({ id: 'rest', moves: { way: 'proportion', points: 3 } });
  });

  it('a bonus needs a cap; without one it is not placed', () => {
    const bonus = {
      for: '获县级以上表彰',
      points: 1,
      per: 'each',
      unit: 'occurrence',
      at,
      words: '每次加1分',
    } as const;
    const [without] = one({ points: null, bonuses: [bonus] });
    expect(without?.check).toBeNull();
    const [capped] = one({ points: null, bonuses: [{ ...bonus, cap: 3 }] });
    expect(capped?.check).toMatchObject({
      strictness: 'encouraged',
      moves: { way: 'bonus', each: 1, cap: 3 },
      only: { grade: 'county' },
    });
  });

  it('a thing forbidden is a veto, of naming where the words say so', () => {
    const event = {
      measure: 'event',
      event: '“村霸”问题',
      lookback: 'term',
      at,
      words: '无“村霸”问题',
    } as const;
    const [soft] = one({ veto: true, text: '无“村霸”问题。', checks: [event] });
    expect(soft?.check).toMatchObject({
      event: 'village-bully',
      window: 'term',
      moves: { way: 'veto', effect: 'item' },
    });
    const [hard] = one({ veto: true, text: '有“村霸”问题的一票否决，不得命名。', checks: [event] });
    expect(hard?.check).toMatchObject({ moves: { effect: 'naming' } });
  });
});
