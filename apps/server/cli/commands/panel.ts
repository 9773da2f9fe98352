import {
  type Analysis,
  analyse,
  analyseInput,
  type Draw,
  draw,
  drawInput,
  type Plan,
  plan,
  planInput,
} from '@hujian/panel';
import { z } from 'zod';
import { type CommandAnswer, defineCommand } from '../command.ts';
import { readJson } from '../read-json.ts';

const works = ['analyse', 'plan', 'draw'] as const;

export const command = defineCommand({
  name: 'panel',
  summary:
    'analyse：从评议表算出各单位的公平得分、区间和分档；plan：排出谁在哪天去哪里观摩；draw：按公布的种子抽签。输入是 JSON 文件，格式见 docs/panel.md。只读文件，不写入数据库。',
  positionals: ['work', 'file'],
  options: z.object({
    work: z.enum(works, `应是 ${works.join('、')} 之一`).describe('analyse、plan 或 draw'),
    file: z.string().min(1).describe('输入的 JSON 文件'),
  }),
  run: async ({ say }, { work, file }) => answers[work](file, say),
});

type Answer = (file: string, say: (message: string) => void) => Promise<CommandAnswer>;

const answers = {
  analyse: async (file, say) => {
    const { parents, ratings, scale } = readJson(file, analyseInput, say);
    const answer = analyse({ scale, ratings: ratings.map(dropEmptyHome), ...(parents ? { parents } : {}) });
    return { json: answer, text: describeAnalysis(answer) };
  },
  plan: async (file, say) => {
    const answer = await plan(readJson(file, planInput, say));
    return { json: answer, text: describePlan(answer) };
  },
  draw: async (file, say) => {
    const answer = draw(readJson(file, drawInput, say));
    return { json: answer, text: describeDraw(answer) };
  },
} satisfies Record<(typeof works)[number], Answer>;

type Said = z.output<typeof analyseInput>['ratings'][number];

const dropEmptyHome = ({ home, ...rating }: Said) => (home ? { ...rating, home } : rating);

const tenth = (value: number): string => value.toFixed(1);

function describeAnalysis({ units, panelists, agreement, warnings }: Analysis): string {
  const bands = Map.groupBy(
    units.toSorted((a, b) => b.fair - a.fair),
    ({ band }) => band,
  );
  const lines = [...bands].flatMap(([band, own]) => [
    `${band}档（${own.length}个）`,
    ...own.map(
      ({ unit, fair, low, high, raw, rankLow, rankHigh }) =>
        `  ${unit}  ${tenth(fair)}（${tenth(low)}—${tenth(high)}）  平均 ${tenth(raw)}  名次 ${rankLow}—${rankHigh}`,
    ),
  ]);
  const flagged = panelists.filter(({ flags }) => flags.length > 0);
  return [
    ...lines,
    `一致程度（肯德尔 W）：${agreement.kendallW === null ? '无法计算' : agreement.kendallW.toFixed(2)}`,
    ...flagged.map(({ panelist, flags }) => `请核对 ${panelist}：${flags.map(explainFlag).join('、')}`),
    ...warnings,
  ].join('\n');
}

const flagNames: Record<string, string> = {
  reciprocal: '与其互相给高分',
  copy: '评议表相同',
  wild: '与其他人相差很大',
  'own-home': '评了自己所在的单位',
  'own-township': '对本乡镇的单位偏高',
  'no-spread': '各单位几乎打一样的分',
};

function explainFlag(flag: string): string {
  const at = flag.indexOf(':');
  const [kind, whom] = at < 0 ? [flag, ''] : [flag.slice(0, at), flag.slice(at + 1)];
  return `${flagNames[kind] ?? kind}${whom ? `（${whom}）` : ''}`;
}

function describePlan({ visits, coverage, load, kilometres, reasons }: Plan): string {
  const routes = Map.groupBy(visits, ({ day, route }) => `${day} 第 ${route} 路`);
  const counts = load.map((one) => one.visits);
  return [
    ...[...routes].flatMap(([title, own]) => [
      title,
      ...own.map(({ order, unit, panelists }) => `  ${order}. ${unit}  ${panelists.join('、')}`),
    ]),
    `共 ${coverage.units} 个单位，排了 ${coverage.planned} 个；每人 ${Math.min(...counts)}—${Math.max(...counts)} 处${
      kilometres === null ? '' : `；路线共 ${kilometres} 千米（直线）`
    }。`,
    ...(reasons.length > 0 ? ['没有能做到的：', ...reasons.map((reason) => `  ${reason}`)] : []),
  ].join('\n');
}

function describeDraw({ commitment, final, reasons }: Draw): string {
  return [`种子的 SHA-256：${commitment}`, `名单（${final.length}个）：${final.join('、')}`, ...reasons].join(
    '\n',
  );
}
