import type { RoundFacts } from '../facts.ts';
import { numerals, sentences, visitedWords } from '../words.ts';
import { frame, groupByItem, plain, roundName, shortName, visitedOf } from './common.ts';
import { type DocumentKindRule, section } from './drafted.ts';
import { practiceTable } from './result-tables.ts';

/** 经验做法: what panelists marked as worth learning, by what it is about. */
export const experience: DocumentKindRule = {
  title: '经验做法',
  purpose: '总结现场发现的好做法，供各单位互学',
  waitsFor: ({ closed_sessions: closed }) => (closed > 0 ? null : '请先结束至少一次评议会'),
  draft: (facts) => ({
    words: frame(facts, `${shortName(facts)}经验做法`, [
      section('', opening(facts)),
      ...groupByItem(facts, facts.practices)
        .slice(0, numerals.length)
        .map(({ title, marked }, at) =>
          section(
            `${numerals[at]}、${title}`,
            marked
              .map(({ name, title: called, text }) =>
                sentences(`${name}${called ? `“${plain(called)}”` : ''}：${plain(text)}`),
              )
              .join('\n'),
          ),
        ),
    ]),
    tables: { practices: practiceTable(facts) },
  }),
};

const opening = (facts: RoundFacts): string =>
  sentences(
    `${roundName(facts)}共观摩${visitedWords[facts.round.reach]}${visitedOf(facts).length}个，现场记下经验做法${facts.practices.length}条`,
    facts.practices.length > 0 && '现按内容归类如下，各单位可结合实际学习借鉴',
  );
