import { type Habit, halfYearly, monthly, quarterly } from './habit.ts';
import type { Kind } from './tree.ts';

type More = Partial<Omit<Habit, 'kind' | 'months' | 'titles'>>;

/** Something that comes up in some months, told without names unless more is said. */
const of =
  (...kinds: Kind[]) =>
  (kind: string, months: readonly number[], titles: readonly string[], more: More = {}): Habit => ({
    kind,
    months,
    titles,
    kinds,
    audience: 'nobody',
    rate: 1,
    ...more,
  });

const community = of('community');
const communityHabits: readonly Habit[] = [
  community('community-survey', [4, 10], ['摸排新建小区和无物业居民区']),
  community(
    'community-decision',
    [3, 6, 9, 11],
    ['加装充电桩', '改造老旧楼道', '划定停车位', '安排便民摊点'],
  ),
  community('residents-consultation', [4, 10], ['楼栋协商会', '小区事务恳谈'], {
    ways: ['forum', 'negotiation', 'hearing'],
  }),
  community('affairs-notice', [3, 6, 9, 12], ['公开党务居务财务'], { ways: ['board', 'meeting'] }),
  community('cadre-review', [12], ['居民评议两委干部'], { counted: true, rate: 0.8 }),
  community('joint-meeting', [5, 11], ['驻区单位联席会议']),
  community('party-routine-meeting', monthly, ['党建工作例会']),
  community('community-activity', quarterly, ['党员奉献日', '圆梦微心愿', '党员连心桥'], {
    ways: ['contribution-day', 'micro-wish', 'heart-bridge', 'linked-household'],
  }),
  community('co-building', [6], ['与驻区单位共建']),
  community('culture', quarterly, ['社区文体活动']),
];

const agency = of('agency');
const agencyHabits: readonly Habit[] = [
  agency('study', [1, 3, 4, 6, 7, 9, 11, 12], ['理论学习', '学习条例', '学习业务和政策'], {
    hours: 2,
    grade: 'branch',
    tags: ['centre-group'],
  }),
  agency('study', [4, 9], ['廉洁教育', '警示教育'], { hours: 2, grade: 'branch', tags: ['integrity'] }),
  agency('affairs-notice', halfYearly, ['公开党务'], { ways: ['board'] }),
  agency('superior-report', [12], ['向县直机关工委报告党建工作'], { host: 'secretary' }),
  agency('report-hearing', halfYearly, ['听取党建工作汇报']),
  agency('assigned-task', [3, 6, 9, 12], ['上级交办任务']),
  agency('inspection', [5, 10], ['党建工作督导']),
  agency('major-decision', [3, 7, 11], ['年度预算安排', '干部轮岗', '大额资金使用']),
  agency('secretary-appraisal', [12], ['抓党建述职评议']),
];

const soe = of('soe');
const soeHabits: readonly Habit[] = [
  soe('major-decision', [3, 6, 9, 11], ['年度投资计划', '中层任免', '大额采购', '资产处置'], {
    tags: ['pre-study-matter'],
  }),
  soe('integrity-education', [4, 10], ['廉洁从业教育'], { counted: true, rate: 0.9 }),
  soe('vanguard-task', [5, 9], ['党员攻坚项目']),
  soe('assigned-task', [3, 9], ['上级交办任务']),
  soe('half-year-report', [6], ['半年党建工作报告']),
  soe('secretary-appraisal', [12], ['抓党建述职评议']),
  soe('linked-appraisal', [12], ['党建和经营联动考核']),
];

const company = of('private');
const companyHabits: readonly Habit[] = [
  company('management-consultation', [4, 10], ['党组织和管理层沟通会']),
  company('social-duty', [6, 9], ['助学助困', '以购代帮']),
  company('mediation', [4], ['调解劳动纠纷']),
];

const school = of('school');
const schoolHabits: readonly Habit[] = [
  school('talk', [5, 11], ['班子成员谈心谈话'], { host: 'committee-member', oneOfEach: true }),
  school('principal-meeting', monthly, ['校长办公会议'], { counted: true, rate: 0.95 }),
  school('secretary-principal-talk', quarterly, ['书记校长沟通']),
  school('staff-political-study', monthly, ['教职工政治学习'], { counted: true, rate: 0.9 }),
  school('ethics-education', [3, 9], ['师德师风教育'], { counted: true, rate: 0.95 }),
  school('ethics-pledge', [9], ['签订师德承诺'], { counted: true }),
  school('ideology-check', [3, 9], ['教材教辅检查']),
  school('moral-lecture', [3, 9], ['开学思政第一课'], { host: 'secretary' }),
  school('member-demonstration', [12], ['党员示范课'], { counted: true, rate: 0.9 }),
];

/** What organizations that are no villages do besides the life of every branch. */
export const unitHabits: readonly Habit[] = [
  ...communityHabits,
  ...agencyHabits,
  ...soeHabits,
  ...companyHabits,
  ...schoolHabits,
  of('community', 'agency')('member-suggestion', [3, 9], ['办理党员意见']),
  of(
    'community',
    'agency',
    'soe',
    'private',
    'school',
  )('service', [4, 10], ['志愿服务'], {
    counted: true,
    rate: 0.6,
  }),
  of('soe', 'school')('staff-congress', [4], ['职工代表大会'], { counted: true, rate: 0.9 }),
  of('soe', 'school')('unit-affairs-notice', [5, 11], ['单位事务公开'], { ways: ['board', 'online'] }),
  of('soe', 'private', 'school')('dual-cultivation', [6], ['党员和骨干双培养'], {
    host: 'secretary',
    tags: ['backbone-to-member'],
  }),
  of('soe', 'private')('co-building', [8], ['与村支部结对共建']),
  of('private', 'school')('set-up-review', [5], ['检查党组织设置']),
];
