import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { library } from '../testing/library.ts';
import type { EditionSource, Finding } from '../work.ts';
import { lint } from './lint.ts';
import { readRulesInForce } from './rules-in-force.ts';

const standards = new URL('../../../../standards/', import.meta.url);
const read = (path: string): EditionSource =>
  parse(readFileSync(new URL(path, standards), 'utf8')) as EditionSource;
const { vocabulary } = library();
const rules = readRulesInForce(read('rules-in-force.yaml'));
const terms = (read('terms.yaml').terms as { term: string }[]).map(({ term }) => term);
const basis = [{ document: '县里的标准', issuer: '县委组织部', date: '2025-12-01' }];

type Part = Record<string, unknown>;
const check = (part: Part): Part => ({ id: 'one', title: '一项', ...part });
const item = (part: Part): Part => ({ number: '1', title: '条目', text: '条目的文字。', points: 1, ...part });

/** An edition of these items, each of one point unless it says so. */
function edition(items: Part[], more: Part = {}): EditionSource {
  const sum = items.reduce((total, one) => total + Number(one.points), 0);
  return {
    edition: 'county/2026',
    standard: 'county',
    label: '2026',
    title: '县里的标准',
    kind: 'rural',
    level: 'basic',
    inForce: '2026-01-01',
    basis,
    fullMarks: sum,
    chapters: [
      { number: '一', title: '组织', items: items.map((one, i) => ({ code: `Q-${i + 1}`, ...one })) },
    ],
    ...more,
  };
}

const found = (source: EditionSource, day = '2026-11-21'): Finding[] =>
  lint(source, { vocabulary, rules, terms, day });
const of = (rule: string, source: EditionSource, day?: string): Finding[] =>
  found(source, day).filter((one) => one.rule === rule);
const one = (...checks: Part[]): EditionSource => edition([item({ checks })]);

const meeting = (part: Part): Part =>
  check({ measure: 'activities', activity: 'general-meeting', window: 'quarter', ...part });

describe('against the rules in force', () => {
  const term = (years: number): EditionSource =>
    one(
      check({
        measure: 'activities',
        activity: 're-election',
        window: { rolling: years, unit: 'year' },
        atLeast: 1,
      }),
    );

  it('a term of three years in a village, with the document, its day and what to do', () => {
    const [finding] = of('term-years', term(3));
    expect(finding).toMatchObject({
      weight: 'warning',
      item: 'Q-1',
      check: 'one',
      basis: { from: '2019-01-10' },
    });
    expect(finding?.text).toBe(
      '任期3年：现行规定为5年（依据《中国共产党农村基层组织工作条例》，自2019-01-10起）。请把任期改为5年；以前按3年判定的结果不变。',
    );
    expect(of('term-years', term(5))).toEqual([]);
  });

  it('not before the day from which the rule holds', () => {
    expect(of('term-years', term(3), '2018-12-31')).toEqual([]);
  });

  it('not for a kind of organization that the rule is not about', () => {
    expect(of('term-years', { ...term(3), kind: 'soe' })).toEqual([]);
    expect(of('term-years-other', { ...term(5), kind: 'soe' })).toHaveLength(1);
  });

  it('hours below the number, not above it, and not those of one activity alone', () => {
    const hours = (atLeast: number, more: Part = {}): Part =>
      check({ measure: 'hours', who: 'member', window: 'year', atLeast, ...more });
    expect(of('member-hours', one(hours(24)))[0]?.text).toContain('党员每年24学时：现行规定每年不少于32学时');
    expect(of('member-hours', one(hours(32)))).toEqual([]);
    expect(of('member-hours', one(hours(40)))).toEqual([]);
    expect(of('member-hours', one(hours(8, { only: { concentrated: true } })))).toEqual([]);
    const secretary = hours(24, { who: { set: 'seat', post: 'secretary' } });
    expect(of('team-hours', one(secretary))).toHaveLength(1);
  });

  it('organisation life each half-year is stricter: allowed, and said', () => {
    const life = (window: string): Part =>
      check({ measure: 'activities', activity: 'organisation-life-meeting', window, atLeast: 1 });
    const [finding] = of('organisation-life', one(life('half-year')));
    expect(finding).toMatchObject({ weight: 'note' });
    expect(finding?.text).toContain('组织生活会每半年1次：现行规定每年至少1次');
    expect(of('organisation-life', one(life('year')))).toEqual([]);
  });

  it('village representatives twice a year where the law says each quarter', () => {
    const source = one(
      check({ measure: 'activities', activity: 'representatives-meeting', window: 'year', atLeast: 2 }),
    );
    expect(of('village-representatives', source)[0]?.weight).toBe('warning');
  });

  it.each([
    ['rules-on-walls', '各项制度上墙。'],
    ['photographs', '活动要有照片。'],
    ['clock-in', '党员每天打卡学习。'],
    ['points-ranking', '党员积分每月排名公示。'],
    ['study-notes', '每人有学习笔记。'],
    ['birth-control', '落实计划生育政策。'],
    ['poor-villages', '贫困村都派有第一书记。'],
  ])('%s: what the rules no longer allow is found in the words', (rule, text) => {
    const look = check({ measure: 'on-site', look: '班子是否团结' });
    expect(of(rule, edition([item({ text, checks: [look] })]))).toHaveLength(1);
  });

  it('words that refuse the thing are no finding', () => {
    const look = check({ measure: 'on-site', look: '班子是否团结' });
    const text = '不要求制度上墙，不看照片，不查学习笔记，不用积分给人排名。';
    expect(found(edition([item({ text, checks: [look] })]))).toEqual([]);
  });
});

describe('against itself', () => {
  it('bounds that cannot hold together, in one check, in one item and across items', () => {
    expect(of('contradiction', one(meeting({ atLeast: 3, atMost: 2 })))[0]?.weight).toBe('error');
    const low = meeting({ atLeast: 2 });
    const high = meeting({ id: 'two', window: 'year', atMost: 6 });
    expect(of('contradiction', one(low, high))[0]?.text).toContain('没有哪个单位能同时做到');
    const across = edition([item({ checks: [low] }), item({ checks: [high] })]);
    expect(of('contradiction', across)).toMatchObject([{ weight: 'error', item: 'Q-2' }]);
    expect(of('contradiction', one(meeting({ atLeast: 1 }), high))).toEqual([]);
  });

  it('one thing with two numbers', () => {
    const source = edition([
      item({ checks: [meeting({ atLeast: 1 })] }),
      item({ checks: [meeting({ atLeast: 2 })] }),
    ]);
    expect(of('thresholds-differ', source)).toMatchObject([{ item: 'Q-2', weight: 'warning' }]);
  });

  it('points that are not the full marks, and checks that are not the item', () => {
    const whole = { ...one(meeting({ atLeast: 1 })), fullMarks: 100 };
    expect(of('points-sum', whole)).toMatchObject([{ weight: 'error', item: null }]);
    const within = edition([item({ points: 4, checks: [meeting({ atLeast: 1, points: 3 })] })]);
    expect(of('points-sum', within)).toMatchObject([{ weight: 'error', item: 'Q-1' }]);
    expect(of('points-sum', one(meeting({ atLeast: 1 })))).toEqual([]);
  });

  it('goes on reading behind an error', () => {
    const hours = check({ id: 'two', measure: 'hours', who: 'member', window: 'year', atLeast: 24 });
    const findings = found({
      ...one(check({ measure: 'activities', activity: 'no-such' }), hours),
      fullMarks: 7,
    });
    expect(findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['unreadable', 'points-sum', 'member-hours']),
    );
  });

  it('an item that is done when the picture is right', () => {
    const look = (said: string): EditionSource => one(check({ measure: 'on-site', look: said }));
    expect(of('photograph-only', look('党旗悬挂、展板摆放是否整齐'))).toHaveLength(1);
    expect(of('photograph-only', look('公开栏的内容群众知晓不知晓'))).toEqual([]);
  });

  it('what a register holds or can be counted for is asked again', () => {
    const figure = check({ measure: 'figure', figure: 'one-shoulder', atLeast: 1 });
    expect(of('asks-again', one(figure))[0]?.text).toContain('任职名册');
    expect(of('asks-again', one(check({ measure: 'on-site', look: '会议记录是否齐全' })))).toHaveLength(1);
    expect(of('asks-again', one(check({ measure: 'figure', figure: 'venue-area', atLeast: 90 })))).toEqual(
      [],
    );
  });

  it('the same thing counted twice, and the same paper asked for twice', () => {
    const same = edition([
      item({ checks: [meeting({ atLeast: 1 })] }),
      item({ checks: [meeting({ atLeast: 1 })] }),
    ]);
    expect(of('counted-twice', same)).toMatchObject([{ item: 'Q-2' }]);
    const paper = check({ measure: 'document', document: 'admission-plan', of: 'year' });
    const papers = edition([item({ checks: [paper] }), item({ checks: [paper] })]);
    expect(of('counted-twice', papers)).toMatchObject([{ item: 'Q-2' }]);
    const bonus = meeting({
      id: 'more',
      strictness: 'encouraged',
      atLeast: 1,
      moves: { way: 'bonus', each: 1, unit: 'occurrence', cap: 2 },
    });
    expect(of('counted-twice', one(meeting({ atLeast: 1 }), bonus))).toEqual([]);
  });

  it('a number that follows from another holds by itself', () => {
    const yearly = meeting({ id: 'two', window: 'year', atLeast: 4 });
    expect(of('always-holds', one(meeting({ atLeast: 1 }), yearly))).toMatchObject([{ check: 'two' }]);
    expect(of('always-holds', one(meeting({ atLeast: 1 }), { ...yearly, atLeast: 5 }))).toEqual([]);
  });

  it('numbers nobody reaches and numbers everybody reaches', () => {
    const young = { set: 'member', where: { ageAtMost: 40 } };
    const share = (bound: Part): EditionSource =>
      one(check({ measure: 'share', who: young, among: 'member', ...bound }));
    expect(of('never-holds', share({ atLeast: 1.2 }))).toMatchObject([{ weight: 'error' }]);
    expect(of('never-holds', share({ moreThan: 1 }))).toHaveLength(1);
    expect(of('never-holds', share({ atLeast: 1 }))).toEqual([]);
    expect(of('always-holds', share({ atMost: 1 }))).toHaveLength(1);
    expect(of('always-holds', one(meeting({ atLeast: 0 })))).toHaveLength(1);
    expect(
      of('never-holds', one(check({ measure: 'figure', figure: 'telecom-coverage', atLeast: 120 }))),
    ).toHaveLength(1);
  });

  it('a veto that nobody confirms', () => {
    const event = check({ measure: 'event', event: 'village-bully', window: 'term' });
    expect(of('veto-unconfirmed', one(event))).toHaveLength(1);
    const confirmed = edition([item({ text: '没有村霸，以公安机关认定为准。', checks: [event] })]);
    expect(of('veto-unconfirmed', confirmed)).toEqual([]);
    expect(of('veto-unconfirmed', edition([item({ supplies: 'county', checks: [event] })]))).toEqual([]);
  });

  it('a basis without issuer or day, of the edition and of its numbers', () => {
    const parameters = {
      meetings: {
        title: '每季度党员大会次数',
        unit: '次',
        tighten: 'up',
        values: [{ from: '2026-01-01', value: 1, basis: { document: '某文件' } }],
      },
    };
    const source = edition([item({ checks: [meeting({ atLeast: { parameter: 'meetings' } })] })], {
      basis: [{ document: '某文件', issuer: '县委组织部' }],
      parameters,
    });
    expect(of('basis-missing', source).map(({ text }) => text)).toEqual([
      expect.stringContaining('没有写日期'),
      expect.stringContaining('每季度党员大会次数'),
    ]);
  });

  it('a local term that no dictionary explains, once', () => {
    const look = check({ measure: 'on-site', look: '班子是否团结' });
    const said = (text: string): EditionSource =>
      edition([item({ text, checks: [look] }), item({ text, checks: [look] })]);
    expect(of('unknown-term', said('落实“七联八帮”机制。'))).toMatchObject([{ weight: 'note', item: 'Q-1' }]);
    expect(of('unknown-term', said('落实四议两公开，书记符合“三有三带”，每季度一次，每两年一名。'))).toEqual(
      [],
    );
  });
});

describe('the library', () => {
  const files = readdirSync(standards, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(new URL(`${name}/`, standards)).map((file) => `${name}/${file}`));

  it.each(files)('%s has no error', (file) => {
    expect(found(read(file)).filter(({ weight }) => weight === 'error')).toEqual([]);
  });

  it('the source edition of 2019 is told its term, its hours and its organisation life; that of 2025 none of them', () => {
    const told = found(read('rural-basic/2019.yaml')).map((one) => `${one.item} ${one.rule}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'RB-08 term-years',
        'RB-10 team-hours',
        'RB-12 member-hours',
        'RB-12 team-hours',
        'RB-20 organisation-life',
        'RB-25 rules-on-walls',
      ]),
    );
    const now = found(read('rural-basic/2025.yaml')).map(({ rule }) => rule);
    const outdated = ['term-years', 'team-hours', 'member-hours', 'organisation-life', 'rules-on-walls'];
    expect(now.filter((rule) => outdated.includes(rule))).toEqual([]);
  });
});

describe('the rules themselves', () => {
  it('a broken file of rules says which rule and which key', () => {
    const broken = { numbers: [], words: [{ id: 'walls', pattern: '上墙', weight: 'much' }] };
    expect(() => readRulesInForce(broken)).toThrow(/walls.*(?:缺少|weight)/);
  });
});
