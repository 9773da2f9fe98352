import type { RoundFacts } from '../facts.ts';
import { dayWord, sentences, visitedWords } from '../words.ts';
import { frame, overview, roundName, tellPractices, weightsText } from './common.ts';
import { type DocumentKindRule, section } from './drafted.ts';
import { bandTable, visitedTable } from './result-tables.ts';

const ready = new Set(['accepted', 'noticed', 'objected', 'published']);

/** 公示: bands and practices for members and the people, with the days and where to object. */
export const notice: DocumentKindRule = {
  title: '评议结果公示',
  purpose: '张贴在公开栏，向党员群众公示并收集意见',
  waitsFor: ({ result }) =>
    result && ready.has(result) ? null : result ? '评议结果尚未经上级审定' : '请先结束本轮活动并计算评议结果',
  draft: (facts) => {
    const ranked = facts.result?.ranked === true;
    return {
      words: frame(facts, `${roundName(facts)}评议${ranked ? '结果' : '情况'}公示`, [
        section('', overview(facts)),
        ranked ? section('', told(facts), 'bands') : section('', '参加本轮观摩的单位如下。', 'units'),
        section('', `现场发现的经验做法如下。\n${tellPractices(facts, 5)}`),
        section('', objections(facts)),
      ]),
      tables: ranked ? { bands: bandTable(facts) } : { units: visitedTable(facts) },
    };
  },
};

const told = (facts: RoundFacts): string =>
  sentences(
    `评议结果由${weightsText(facts)}汇总，各${visitedWords[facts.round.reach]}按档次公示，同一档次内不分先后`,
  );

function objections({ result }: RoundFacts): string {
  const shown = result?.notice;
  if (!shown)
    return '公示期为　　个工作日。公示期间，对评议结果有异议的，可向　　　　反映；署名或不署名均受理。';
  return sentences(
    `公示期为${dayWord(shown.from)}至${dayWord(shown.until)}，共${shown.workingDays}个工作日`,
    `公示期间，对评议结果有异议的，可通过公示网页或${shown.contact}反映，署名或不署名均受理`,
    '反映问题应当实事求是；受理后将在答复中说明核实情况',
  );
}
