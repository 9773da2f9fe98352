import { dayOf } from '../../../http/services.ts';
import { readProposals } from '../classes/list-proposals.ts';
import { classWord, classWords, dayWord, sentences, visitedWords } from '../words.ts';
import { frame, openNumber, roundName, shortName } from './common.ts';
import { annex, type DocumentKindRule, section } from './drafted.ts';

const proposedWords = { ...classWords, 'weak-and-lax': '软弱涣散' };
const stateWords = { open: '待研究', accepted: '采纳', declined: '不采纳' };

/** 升降级和软弱涣散建议, each with its signs, and what a person decided. */
export const classes: DocumentKindRule = {
  title: '分类升降和软弱涣散建议',
  purpose: '提请党组织研究分类升降和软弱涣散党组织认定',
  waitsFor: ({ proposals }) => (proposals > 0 ? null : '请先在“分类动态”中拟定建议'),
  draft: async (facts, trx) => {
    const rows = await readProposals(trx, facts.round);
    const count = (test: (row: (typeof rows)[number]) => boolean) => rows.filter(test).length;
    const unit = visitedWords[facts.round.reach];
    return {
      words: {
        ...frame(facts, `关于${shortName(facts)}后${unit}分类升降和软弱涣散党组织认定的建议`, [
          section('', `根据${roundName(facts)}结果和日常记录，提出以下建议，提请研究决定。`),
          section(
            '一、建议情况',
            sentences(
              `共提出建议${rows.length}条，其中升为示范${count(({ proposed }) => proposed === 'leading')}条，列为中间${count(({ proposed }) => proposed === 'middle')}条，列为后进${count(({ proposed }) => proposed === 'lagging')}条，提请核查是否软弱涣散${count(({ proposed }) => proposed === 'weak-and-lax')}条`,
              `已研究${count(({ state }) => state !== 'open')}条，待研究${count(({ state }) => state === 'open')}条`,
            ),
          ),
          section(
            '二、提出建议的办法',
            '分类升降按本轮档次提出，一次只升降一级；有软弱涣散迹象的不提出升级。软弱涣散不设比例，凡有一项严重迹象或两项以上迹象的都提出核查；记录不能判断的，列明由人了解。建议不等于结论，由党组织研究后写明理由作出决定。',
          ),
          annex('分类升降和软弱涣散建议表', 'proposals'),
        ]),
        number: openNumber(facts.today),
        addressee: facts.above,
      },
      tables: {
        proposals: {
          title: '分类升降和软弱涣散建议表',
          columns: [
            { title: '单位', share: 4 },
            { title: '现分类', share: 2, align: 'center' },
            { title: '建议', share: 2.4, align: 'center' },
            { title: '依据', share: 12 },
            { title: '待人判断', share: 6 },
            { title: '研究意见', share: 5 },
          ],
          rows: rows.map((row) => {
            const told = (state: 'yes' | 'open') =>
              row.indicators
                .filter((one) => one.state === state)
                .map(({ text }) => text)
                .join('；');
            const decided = row.decided_at
              ? `${stateWords[row.state]}（${dayWord(dayOf(row.decided_at))}）：${row.reason ?? ''}`
              : stateWords[row.state];
            return [
              row.name,
              classWord(row.was),
              proposedWords[row.proposed],
              told('yes'),
              told('open'),
              decided,
            ];
          }),
        },
      },
    };
  },
};
