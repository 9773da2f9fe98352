/** Who comes: everybody, the committee, the members of a group, or nobody by name. */
export type Audience = 'all' | 'committee' | 'group' | 'nobody';

/** What a branch does again and again, as it would stand in its year plan. */
export interface Habit {
  kind: string;
  /** 1 to 12; one record in each of these months. */
  months: readonly number[];
  titles: readonly string[];
  audience: Audience;
  /** The share of the audience that comes. */
  rate: number;
  /** Only where villages are judged. */
  rural?: true;
  /** Needs a committee, or an organization with a standing leadership team. */
  needs?: 'committee' | 'team';
  /** Spring and autumn of the forms: the record says which one, in turn or one of each. */
  ways?: readonly string[];
  oneOfEach?: true;
  tags?: readonly string[];
  host?: 'secretary' | 'committee-member';
  hours?: number;
  grade?: 'branch' | 'township' | 'county';
  concentrated?: true;
  /** The meeting is counted by those due and those who came. */
  counted?: true;
  fixedDay?: true;
}

const monthly = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const quarterly = [2, 5, 8, 11];
const halfYearly = [6, 12];

export const habits: readonly Habit[] = [
  {
    kind: 'general-meeting',
    months: quarterly,
    titles: ['传达学习上级精神', '研究年度工作', '讨论发展党员事项', '通报党费和村务'],
    audience: 'all',
    rate: 0.8,
    counted: true,
    tags: ['original-aspiration'],
  },
  {
    kind: 'committee-meeting',
    months: monthly,
    titles: ['研究近期工作', '研究民生事项', '研究党员教育管理'],
    audience: 'committee',
    rate: 0.95,
    counted: true,
    needs: 'committee',
  },
  {
    kind: 'group-meeting',
    months: monthly,
    titles: ['学习讨论', '评议党员发挥作用情况'],
    audience: 'group',
    rate: 0.65,
    counted: true,
  },
  {
    kind: 'party-lecture',
    months: [3, 6, 9, 10],
    titles: ['坚定理想信念', '学习党章党规', '为群众办实事', '乡村治理怎么做'],
    audience: 'all',
    rate: 0.7,
    host: 'committee-member',
    counted: true,
    tags: ['original-aspiration'],
    ways: ['lecture', 'visit', 'film', 'discussion'],
  },
  {
    kind: 'theme-day',
    months: monthly,
    titles: ['学习和缴纳党费', '环境整治志愿服务', '走访困难群众', '参观红色教育点', '护林防火宣传'],
    audience: 'all',
    rate: 0.72,
    counted: true,
    fixedDay: true,
    tags: ['original-aspiration', 'central-work'],
    ways: ['discussion', 'practice', 'visit', 'contest', 'film'],
  },
  {
    kind: 'themed-education',
    months: monthly,
    titles: ['围绕春耕备耕学政策', '人居环境大家谈', '移风易俗', '学技术促增收'],
    audience: 'nobody',
    rate: 0.6,
    counted: true,
    tags: ['original-aspiration', 'central-work'],
    ways: ['lecture', 'discussion', 'visit', 'practice', 'contest'],
  },
  {
    kind: 'organisation-life-meeting',
    months: halfYearly,
    titles: ['组织生活会'],
    audience: 'all',
    rate: 0.85,
    counted: true,
  },
  {
    kind: 'democratic-life-meeting',
    months: [1],
    titles: ['班子年度民主生活会'],
    audience: 'committee',
    rate: 1,
    counted: true,
    needs: 'team',
  },
  {
    kind: 'democratic-appraisal',
    months: [12],
    titles: ['年度民主评议党员'],
    audience: 'all',
    rate: 0.9,
    counted: true,
  },
  {
    kind: 'dual-life',
    months: [3, 6, 9, 12],
    titles: ['班子成员参加所在支部组织生活'],
    audience: 'nobody',
    rate: 1,
    host: 'committee-member',
    oneOfEach: true,
    needs: 'team',
  },
  { kind: 'talk', months: [4, 10], titles: ['谈心谈话'], audience: 'nobody', rate: 1, host: 'secretary' },
  {
    kind: 'political-birthday',
    months: [7],
    titles: ['集体政治生日'],
    audience: 'nobody',
    rate: 0.3,
    counted: true,
  },
  {
    kind: 'duty-report',
    months: [12],
    titles: ['书记向党员大会述职'],
    audience: 'nobody',
    rate: 0.8,
    host: 'secretary',
    counted: true,
  },
  {
    kind: 'home-life',
    months: [2],
    titles: ['流动党员春节回村参加组织生活'],
    audience: 'nobody',
    rate: 1,
    counted: true,
  },
  {
    kind: 're-election-report',
    months: [12],
    titles: ['向乡镇党委报告班子任期和换届情况'],
    audience: 'nobody',
    rate: 1,
  },
  { kind: 'party-work-study', months: [3, 9], titles: ['专题研究党建工作'], audience: 'nobody', rate: 1 },
  {
    kind: 'reserve-tracking',
    months: [5, 11],
    titles: ['后备干部跟踪谈话'],
    audience: 'nobody',
    rate: 1,
    counted: true,
  },
  {
    kind: 'training',
    months: [3, 6, 9, 11],
    titles: ['党员集中轮训'],
    audience: 'all',
    rate: 1,
    hours: 8,
    grade: 'township',
    concentrated: true,
  },
  {
    kind: 'training',
    months: [4, 10],
    titles: ['县委党校村干部示范培训班'],
    audience: 'committee',
    rate: 1,
    hours: 24,
    grade: 'county',
    concentrated: true,
  },
  {
    kind: 'study',
    months: [2, 5, 8, 10],
    titles: ['集中学习日'],
    audience: 'all',
    rate: 1,
    hours: 4,
    grade: 'branch',
    concentrated: true,
  },
  {
    kind: 'distance-education',
    months: quarterly,
    titles: ['远程教育播放'],
    audience: 'committee',
    rate: 0.8,
    hours: 1,
    grade: 'branch',
  },
  {
    kind: 'dues-collection',
    months: monthly,
    titles: ['收缴党费'],
    audience: 'nobody',
    rate: 1,
    counted: true,
  },
  {
    kind: 'dues-notice',
    months: halfYearly,
    titles: ['公布党费收缴使用情况'],
    audience: 'nobody',
    rate: 1,
    ways: ['board'],
  },
  { kind: 'relation-check', months: [5], titles: ['组织关系集中排查'], audience: 'nobody', rate: 1 },
  {
    kind: 'floating-check',
    months: [1, 4, 7, 10],
    titles: ['流入流出党员排查'],
    audience: 'nobody',
    rate: 1,
  },
  {
    kind: 'floating-review',
    months: [12],
    titles: ['流动党员活动情况年度审核'],
    audience: 'nobody',
    rate: 1,
  },
  { kind: 'two-way-drive', months: [2], titles: ['返乡党员带动就业座谈'], audience: 'nobody', rate: 1 },
  {
    kind: 'hardship-update',
    months: [1, 4, 7, 10],
    titles: ['更新困难党员台账'],
    audience: 'nobody',
    rate: 1,
  },
  { kind: 'care', months: [1, 4, 7, 10], titles: ['走访慰问老党员和困难党员'], audience: 'nobody', rate: 1 },
  { kind: 'commendation', months: [7], titles: ['七一表彰'], audience: 'nobody', rate: 1 },
  { kind: 'identity-drive', months: [6], titles: ['戴党徽亮身份'], audience: 'nobody', rate: 1 },
  {
    kind: 'post-duty-activity',
    months: quarterly,
    titles: ['岗位履责活动'],
    audience: 'nobody',
    rate: 0.5,
    counted: true,
  },
  {
    kind: 'village-decision',
    months: [2, 4, 6, 9, 11],
    titles: ['硬化通组道路', '流转土地办合作社', '修缮饮水管网', '集体资产出租', '公益岗位安排'],
    audience: 'nobody',
    rate: 1,
    rural: true,
    tags: ['vital-interests', 'collective-economy'],
  },
  {
    kind: 'representatives-meeting',
    months: [3, 6, 9, 11],
    titles: ['村民代表会议'],
    audience: 'nobody',
    rate: 1,
    rural: true,
  },
  {
    kind: 'affairs-notice',
    months: [3, 6, 9, 12],
    titles: ['公开党务村务财务'],
    audience: 'nobody',
    rate: 1,
    ways: ['board', 'meeting'],
    rural: true,
  },
  {
    kind: 'household-visit',
    months: halfYearly,
    titles: ['包户走访'],
    audience: 'nobody',
    rate: 1,
    ways: ['door-to-door', 'telephone'],
    rural: true,
  },
  {
    kind: 'commitment',
    months: [1],
    titles: ['公开承诺践诺评诺'],
    audience: 'nobody',
    rate: 1,
    ways: ['organisation', 'cadres', 'members'],
    oneOfEach: true,
  },
  {
    kind: 'three-sheet-task',
    months: quarterly,
    titles: ['重点任务交办'],
    audience: 'nobody',
    rate: 1,
    rural: true,
  },
  {
    kind: 'proxy-service',
    months: quarterly,
    titles: ['代办群众事项'],
    audience: 'nobody',
    rate: 1,
    rural: true,
  },
  {
    kind: 'reception',
    months: quarterly,
    titles: ['定点接待群众'],
    audience: 'nobody',
    rate: 1,
    host: 'secretary',
    rural: true,
  },
  { kind: 'culture', months: quarterly, titles: ['群众文体活动'], audience: 'nobody', rate: 1, rural: true },
  { kind: 'mediation', months: [3, 8], titles: ['调解邻里矛盾'], audience: 'nobody', rate: 1, rural: true },
  { kind: 'pairing-help', months: [4, 9], titles: ['结对村互学'], audience: 'nobody', rate: 1, rural: true },
  {
    kind: 'return-poverty-check',
    months: quarterly,
    titles: ['防返贫集中排查'],
    audience: 'nobody',
    rate: 1,
    rural: true,
  },
  {
    kind: 'responsibility-review',
    months: halfYearly,
    titles: ['党建目标责任检查'],
    audience: 'nobody',
    rate: 1,
  },
];
