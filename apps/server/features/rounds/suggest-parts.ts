import type { PlanParts, RoundRow } from '@hujian/contract';

/** Themes of later rounds, one a round, tied to the year's tasks; the first looks at what can be seen from outside. */
export const themes = {
  first: '阵地和外部条件',
  'three-mutual': [
    '三会一课',
    '组织生活会和民主评议党员',
    '主题党日',
    '党员作用发挥',
    '四议两公开',
    '班子建设和后备力量',
    '流动党员管理',
    '村集体经济和为民服务',
    '党建品牌和工作成效',
  ],
  'four-mutual': [
    '组织生活',
    '党费收缴使用和管理',
    '发展党员',
    '支部换届和班子建设',
    '党建和业务结合',
    '督查反馈问题整改',
  ],
} as const;

type Of = Pick<RoundRow, 'way' | 'sort' | 'reach' | 'theme'>;

/** The six parts of a plan, to be finished by a person. */
export const suggestParts = (of: Of): PlanParts => ({
  goals: goalsOf(of),
  methods: methodsOf(of),
  steps: stepsOf(of),
  rectification: rectificationOf(of),
  supervision: supervisionOf(of),
  use: useOf(of),
});

const whom = { townships: '各乡镇（街道）', villages: '各村（社区）', branches: '各支部' } as const;

function goalsOf({ way, sort, reach, theme }: Of): string {
  const aim =
    sort === 'first'
      ? `本轮是首次观摩，重点看${theme}，摸清${whom[reach]}的底数，找出阵地、设施和制度执行上的差距。`
      : `本轮以“${theme}”为主题，看${whom[reach]}这项工作做得怎么样，把管用的做法找出来，把短板补上。`;
  return way === 'four-mutual'
    ? `通过互查、互评、互学、互促，让每个支部都看一遍、评一遍，不留空白。\n${aim}`
    : `通过互相学习、互相帮助、互相借鉴，做到应看尽看、不漏一处。\n${aim}`;
}

function methodsOf({ way }: Of): string {
  return way === 'four-mutual'
    ? '采用一对一蹲点、座谈、现场观摩、集中汇报和分析研判等办法，查组织生活和党费台账，问党员和群众，查到的问题当面核对。记录能说明的，不再让支部另交材料。'
    : '每到一处做五件事：听负责人介绍，查原始档案，看阵地、制度执行和成效，现场问答并记下问和答，最后由观摩人员各自评议。记录能算出来的不再打分，不要求另做展板和汇报材料。示范的重点看经验，中间的选一两个方面看，后进的看短板改了没有。';
}

function stepsOf({ way }: Of): string {
  return way === 'four-mutual'
    ? '一、各支部对照条目自己查一遍。\n二、按安排分组到支部互查互评，本支部的人和上下级的人回避。\n三、当天汇总，开分析研判会，议定评议结果和问题。\n四、公示结果，反馈问题，安排学习提升。'
    : '一、公布方案、观摩对象和权重。\n二、分组分批到现场观摩，可以边看边议，路线就近安排，不要求集中一两天看完；本单位及其上下级的人回避。\n三、每批看完开评议会，汇总评议，逐处点评。\n四、公示结果，受理异议，公布分档和经验做法。';
}

function rectificationOf({ sort }: Of): string {
  return `现场发现的问题对应到条目，记入台账，写明责任单位和期限，由整改人以外的人核实后销号。${
    sort === 'first'
      ? '设施上的问题分清能马上改的和需要投入的，分别排出时间。'
      : '同一问题在几处都有的，由举办单位拿出统一的办法。'
  }`;
}

function supervisionOf({ way, reach }: Of): string {
  if (way === 'four-mutual')
    return '上级党委和业务部门派人全程参加，对走过场、评分没有差别的小组当场提醒；问题在督查通报中反馈。';
  const who =
    reach === 'townships' ? '县级组织部门和分包联系乡镇的同志' : '乡镇党委书记、班子成员和分包联系的同志';
  return `${who}到现场参加，对每处提出具体意见；不安排层层陪同，不要求停下手头工作迎接，不以照片代替查看。`;
}

function useOf({ way }: Of): string {
  return way === 'four-mutual'
    ? '结果作为支部考核和书记述职评议的参考；做法好的在单位内推广，问题多的由上级党委约谈书记并结对帮带。'
    : '结果与年度考核和奖补资金挂钩。示范的巩固提升、扩大成果；中间的查漏补缺、争取晋位；后进的综合施治、限期转化。分类调整和软弱涣散的认定由人决定并写明理由。';
}
