import type { Trx } from '../../../database/door.ts';
import type { RoundFacts } from '../facts.ts';
import { bandsOf } from '../read-result.ts';
import { type classWords, placeOf, sentences, visitedWords } from '../words.ts';
import {
  frame,
  openNumber,
  overview,
  roundName,
  shortName,
  tellFindings,
  tellPractices,
  weightsText,
} from './common.ts';
import { annex, type DocumentKindRule, section } from './drafted.ts';
import { findingTable, problemList, resultTable } from './result-tables.ts';

/** Upward each quarter (township→county) or half-year (county→city). */
export const report: DocumentKindRule = {
  title: '评议情况报告',
  purpose: '按季度（乡镇报县）或半年（县报市）上报评议情况',
  upward: true,
  waitsFor: ({ result }) => (result ? null : '请先结束本轮活动并计算评议结果'),
  draft: async (facts, trx) => {
    const ranked = facts.result?.ranked === true;
    return {
      words: {
        ...frame(facts, `关于${shortName(facts)}评议情况的报告`, [
          section('', `现将${roundName(facts)}评议情况报告如下。`),
          section('一、开展情况', sentences(overview(facts))),
          ...(ranked ? [section('二、评议结果', results(facts))] : []),
          section(ranked ? '三、好的做法' : '二、好的做法', tellPractices(facts)),
          section(ranked ? '四、存在的问题' : '三、存在的问题', tellFindings(facts), 'findings'),
          section(ranked ? '五、下一步打算' : '四、下一步打算', next(facts)),
          section('', '特此报告。'),
          annex('现场发现问题清单', 'problems'),
          ...(ranked ? [annex('各单位评议结果', 'results')] : []),
        ]),
        mark: `${frame(facts, '报告', []).signedBy}文件`,
        number: openNumber(facts.today),
        signer: await findSecretary(trx, facts),
        addressee: facts.above,
      },
      tables: {
        findings: findingTable(facts),
        problems: problemList(facts),
        ...(ranked ? { results: resultTable(facts) } : {}),
      },
    };
  },
};

function results(facts: RoundFacts): string {
  const { result, units } = facts;
  if (!result) return '';
  const bands = bandsOf(result.outcome).map((band) => {
    const count = units.filter((unit) => unit.result?.band === band).length;
    return `${band}档${count}个`;
  });
  const basis = result.packet.basis;
  return sentences(
    basis ? `依据《${basis.document}》（${basis.number}）按档次排名` : undefined,
    `评议结果由${weightsText(facts)}汇总，评议人员宽严不一的影响已作校正`,
    `经评议，${visitedWords[facts.round.reach]}分为${bands.join('、')}，同档内不分先后，各单位情况见附件`,
    `计算所用数据、权重、评议表和调整理由均已封存备查，校验值前8位为${result.sha256.slice(0, 8)}`,
  );
}

const next = ({ units, round }: RoundFacts): string => {
  const count = (of: keyof typeof classWords) => units.filter((unit) => unit.class === of).length;
  const unit = visitedWords[round.reach];
  return sentences(
    `对示范${unit}${count('leading')}个，巩固成果、扩大影响，作为就近学习的观摩点`,
    `对中间${unit}${count('middle')}个，对照问题清单查漏补缺，逐条销号`,
    `对后进${unit}${count('lagging')}个，安排结对学习，综合施治，限期转化`,
    `${placeOf(round.holder)}将跟踪整改进度，下一轮观摩时复查`,
  );
};

/** Who signs upward: the holder's own secretary, as the posts stand today. */
async function findSecretary(trx: Trx, { round, today }: RoundFacts): Promise<string | null> {
  const row = await trx
    .selectFrom('seat as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.county', '=', 's.county').onRef('p.id', '=', 's.person'),
    )
    .select('p.name')
    .where('s.county', '=', round.county)
    .where('s.organization', '=', round.organization)
    .where('s.post', '=', 'secretary')
    .where('s.withdrawn_at', 'is', null)
    .where('s.held_from', '<=', today)
    .where((where) => where.or([where('s.held_until', 'is', null), where('s.held_until', '>', today)]))
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? null;
}
