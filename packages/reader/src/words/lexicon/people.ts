/** Whom a number counts; the first word of a row is its code. */
const ROWS: readonly string[] = [
  'member-full 正式党员 正式党员人数 正式党员数',
  'member-probationary 预备党员',
  'floating-member 流动党员 外出党员 外出流动党员 流入党员 流出党员',
  'member-retired 离退休党员 退休党员',
  'member-in-post 在职党员',
  'member-leading 党员领导干部 领导干部',
  'member-teacher 党员教师 教师党员',
  'member-worker 党员职工 职工党员',
  'member-student 学生党员',
  'member-voting 有表决权的正式党员 有选举权的党员 有表决权的党员 有选举权的到会党员',
  'member-attending 到会党员 参会党员 到会人数 实到人数 应到会人数 应到会党员',
  'candidate 发展对象 党员发展对象',
  'activist 入党积极分子 积极分子',
  'applicant 入党申请人 申请入党人 入党申请书',
  'new-member 新发展党员 新发展的党员 发展的党员 新党员 新发展的年轻党员',
  'member 党员 党员人数 党员总数 党员数 全体党员 党员队伍 无职党员 普通党员',
  'secretary 党组织书记 支部书记 党支部书记 书记 村党组织书记 党委书记 总支书记 第一书记 党总支书记 社区书记 村书记 党组织负责人 带头人 基层党组织书记',
  'deputy-secretary 副书记 专职副书记',
  'committee-member-discipline 纪检委员 纪律检查委员',
  'committee-member-organisation 组织委员',
  'committee-member 支部委员 支委 支委委员 委员 班子成员 党组织班子成员 支部委员会委员 支委会委员 委员会委员 领导班子成员 支委成员 支部班子 班子职数 党委委员 班子',
  'reserve-cadre 后备干部 后备力量 后备人才 后备人选 村级后备干部 后备干部队伍 书记后备 年轻后备干部 后备队伍',
  'cadre 干部 村干部 “两委”干部 两委干部 两委成员 社区干部 村“两委”干部 两委班子成员 村两委成员 “两委”成员 社区工作者 机关干部 中层干部',
  'party-worker 党务工作者 党务干部 党务工作人员 专职党务工作者 专职党务工作人员 党务专干 党建指导员 党建工作者 党建专干 党建工作指导员 专职党务干部 党务人员 党建工作人员 党务专职人员 组织员',
  'group-leader 党小组长',
  'household 农户 居民户 住户 家庭 困难户 脱贫户 贫困户 联系户 户 困难家庭 群众户',
  'resident 居民 村民 群众 居民群众 党员群众 服务对象 老百姓',
  'representative 村民代表 居民代表 党代表 职工代表 党员代表 代表',
  'worker 职工 员工 从业人员 在职职工 职工总数 教职工 教职员工 工人 职工人数 在岗职工',
  'teacher 教师 思政课教师 专任教师 骨干教师 青年教师 辅导员 思政教师 班主任',
  'student 学生 在校生 学生数 在校学生',
  'volunteer 志愿者 党员志愿者 志愿服务者 注册志愿者',
  'grid-worker 网格员 专职网格员 网格长 楼栋长',
  'talent 人才 致富带头人 乡土人才 技术能手 致富能手 能人 大学生 退役军人 返乡人员 优秀青年',
];

/** The code for a person's word; several words of one row share it. */
export const PEOPLE: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap((row) => {
    const [code = '', ...words] = row.split(' ');
    return words.map((word) => [word, code] as const);
  }),
);

/** Codes that the contract does not name stand as other:<words>. */
export const NAMED_PEOPLE: ReadonlySet<string> = new Set(
  ROWS.map((row) => row.slice(0, row.indexOf(' '))).filter(
    (code) => !['talent', 'worker', 'resident', 'representative', 'volunteer'].includes(code),
  ),
);

/** What narrows the people down: words and what they add to the code. */
export const QUALIFIERS: readonly (readonly [words: string, suffix: string])[] = [
  ['高中', 'high-school'],
  ['中专', 'high-school'],
  ['大专', 'college'],
  ['专科', 'college'],
  ['本科', 'bachelor'],
  ['研究生', 'graduate'],
  ['硕士', 'graduate'],
  ['女性', 'female'],
  ['妇女', 'female'],
  ['女党员', 'female'],
  ['女干部', 'female'],
  ['女委员', 'female'],
  ['少数民族', 'minority'],
  ['专职', 'full-time'],
  ['兼职', 'part-time'],
  ['一线', 'front-line'],
  ['生产经营骨干', 'backbone'],
];
