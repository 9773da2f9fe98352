import type { RoundFacts } from '../facts.ts';
import { bandsOf } from '../read-result.ts';
import { sentences, visitedWords } from '../words.ts';
import {
  frame,
  openNumber,
  overview,
  shortName,
  tellFindings,
  tellPractices,
  weightsText,
} from './common.ts';
import { type DocumentKindRule, section } from './drafted.ts';
import { bandTable, findingTable } from './result-tables.ts';

/** 排名通报 in bands where a basis is on file, else 情况通报 with findings and practices only. */
export const circular: DocumentKindRule = {
  title: '评议通报',
  purpose: '向有关单位通报评议结果（没有排名依据的，只通报问题和做法）',
  waitsFor: ({ result }) =>
    result === 'published'
      ? null
      : result
        ? '评议结果尚未公布：须经上级审定、公示期满无未办结异议后公布'
        : '请先结束本轮活动并计算评议结果',
  draft: (facts) => {
    const ranked = facts.result?.ranked === true;
    const { round } = facts;
    const township = round.reach === 'villages';
    return {
      words: {
        ...frame(facts, `关于${shortName(facts)}评议${ranked ? '结果' : '情况'}的通报`, [
          section('一、总体情况', overview(facts)),
          ...(ranked ? [section('二、评议结果', bands(facts), 'bands')] : []),
          section(ranked ? '三、好的做法' : '二、好的做法', tellPractices(facts)),
          section(ranked ? '四、存在的问题' : '三、存在的问题', tellFindings(facts), 'findings'),
          section(ranked ? '五、工作要求' : '四、工作要求', demands(facts)),
        ]),
        mark: `${frame(facts, '通报', []).signedBy}文件`,
        number: openNumber(facts.today),
        addressee: township
          ? '各村（社区）党组织'
          : round.reach === 'townships'
            ? '各乡镇党（工）委'
            : '所属各党组织',
        copies:
          round.reach !== 'townships'
            ? facts.above
            : `${facts.above}，党委常委，四套班子，党的建设工作领导小组成员`,
      },
      tables: { findings: findingTable(facts), ...(ranked ? { bands: bandTable(facts) } : {}) },
    };
  },
};

function bands(facts: RoundFacts): string {
  const { result } = facts;
  if (!result) return '';
  const { basis } = result.packet;
  const placed = result.outcome.units.filter(({ rankLow }) => rankLow !== null);
  const tied = placed.filter(({ rankLow, rankHigh }) => rankLow !== rankHigh).length;
  const unplaced = result.outcome.units.length - placed.length;
  return sentences(
    basis && `依据《${basis.document}》（${basis.number}，${basis.issuer}），评议结果按档次通报`,
    `结果由${weightsText(facts)}汇总，权重在活动开始前已经公布，评议人员宽严不一的影响已作校正`,
    `差别落在误差范围以内的列入同一档次，差别不大的相邻档次合并，共分${bandsOf(result.outcome).length}档`,
    tied > 0 && `其中${tied}个单位与别的单位难分先后，均按并列处理`,
    unplaced > 0 && `另有${unplaced}个单位因数据不足，本次不列档次`,
    '同一档次内按单位编码排列，不分先后',
  );
}

const demands = ({ round }: RoundFacts): string => {
  const unit = visitedWords[round.reach];
  return sentences(
    `示范${unit}要总结做法、带动周边；中间${unit}要对照问题逐条补齐；后进${unit}要拿出整改方案，明确责任人和完成时限`,
    '各单位要实事求是整改，不搞层层加码，不以留痕代替落实；已有的记录不得要求重复填报',
    '对结果有不同意见的，可以书面提出，核实后以更正说明附后，不改动原件',
  );
};
