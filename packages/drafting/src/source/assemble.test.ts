import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemsOf, parseSource, parseVocabulary } from '@hujian/engine';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readableEdition } from '../rehearse/readable.ts';
import type { Header, Proposal, Work, WorkItem } from '../work.ts';
import { assemble, assembleChecks } from './assemble.ts';
import { listRemarks } from './remarks.ts';
import { workOf } from './work-of.ts';

const standards = join(import.meta.dirname, '../../../../standards');
const { vocabulary } = parseVocabulary(readFileSync(join(standards, 'vocabulary.yaml'), 'utf8'));
if (!vocabulary) throw new Error('the vocabulary cannot be read');
const day = '2026-11-21';
const header: Header = { standard: 'rural-x', label: '1', inForce: day, basis: [{ document: '通知' }] };

const proposal = (id: string, more: Partial<Proposal> = {}): Proposal => ({
  id,
  state: 'accepted',
  words: '支部党员大会每季度至少召开1次',
  at: null,
  sentence: '每个季度“支部党员大会”不少于（含）1次。',
  check: {
    id: `c-${id}`,
    title: '党员大会',
    measure: 'activities',
    activity: 'general-meeting',
    window: 'quarter',
    atLeast: 1,
  },
  why: null,
  ...more,
});
const item = (more: Partial<WorkItem> = {}): WorkItem => ({
  key: 'i1',
  code: 'R-01',
  number: '1',
  title: '党员大会',
  text: '支部党员大会每季度至少召开1次。',
  points: 10,
  strictness: 'must',
  veto: false,
  supplies: 'branch',
  at: null,
  proposals: [],
  ...more,
});
const work = (...items: WorkItem[]): Work => ({
  title: '办法',
  kind: 'rural',
  level: 'basic',
  fullMarks: null,
  parameters: {},
  chapters: [{ number: '', title: '', items }],
  left: [],
});

describe('what stands in the edition', () => {
  test('an item in which nothing is accepted is judged on site as a whole, by its own words', () => {
    for (const state of ['proposed', 'on-site', 'dropped'] as const)
      expect(
        assembleChecks(item({ proposals: [proposal('p1', { state })] }), { undecided: 'leave' }),
      ).toEqual([
        { id: 'whole', title: '党员大会', measure: 'on-site', look: '支部党员大会每季度至少召开1次。' },
      ]);
  });

  test('what is left to the eye stands beside what is accepted, with its own id and the points that it had', () => {
    const looked = proposal('p2', {
      state: 'on-site',
      words: '室内整洁',
      check: { ...proposal('p1').check, points: 4 },
    });
    const checks = assembleChecks(item({ proposals: [proposal('p1'), looked] }), { undecided: 'leave' });
    expect(checks).toMatchObject([
      { id: 'c-p1', measure: 'activities' },
      { id: 'c-p1-2', measure: 'on-site', look: '室内整洁', points: 4 },
    ]);
  });

  test('a rehearsal takes what nobody has decided as proposed, a publication does not', () => {
    const open = item({ proposals: [proposal('p1', { state: 'proposed' })] });
    expect(assembleChecks(open, { undecided: 'accept' })).toMatchObject([{ measure: 'activities' }]);
    expect(assembleChecks(open, { undecided: 'leave' })).toMatchObject([{ measure: 'on-site' }]);
  });

  test('a veto of the item is a veto of its checks, but not of those that say how their points move', () => {
    const own = proposal('p2', {
      check: { ...proposal('p2').check, moves: { way: 'each', off: 1, unit: 'occurrence' } },
    });
    const source = assemble(work(item({ veto: true, proposals: [proposal('p1'), own] })), header, {
      undecided: 'leave',
    });
    const { edition, errors } = parseSource(source, vocabulary);
    expect(errors).toEqual([]);
    expect(edition && itemsOf(edition)[0]?.checks.map(({ moves }) => moves.way)).toEqual(['veto', 'each']);
  });

  test('an empty title, number or chapter is filled from what is there: the engine can always read it', () => {
    const bare = item({ title: '', number: '', text: '只有正文的一条', proposals: [] });
    expect(parseSource(assemble(work(bare), header, { undecided: 'leave' }), vocabulary).errors).toEqual([]);
  });

  test('where no item has points each weighs the same in a rehearsal, and none in the edition', () => {
    const items = [item({ points: 0 }), item({ key: 'i2', code: 'R-02', points: 0 })];
    const even = assemble(work(...items), header, { undecided: 'accept', evenPoints: 1 });
    expect([even.fullMarks, assemble(work(...items), header, { undecided: 'leave' }).fullMarks]).toEqual([
      2, 0,
    ]);
  });
});

test('points that do not add up are said: of the whole, of an item too few, of an item too many', () => {
  const check = (points: number) => proposal('p1', { check: { ...proposal('p1').check, points } });
  const said = listRemarks({
    ...work(item({ proposals: [check(12)] }), item({ key: 'i2', proposals: [check(4)] })),
    fullMarks: 100,
    kind: null,
  });
  expect(said.map(({ item: key, text }) => [key, text])).toEqual([
    [null, expect.stringContaining('哪一类组织')],
    [null, expect.stringContaining('合计 20 分，与满分 100 分不等')],
    ['i1', expect.stringContaining('超过本条的 10 分')],
    ['i2', expect.stringContaining('不到本条的 10 分')],
  ]);
});

test('a check that cannot be read is left to the eye and said, and the rest can be rehearsed', () => {
  const broken = proposal('p2', { check: { ...proposal('p2').check, activity: 'no-such' } });
  const read = readableEdition(work(item({ proposals: [proposal('p1'), broken] })), header, vocabulary, {
    undecided: 'accept',
  });
  expect(read.edition && itemsOf(read.edition)[0]?.checks.map(({ measure }) => measure)).toEqual([
    'activities',
    'on-site',
  ]);
  expect(read.notes).toHaveLength(1);
});

const files = readdirSync(standards, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(standards, name)).map((label) => `${name}/${label}`))
  .filter((name) => name.endsWith('.yaml'));

test.each(files)('%s becomes a work with everything accepted, and the same edition again', (name) => {
  const source = parse(readFileSync(join(standards, name), 'utf8'));
  const made = workOf(source, { vocabulary, day });
  const states = made.chapters.flatMap(({ items }) =>
    items.flatMap(({ proposals }) => proposals.map(({ state }) => state)),
  );
  expect(new Set(states)).toEqual(new Set(['accepted']));
  const { standard, label, inForce, basis, follows } = source;
  const back = assemble(made, { standard, label, inForce, basis, follows }, { undecided: 'leave' });
  expect(parseSource(back, vocabulary).edition).toEqual(parseSource(source, vocabulary).edition);
});
