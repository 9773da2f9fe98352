import type { RoundFacts, UnitFacts } from '../facts.ts';
import { bandsOf } from '../read-result.ts';
import { classWord, visitedWords } from '../words.ts';
import { groupByItem, plain, points, visitedOf } from './common.ts';
import type { DocTable } from './drafted.ts';

/** Bands with their units in the order of codes: within a band there are no places. */
export function bandTable({ result, units, round }: RoundFacts): DocTable {
  const of = (band: string): UnitFacts[] => units.filter((unit) => unit.result?.band === band);
  return {
    title: '评议分档',
    columns: [
      { title: '档次', share: 2, align: 'center' },
      { title: '数量', share: 2, align: 'center', number: true },
      { title: `${visitedWords[round.reach]}（同档内不分先后）`, share: 14 },
    ],
    rows: (result ? bandsOf(result.outcome) : []).map((band) => [
      `${band}档`,
      String(of(band).length),
      of(band)
        .map(({ name }) => name)
        .join('、'),
    ]),
  };
}

/** Without a ranking: who took part, in the order of codes. */
export function visitedTable(facts: RoundFacts): DocTable {
  return {
    title: '参加本轮观摩的单位',
    columns: [
      { title: '序号', share: 2, align: 'center', number: true },
      { title: visitedWords[facts.round.reach], share: 16 },
    ],
    rows: visitedOf(facts).map(({ name }, at) => [String(at + 1), name]),
  };
}

/** What panelists marked as worth learning, by item. */
export function practiceTable(facts: RoundFacts): DocTable {
  return {
    title: '现场记下的好做法',
    columns: [
      { title: '对应条目', share: 5 },
      { title: '单位', share: 4 },
      { title: '做法', share: 4 },
      { title: '内容', share: 8 },
    ],
    rows: groupByItem(facts, facts.practices).flatMap(({ title, marked }) =>
      marked.map((one) => [title, one.name, plain(one.title), plain(one.text)]),
    ),
  };
}

/** Upward only: what each unit's result is made of, by band and code. */
export function resultTable({ units }: RoundFacts): DocTable {
  const banded = units
    .filter(({ result }) => result?.band)
    .toSorted((a, b) =>
      (a.result?.band ?? '') < (b.result?.band ?? '') ? -1 : a.result?.band === b.result?.band ? 0 : 1,
    );
  return {
    title: '各单位评议结果',
    columns: [
      { title: '单位', share: 5 },
      { title: '分类', share: 2, align: 'center' },
      { title: '档次', share: 2, align: 'center' },
      { title: '日常考评', share: 2, align: 'right', number: true },
      { title: '现场评议', share: 2, align: 'right', number: true },
      { title: '群众测评', share: 2, align: 'right', number: true },
      { title: '综合', share: 2, align: 'right', number: true },
      { title: '可信范围', share: 3, align: 'center' },
    ],
    rows: banded.map(({ name, class: of, result }) => [
      name,
      classWord(of),
      `${result?.band}档`,
      points(result?.standing),
      points(result?.rating?.fair),
      points(result?.poll),
      points(result?.total),
      result?.low === null || result?.low === undefined
        ? ''
        : `${points(result.low)}～${points(result.high)}`,
    ]),
  };
}

/** Findings counted by item. */
export function findingTable(facts: RoundFacts): DocTable {
  return {
    title: '现场发现问题汇总',
    columns: [
      { title: '序号', share: 1.6, align: 'center', number: true },
      { title: '评议内容', share: 5 },
      { title: '问题条数', share: 2, align: 'center', number: true },
      { title: '涉及单位', share: 8 },
    ],
    rows: groupByItem(facts, facts.findings).map(({ title, marked }, at) => [
      String(at + 1),
      title,
      String(marked.length),
      tellNames([...new Set(marked.map(({ name }) => name))]),
    ]),
  };
}

/** The first of them; the problem list has them all. */
const tellNames = (names: readonly string[]): string =>
  names.length <= 20 ? names.join('、') : `${names.slice(0, 20).join('、')}等${names.length}个`;

/** Every finding by itself. */
export function problemList(facts: RoundFacts): DocTable {
  const titles = new Map(facts.round.items.map((item) => [item.code, item.title]));
  const words = { light: '轻微', plain: '一般', grave: '严重' };
  return {
    title: '现场发现问题清单',
    columns: [
      { title: '序号', share: 1.6, align: 'center', number: true },
      { title: '单位', share: 3 },
      { title: '评议内容', share: 3 },
      { title: '问题', share: 8 },
      { title: '程度', share: 2, align: 'center' },
    ],
    rows: facts.findings.map(({ name, item, text, severity }, at) => [
      String(at + 1),
      name,
      (item && titles.get(item)) || '',
      text,
      severity ? words[severity] : '',
    ]),
  };
}

export function sheetTable(facts: RoundFacts): DocTable {
  const count = (list: RoundFacts['findings'], id: number) =>
    list.filter(({ organization }) => organization === id).length;
  const units = new Map(visitedOf(facts).map((unit) => [unit.id, unit]));
  return {
    title: '观摩评议情况',
    columns: [
      { title: '日期', share: 3, align: 'center' },
      { title: '单位', share: 4 },
      { title: '应交', share: 2, align: 'center', number: true },
      { title: '收到', share: 2, align: 'center', number: true },
      { title: '问题', share: 2, align: 'center', number: true },
      { title: '做法', share: 2, align: 'center', number: true },
    ],
    rows: facts.visits.flatMap(({ id, organization, name, on }) => {
      const sheets = facts.sheets.get(id);
      if (!units.has(organization)) return [];
      return [
        [
          on,
          name,
          String(sheets?.of ?? 0),
          String(sheets?.in ?? 0),
          String(count(facts.findings, organization)),
          String(count(facts.practices, organization)),
        ],
      ];
    }),
  };
}
