import type { RoundFacts } from '../facts.ts';
import type { SessionFacts } from '../read-planned.ts';
import { dayWord, organOf, sentences } from '../words.ts';
import { frame, openNumber, plain, roundName, tellFindings, tellPractices } from './common.ts';
import { type DocumentKindRule, section } from './drafted.ts';
import { sheetTable } from './result-tables.ts';

/** 评议会纪要: what was held, what came in, what was found, who was there. */
export const minutes: DocumentKindRule = {
  title: '评议会纪要',
  purpose: '记载评议会情况，发参加单位，存档',
  waitsFor: ({ closed_sessions: closed }) => (closed > 0 ? null : '请先结束至少一次评议会'),
  draft: (facts) => {
    const closed = facts.sessions.filter(({ state }) => state === 'closed');
    return {
      words: {
        ...frame(facts, `${roundName(facts)}评议会纪要`, [
          section('', opening(closed)),
          section('一、观摩评议情况', '各单位评议表的收交和现场记录情况如下。', 'sheets'),
          section('二、好的做法', tellPractices(facts)),
          section('三、发现的问题', tellFindings(facts)),
          section('四、议定事项', decided(closed)),
          section('出席', attended(facts)),
        ]),
        mark: `${organOf(facts.round.holder)}会议纪要`,
        number: openNumber(facts.today),
        copies: '各参加单位',
      },
      tables: { sheets: sheetTable(facts) },
    };
  },
};

const opening = (sessions: readonly SessionFacts[]): string =>
  sessions
    .map(({ title, on, place, agenda }) =>
      sentences(
        `${dayWord(on)}，${place ? `在${place}` : ''}召开${plain(title)}`,
        agenda.length > 0 && `会议议程：${agenda.map(plain).join('；')}`,
      ),
    )
    .join('\n');

const decided = (sessions: readonly SessionFacts[]): string =>
  sessions
    .map(({ minutes: said }) => said.trim())
    .filter(Boolean)
    .join('\n') || '会议要求各单位对照现场记录逐条核实，制定整改措施，按期办结。';

const attended = ({ panelists }: RoundFacts): string =>
  panelists
    .filter(({ visits, part }) => visits > 0 || part !== 'panelist')
    .map(({ name }) => name)
    .join('、');
