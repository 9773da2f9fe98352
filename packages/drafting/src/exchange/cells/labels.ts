import type {
  BoundWord,
  Form,
  Kind,
  Level,
  Measure,
  MissingUnit,
  Moves,
  PeopleSet,
  PeriodLength,
  Strictness,
  Supplier,
} from '@hujian/engine';

/** The Chinese words that stand in cells for the codes of the rule language; the first one is written, all are read. */
export type Labels = Readonly<Record<string, readonly [string, ...string[]]>>;

export const MEASURE = {
  activities: ['活动次数', '活动'],
  hours: ['学时'],
  headcount: ['人数'],
  share: ['占比'],
  figure: ['数据'],
  document: ['文件'],
  'on-site': ['现场评'],
  poll: ['测评'],
  event: ['没有事件', '事件'],
} satisfies Record<Measure, readonly [string, ...string[]]>;

export const STRICTNESS = {
  must: ['必须'],
  normally: ['一般', '原则上'],
  encouraged: ['提倡', '鼓励'],
} satisfies Record<Strictness, readonly [string, ...string[]]>;

export const SUPPLIES = {
  branch: ['支部', '本单位'],
  township: ['乡镇', '乡镇（街道）'],
  county: ['县', '县级'],
  panel: ['考评组', '观摩组'],
  poll: ['测评'],
} satisfies Record<Supplier, readonly [string, ...string[]]>;

export const WAY = {
  'all-or-nothing': ['全得或全失'],
  each: ['逐个扣分', '逐个扣'],
  proportion: ['按得分折算'],
  bonus: ['加分'],
  veto: ['一票否决'],
} satisfies Record<Moves['way'], readonly [string, ...string[]]>;

export const UNIT = {
  occurrence: ['次'],
  person: ['人', '名'],
  item: ['项', '个', '份'],
  household: ['户'],
  'percentage-point': ['百分点', '个百分点'],
  'year-of-age': ['岁'],
  day: ['天', '日'],
} satisfies Record<MissingUnit, readonly [string, ...string[]]>;

export const EFFECT: Labels = { item: ['本条不得分'], naming: ['不能评先命名', '不能命名'] };
export const EACH: Labels = { group: ['每个党小组'], 'committee-member': ['每名班子成员'] };
export const DISTINCT: Labels = { way: ['形式'], title: ['题目'], theme: ['主题'] };
export const DOCUMENT_OF: Labels = { now: ['当前有效', '现行'], year: ['当年'] };
export const ANSWER: Labels = { satisfied: ['满意'], dissatisfied: ['不满意'] };
export const BASICALLY: Labels = { basically: ['是'] };
export const COMPARED: Labels = { self: ['本组织', '自己'], superior: ['上级组织', '上级'] };
export const TIGHTEN: Labels = {
  up: ['只能调高'],
  down: ['只能调低'],
  never: ['不能改', '不能调'],
};
export const SEX: Labels = { male: ['男'], female: ['女'] };
export const FLOATING: Labels = { out: ['流出'], in: ['流入'] };
export const EDITION_LEVEL: Labels = {
  basic: ['基本标准', '基本'],
  demonstration: ['示范标准', '示范'],
  'scoring-sheet': ['评分细则', '评分表'],
};

export const BOUND = {
  atLeast: ['不少于', '不低于', '不少于（含）', '达到'],
  moreThan: ['超过', '超过（不含）', '多于'],
  atMost: ['不超过', '不多于', '不超过（含）'],
  lessThan: ['低于', '少于', '低于（不含）', '不足'],
} satisfies Record<BoundWord, readonly [string, ...string[]]>;

export const PERIOD = {
  month: ['每月', '每个月'],
  quarter: ['每季度', '每个季度', '每季'],
  'half-year': ['每半年', '每个半年'],
  year: ['每年'],
} satisfies Record<PeriodLength, readonly [string, ...string[]]>;
export const WINDOW_WORD: Labels = {
  ...PERIOD,
  term: ['本届任期内', '本届任期'],
  now: ['考核当天', '考核当日'],
};

export const FORM = {
  committee: ['党委'],
  'general-branch': ['党总支', '总支'],
  branch: ['党支部', '支部'],
  group: ['党小组'],
  office: ['工作机构'],
} satisfies Record<Form, readonly [string, ...string[]]>;

export const KIND = {
  rural: ['农村'],
  community: ['社区'],
  agency: ['机关事业单位', '机关'],
  soe: ['国有企业', '国企'],
  private: ['非公企业和社会组织', '两新'],
  school: ['中小学校', '学校'],
} satisfies Record<Kind, readonly [string, ...string[]]>;

export const LEVEL = {
  province: ['省'],
  city: ['市'],
  county: ['县'],
  township: ['乡镇'],
  village: ['村', '村（社区）', '单位'],
  group: ['小组'],
} satisfies Record<Level, readonly [string, ...string[]]>;

export const PEOPLE = {
  member: ['党员'],
  'full-member': ['正式党员'],
  probationary: ['预备党员'],
  applicant: ['入党申请人'],
  activist: ['入党积极分子', '积极分子'],
  candidate: ['发展对象'],
  'new-member': ['新发展党员', '新党员'],
  'floating-member': ['流动党员'],
  seat: ['任职人员'],
  'reserve-cadre': ['后备干部'],
} satisfies Record<PeopleSet, readonly [string, ...string[]]>;
