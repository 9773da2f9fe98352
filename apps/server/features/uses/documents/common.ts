import type { DocumentWords } from '@hujian/contract';
import type { RoundFacts, UnitFacts } from '../facts.ts';
import type { Marked } from '../read-entries.ts';
import {
  number,
  numerals,
  organOf,
  percent,
  periodWord,
  placeOf,
  sentences,
  visitedWords,
  wayWord,
} from '../words.ts';

/** What every document has: who signs, when, and nothing else yet. */
export function frame(facts: RoundFacts, title: string, sections: DocumentWords['sections']): DocumentWords {
  return {
    mark: null,
    number: null,
    title,
    addressee: '',
    sections,
    signedBy: organOf(facts.round.holder),
    signedOn: facts.today,
    copies: '',
  };
}

/** 〔2026〕　号, to be completed. */
export const openNumber = (today: string): string => `〔${today.slice(0, 4)}〕　　号`;

/** 石桥镇2026年第三季度三互观摩 */
export const roundName = ({ round }: RoundFacts): string =>
  `${placeOf(round.holder)}${periodWord(round)}${wayWord(round)}观摩`;

/** 2026年第三季度三互观摩 */
export const shortName = ({ round }: RoundFacts): string => `${periodWord(round)}${wayWord(round)}观摩`;

export const visitedOf = (facts: RoundFacts): UnitFacts[] => {
  const held = new Set(
    facts.visits.filter(({ state }) => state === 'held').map(({ organization }) => organization),
  );
  return facts.units.filter(({ id }) => held.has(id));
};

/** What was done, in numbers. */
export function overview(facts: RoundFacts): string {
  const { round, units, sessions, sheets, findings, practices } = facts;
  const held = visitedOf(facts).length;
  const unit = visitedWords[round.reach];
  const [inside, out] = [...sheets.values()].reduce(([a, b], sheet) => [a + sheet.in, b + sheet.of], [0, 0]);
  const closed = sessions.filter(({ state }) => state === 'closed').length;
  return sentences(
    `按照《${round.title}》的安排，${placeOf(round.holder)}围绕“${round.theme}”组织开展了${shortName(facts)}`,
    `辖内应观摩${unit}${units.length}个，实际观摩${held}个，占${percent(units.length > 0 ? held / units.length : 0)}`,
    closed > 0 && `召开评议会${closed}次，应交评议表${out}份，收到${inside}份`,
    `现场共记下问题${findings.length}条、经验做法${practices.length}条`,
  );
}

interface Grouped {
  title: string;
  marked: Marked[];
  organizations: number;
}

/** By the item they belong to, those with most first; what belongs to none comes last. */
export function groupByItem(facts: RoundFacts, marked: readonly Marked[]): Grouped[] {
  const titles = new Map(facts.round.items.map((item) => [item.code, item.title]));
  const groups = new Map<string, Marked[]>();
  for (const one of marked) {
    const title = (one.item && titles.get(one.item)) || '其他方面';
    groups.set(title, [...(groups.get(title) ?? []), one]);
  }
  return [...groups]
    .map(([title, of]) => ({
      title,
      marked: of,
      organizations: new Set(of.map(({ organization }) => organization)).size,
    }))
    .toSorted(
      (a, b) =>
        Number(a.title === '其他方面') - Number(b.title === '其他方面') ||
        b.marked.length - a.marked.length ||
        (a.title < b.title ? -1 : 1),
    );
}

/** So many paragraphs of groups. */
const mostGroups = 10;

/** （一）条目名。… one paragraph for each of the first groups. */
function tellGroups(groups: readonly Grouped[], tell: (group: Grouped) => string): string {
  return groups
    .slice(0, mostGroups)
    .map((group, at) => `（${numerals[at]}）${group.title}。${tell(group)}`)
    .join('\n');
}

export const tellFindings = (facts: RoundFacts): string =>
  facts.findings.length === 0
    ? '本轮现场没有记下问题。'
    : tellGroups(groupByItem(facts, facts.findings), ({ marked, organizations }) =>
        sentences(
          `发现问题${marked.length}条，涉及${organizations}个单位`,
          `主要有：${marked
            .slice(0, 3)
            .map(({ name, text }) => `${name}${plain(text)}`)
            .join('；')}`,
        ),
      );

export const tellPractices = (facts: RoundFacts, most = 8): string =>
  facts.practices.length === 0
    ? '本轮现场没有记下经验做法。'
    : facts.practices
        .slice(0, most)
        .map(({ name, title, text }) =>
          sentences(`${name}${title ? `“${plain(title)}”` : ''}：${plain(text)}`),
        )
        .join('\n');

/** Without the full stop a person may have put, and in one line. */
export const plain = (text: string): string =>
  text
    .replaceAll(/\s*\n\s*/g, '，')
    .replace(/[。；，\s]+$/, '')
    .trim();

export const weightsText = ({ round: { weights } }: RoundFacts): string =>
  [
    weights.standing > 0 && `日常考评（占${percent(weights.standing)}）`,
    weights.rating > 0 && `现场评议（占${percent(weights.rating)}）`,
    weights.poll > 0 && `群众测评（占${percent(weights.poll)}）`,
  ]
    .filter(Boolean)
    .join('、');

export const points = (value: number | null | undefined): string => number(value, 1);
