/** Things measured, and the contract's code for them; `rate` rows are growth or incidence, not a part of people. */
export interface FigureWord {
  code: string;
  rate: boolean;
}

const THINGS: readonly string[] = [
  'venue-area 面积 建筑面积 使用面积 场所面积 活动场所面积 阵地面积 室内面积 总面积 用房面积',
  'collective-income 集体经济收入 集体收入 集体经营性收入 集体经济年收入 村集体收入 集体经济纯收入 集体经营收入 集体经济经营性收入 集体经济收益 经营性收入 集体经济 村集体经济 集体经营性收益 年收益 经营收益 集体经济经营收益 村集体经济收入 年经营性收入',
  'leading-industries 主导产业 特色产业 支柱产业 优势产业',
  'helped-villages 带动周边 周边村 结对村 帮带村',
  'books 图书 藏书 书籍 党建书籍 图书资料 党报党刊',
  'party-funds 工作经费 党建经费 活动经费 党建工作经费 党组织工作经费 服务群众专项经费 专项经费 经费 运转经费 办公经费 党员活动经费 党建活动经费 教育培训经费',
  'income 人均收入 人均纯收入 可支配收入 纯收入 收入 年收入 营业收入 收益 利润 产值 税收',
  'pay 报酬 补贴 补助 工资 待遇 津贴 慰问金 绩效报酬 基本报酬',
];
const RATES: readonly string[] = [
  'poverty-incidence 贫困发生率',
  'incidence 发生率 发案率 违法犯罪率 返贫率 事故率',
  'growth 增长率 增幅 增速 增长 增加 递增 降幅 下降 提升 提高 高于上年 同比增长',
];

export const FIGURES: ReadonlyMap<string, FigureWord> = new Map(
  [...THINGS.map((row) => [row, false] as const), ...RATES.map((row) => [row, true] as const)].flatMap(
    ([row, rate]) => {
      const [code = '', ...words] = row.split(' ');
      return words.map((word) => [word, { code, rate }] as const);
    },
  ),
);

/** The figure codes that the contract names; the rest stand as other:<words>. */
export const NAMED_FIGURES: ReadonlySet<string> = new Set([
  'venue-area',
  'collective-income',
  'poverty-incidence',
  'leading-industries',
  'helped-villages',
  'books',
]);

/** Words of a poll, and which answer they count. */
export const POLLS: ReadonlyMap<string, 'satisfied' | 'dissatisfied'> = new Map([
  ...'满意度 满意率 满意票 群众满意 满意票率 满意和基本满意 满意以上 满意 好评率 认可度 基本满意 满意度测评 测评满意 满意测评 认可率 满意比例'
    .split(' ')
    .map((word) => [word, 'satisfied'] as const),
  ...'不满意率 不满意度 不满意票 不满意票率 不满意 不称职率 差评率 不满意比例'
    .split(' ')
    .map((word) => [word, 'dissatisfied'] as const),
]);
