import { judges } from '../../rounds/recusal.ts';
import type { RoundFacts } from '../facts.ts';
import { dayWord, number, organOf, partWords, sentences, visitedWords } from '../words.ts';
import { frame, openNumber, roundName, weightsText } from './common.ts';
import { annex, type DocTable, type DocumentKindRule, section } from './drafted.ts';

/** 方案: six parts, and as annexes who goes where, who judges, what is judged, and how the visited were chosen. */
export const plan: DocumentKindRule = {
  title: '观摩活动方案',
  purpose: '印发各参加单位，公布观摩安排、评议人员、评议内容和权重',
  waitsFor: ({ visits }) => (visits > 0 ? null : '请先编排观摩（谁去哪里、什么时候）'),
  draft: (facts) => {
    const { round } = facts;
    const drawn = round.setting.choice === 'draw' && facts.draw !== undefined;
    const { parts } = round;
    return {
      words: {
        ...frame(facts, `${roundName(facts)}活动方案`, [
          section(
            '一、工作目标',
            parts.goals || `围绕“${round.theme}”互学互帮互鉴，做到应看尽看、不漏一个。`,
          ),
          section('二、方法措施', [parts.methods, drawn ? drawText(facts) : ''].filter(Boolean).join('\n')),
          section('三、推进步骤', [parts.steps, steps(facts)].filter(Boolean).join('\n')),
          section('四、问题整改', parts.rectification),
          section('五、督促指导', parts.supervision),
          section('六、结果运用', [parts.use, use(facts)].filter(Boolean).join('\n')),
          annex('观摩安排表', 'visits'),
          annex('评议人员名单', 'panel'),
          annex('评议内容', 'items'),
          ...(drawn ? [annex('观摩单位抽取情况', 'draw')] : []),
        ]),
        // With the number it was published under it is a paper with a red head; without one a draft.
        mark: round.document_number ? `${organOf(round.holder)}文件` : null,
        number: round.document_number ?? openNumber(facts.today),
        addressee: '各有关党组织',
      },
      tables: {
        visits: visitTable(facts),
        panel: panelTable(facts),
        items: itemTable(facts),
        ...(drawn ? { draw: drawTable(facts) } : {}),
      },
    };
  },
};

function steps({ round, visits, panelists, units }: RoundFacts): string {
  const days = [...new Set(visits.map(({ on }) => on))];
  const routes = new Set(visits.map(({ on, route }) => `${on}/${route}`)).size;
  const first = days[0];
  const last = days.at(-1);
  return sentences(
    first !== undefined &&
      last !== undefined &&
      `观摩自${dayWord(first)}起至${dayWord(last)}止，分${days.length}天、${routes}条路线进行，观摩${visitedWords[round.reach]}${visits.length}个（应观摩${units.length}个），评议人员${panelists.filter(({ part }) => judges(part)).length}名`,
    '每处观摩的评议人员不少于3名，评议人员不评议本单位及其上下级单位',
    round.planned?.kilometres ? `路线总长约${number(round.planned.kilometres, 0)}公里` : undefined,
  );
}

const use = (facts: RoundFacts): string =>
  sentences(
    `评议结果按公布的权重汇总：${weightsText(facts)}`,
    '权重自本方案印发之日起固定，本轮不再改动；结果先公示后公布，只分档次',
  );

function visitTable({ visits }: RoundFacts): DocTable {
  return {
    title: '观摩安排表',
    columns: [
      { title: '日期', share: 3, align: 'center' },
      { title: '路线', share: 1.3, align: 'center', number: true },
      { title: '顺序', share: 1.3, align: 'center', number: true },
      { title: '观摩单位', share: 4 },
      { title: '评议人员', share: 7 },
    ],
    rows: visits.map(({ on, route, turn, name, seats }) => [
      on,
      String(route),
      String(turn),
      name,
      seats.join('、'),
    ]),
  };
}

function panelTable({ panelists }: RoundFacts): DocTable {
  return {
    title: '评议人员名单',
    columns: [
      { title: '序号', share: 1.2, align: 'center', number: true },
      { title: '姓名', share: 3, align: 'center' },
      { title: '单位', share: 5 },
      { title: '职务', share: 4 },
      { title: '分工', share: 2, align: 'center' },
      { title: '场次', share: 1.5, align: 'center', number: true },
    ],
    rows: panelists.map(({ name, home, post, part, visits }, at) => [
      String(at + 1),
      name,
      home,
      post,
      partWords[part],
      String(visits),
    ]),
  };
}

function itemTable({ round }: RoundFacts): DocTable {
  return {
    title: '评议内容',
    columns: [
      { title: '序号', share: 1.4, align: 'center', number: true },
      { title: '内容', share: 4 },
      { title: '看什么', share: 9 },
      { title: '分值', share: 1.5, align: 'center', number: true },
    ],
    rows: round.items.map(({ title, guide, points }, at) => [String(at + 1), title, guide, number(points)]),
  };
}

/** The seed was committed to before and is told after: anybody can draw again. */
const drawText = ({ draw }: RoundFacts): string =>
  sentences(
    `观摩单位以抽签方式产生，抽签前公布的承诺值为${draw?.commitment ?? ''}`,
    draw?.told_seed
      ? `抽签后公布的种子为${draw.told_seed}${draw.beacon ? `，同时使用的公开数为${draw.beacon}` : ''}，任何人都可据此复核`
      : '抽签种子待抽签后公布',
  );

function drawTable({ units }: RoundFacts): DocTable {
  const chosen = units.filter((unit) => unit.chosen);
  const words = { all: '全部', direct: '指定', risk: '按风险', draw: '抽取', override: '调整' };
  return {
    title: '观摩单位抽取情况',
    columns: [
      { title: '单位', share: 5 },
      { title: '风险', share: 2, align: 'center', number: true },
      { title: '未观摩轮次', share: 2, align: 'center', number: true },
      { title: '方式', share: 2, align: 'center' },
      { title: '调整理由', share: 6 },
    ],
    rows: chosen.map(({ name, risk, waited, how, reason }) => [
      name,
      number(Number(risk)),
      String(waited),
      words[how],
      reason ?? '',
    ]),
  };
}
