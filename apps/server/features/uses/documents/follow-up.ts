import type { FollowUp } from '@hujian/contract';
import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { RoundFacts } from '../facts.ts';
import { selectFollowUps } from '../follow-ups/list-follow-ups.ts';
import { classWord, sentences, visitedWords } from '../words.ts';
import { frame, openNumber, shortName } from './common.ts';
import { annex, type DocTable, type DocumentKindRule, section } from './drafted.ts';

const wayWords: Record<FollowUp['way'], string> = {
  consolidate: '巩固提升',
  'fill-gaps': '查漏补缺',
  transform: '综合施治',
  'learn-from': '结对学习',
};

/** 按类后续任务, with when each is due and what came of it. */
export const followUp: DocumentKindRule = {
  title: '后续任务清单',
  purpose: '印发被观摩单位，按类抓好巩固、补缺和转化',
  waitsFor: ({ follow_ups: there }) => (there > 0 ? null : '请先在“后续整改”中拟定任务'),
  draft: async (facts, trx) => {
    const rows = await listAll(facts, trx);
    const unit = visitedWords[facts.round.reach];
    const count = (state: FollowUp['state']) => rows.filter((row) => row.state === state).length;
    const late = rows.filter((row) => row.state === 'open' && row.due_on < facts.today).length;
    return {
      words: {
        ...frame(facts, `${shortName(facts)}后续任务清单`, [
          section(
            '一、总的要求',
            `示范${unit}巩固提升、扩大成果，中间${unit}查漏补缺、晋位升级，后进${unit}综合施治、转化提升。任务由各单位抓落实，办结由举办单位核实，不要求另报材料。`,
          ),
          section(
            '二、任务情况',
            sentences(
              `共列任务${rows.length}项，已办结${count('done')}项，取消${count('dropped')}项，在办${count('open')}项${late > 0 ? `，其中${late}项已过期限` : ''}`,
            ),
          ),
          annex('后续任务清单', 'tasks'),
        ]),
        number: openNumber(facts.today),
        addressee: '各有关党组织',
      },
      tables: { tasks: taskTable(facts, rows) },
    };
  },
};

const listAll = ({ round }: RoundFacts, trx: Trx) =>
  selectFollowUps(trx)
    .where('f.county', '=', round.county)
    .where('f.round', '=', round.id)
    .orderBy(sql`o.code collate "C"`)
    .orderBy('f.due_on')
    .orderBy('f.id')
    .execute();

function taskTable({ units }: RoundFacts, rows: Awaited<ReturnType<typeof listAll>>): DocTable {
  const states = { open: '在办', done: '办结', dropped: '取消' };
  const classes = new Map(units.map(({ id, class: of }) => [id, of]));
  return {
    title: '后续任务清单',
    columns: [
      { title: '单位', share: 4 },
      { title: '分类', share: 2, align: 'center' },
      { title: '方式', share: 2.6, align: 'center' },
      { title: '任务', share: 12 },
      { title: '学习对象', share: 3 },
      { title: '期限', share: 3.6, align: 'center' },
      { title: '办理情况', share: 4.4 },
    ],
    rows: rows.map((row) => [
      row.name,
      classWord(classes.get(row.organization) ?? null),
      wayWords[row.way],
      row.task,
      row.partner_name ?? '',
      row.due_on,
      [states[row.state], row.outcome].filter(Boolean).join('：'),
    ]),
  };
}
