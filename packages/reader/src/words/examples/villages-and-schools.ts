import type { Example } from './say-checks.ts';

/** Villages, communities, schools. */
export const VILLAGES_AND_SCHOOLS: readonly Example[] = [
  [
    '“两委”班子平均年龄超过48周岁，每超过1岁扣3分，没有35岁以下干部扣3分，高中以上文化程度低于55%，每降低一个百分点扣1分。',
    '',
  ],
  ['党务村务每季度最少公开1次，少1次扣1分。', 'activities affairs-notice quarter ≥1'],
  ['所属党员全年参加志愿服务少于4次的扣1分。', 'activities service year ≥4'],
  [
    '村委会向村党组织汇报工作半年1次，向村民代表会议汇报一年1次，少一次扣1分。',
    'activities other half-year ≥1; activities other year ≥1',
  ],
  ['党员发展：每年发展党员1名，培养积极分子2名。', 'activities admission year ≥1; headcount activist ≥2'],
  ['民主生活会：每年一次，认真开展批评与自我批评。', 'activities democratic-life-meeting year ≥1'],
  [
    '党员人数3人以上7人以下的支部，只设书记1人，必要时增设副书记1人。',
    'headcount secretary ≥1; headcount deputy-secretary ≥1',
  ],
  [
    '支部委员会一般设委员3-5人，设书记1人。',
    'headcount committee-member-branch ≥3≤5; headcount secretary ≥1',
  ],
  ['每月集中学习时间不少于8小时。', 'hours member month ≥8'],
  [
    '坚持每月对党员作用情况进行分析，每月开展一次安全专题教育，每季对创建情况讲评1次。',
    'activities other month ≥1; activities themed-education month ≥1; activities other quarter ≥1',
  ],
  ['每月（含假期）召开支委会不少于一次。', 'activities committee-meeting month ≥1'],
  [
    '高中以上文化程度和年龄在45岁以下的分别达到60%以上，有1-2名30岁左右年轻干部。',
    'share other ≥0.6; share other ≥0.6; headcount cadre ≥1≤2',
  ],
  ['村干部家庭年收入4万元以上。', 'figure other yuan ≥40000'],
  ['组织生活会一般每半年或一年召开一次。', 'activities organisation-life-meeting year ≥1'],
  [
    '1.支部党员大会每季度至少召开一次。2.支部委员会每月至少召开一次。3.党小组会每月至少召开一次。4.党课每季度至少安排一次。',
    'activities general-meeting quarter ≥1; activities committee-meeting month ≥1; activities group-meeting month ≥1; activities party-lecture quarter ≥1',
  ],
  [
    '党支部每年至少召开一次组织生活会，领导班子民主生活会每年召开1次，党员领导干部带头谈心谈话，每人每年不少于2次。',
    'activities organisation-life-meeting year ≥1; activities democratic-life-meeting year ≥1; activities talk year ≥2',
  ],
  ['按照“六有”标准，有场所、有设施、有标志、有党旗、有书报、有制度。', ''],
  [
    '建立“1+N”党建联盟，每月1个主题、每季1次联席会。',
    'activities other month ≥1; activities joint-meeting quarter ≥1',
  ],
  ['推行“月度督查、季度通报、半年考核、年终总结”。', ''],
  [
    '党委每半年、党支部每季度分析一次意识形态形势。',
    'activities other half-year ≥1; activities other quarter ≥1',
  ],
  [
    '党委班子成员每人联系1个支部，每年到联系点讲党课不少于1次，参加组织生活不少于2次。',
    'figure other count ≥1; activities party-lecture year ≥1; activities other year ≥2',
  ],
  ['党员教育培训覆盖率100%，党员年人均学时不少于32学时。', 'share other of member ≥1; hours member year ≥32'],
  ['年度述职评议考核“好”等次比例不超过30%。', 'share other ≤0.3'],
  ['3名以上正式党员的村民小组建立党小组。', 'headcount member-full ≥3'],
  ['党员中心户不少于党员总数的20%。', 'share household of member ≥0.2'],
  [
    '农村党员中35岁以下党员比例达到15%，大专以上学历达到30%。',
    'share member-to-35 of member ≥0.15; share member-college of member ≥0.3',
  ],
  [
    '村党组织书记每月到村工作不少于20天，坐班值守每周不少于5天。',
    'activities other month ≥20; activities other month ≥20',
  ],
  ['村“两委”干部实行轮流坐班，每天至少1名村干部在岗。', 'headcount cadre ≥1'],
  ['便民服务事项不少于30项，办结率98%以上。', 'figure other count ≥30; share other ≥0.98'],
  ['建有200平方米以上的文化广场1个。', 'figure other m2 ≥200; figure other count ≥1'],
  ['培育1个以上农民合作社、2个以上家庭农场。', 'figure other count ≥1; figure other count ≥2'],
  ['村集体经营性收入5万元以上的村达到100%，10万元以上的村占30%以上。', 'share other ≥1; share other ≥0.3'],
  ['每个村有1名以上大学生后备人才。', 'headcount other ≥1'],
  ['低保户、五保户、残疾户等困难群众每季度至少走访一遍。', 'activities household-visit quarter ≥1'],
  [
    '每名村干部联系农户不少于10户，每年走访不少于4次。',
    'headcount household ≥10; activities household-visit year ≥4',
  ],
  ['矛盾纠纷调处率达100%、成功率达95%以上。', 'share other ≥1; share other ≥0.95'],
  ['无集体越级上访，无群体性事件，无安全生产事故。', ''],
  [
    '社区工作者持证率不低于30%，社区服务站面积每百户不低于30平方米。',
    'share other of cadre ≥0.3; figure venue-area m2 ≥30',
  ],
  ['每百户居民拥有社区综合服务设施面积不低于30平方米。', 'figure venue-area m2 ≥30'],
  [
    '每个社区至少培育5个以上社区社会组织，志愿者队伍不少于3支。',
    'figure other count ≥5; figure other count ≥3',
  ],
  [
    '社区“大党委”兼职委员不少于3名，驻区单位签约率达到90%。',
    'headcount committee-member-part-time ≥3; share other of committee-member ≥0.9',
  ],
  ['居民群众知晓率达到85%以上，满意率达到90%以上。', 'share other ≥0.85; poll satisfied ≥0.9'],
  ['小区党支部组建率100%，业委会中党员比例不低于50%。', 'share other ≥1; share member ≥0.5'],
  [
    '机关党员每年“双报到”服务不少于2次，认领微心愿1个以上。',
    'activities other year ≥2; figure other count ≥1',
  ],
  [
    '机关党委专职副书记1名，专职党务干部按党员总数1%至2%配备。',
    'headcount deputy-secretary-full-time ≥1; share member-full-time of member ≥0.01≤0.02',
  ],
  ['机关党组织书记由党员负责人担任的占80%以上。', 'share other of member ≥0.8'],
  [
    '党组（党委）理论学习中心组每季度不少于1次集体学习研讨，每人每年撰写1篇以上调研报告。',
    'activities study quarter ≥1; activities other year ≥1',
  ],
  [
    '青年理论学习小组每月学习1次，每人每年至少交流发言1次。',
    'activities study month ≥1; activities other year ≥1',
  ],
  [
    '机关党支部每季度开展1次廉政教育，每半年开展1次警示教育。',
    'activities themed-education quarter ≥1; activities themed-education half-year ≥1',
  ],
  ['重点岗位人员每年至少开展1次廉政谈话。', 'activities talk year ≥1'],
  ['公务员年度考核优秀比例不超过20%。', 'share other ≤0.2'],
  [
    '国有企业党委成员一般5至9人，设书记1人、副书记2人或者1人。',
    'headcount other ≥5≤9; headcount secretary ≥1; headcount deputy-secretary ≥1≤2',
  ],
  [
    '党员人数在200人以上的企业，专职副书记1名，党务工作人员不少于2名。',
    'headcount deputy-secretary-full-time ≥1; headcount party-worker ≥2',
  ],
  ['生产经营一线发展党员比例不低于50%。', 'share other ≥0.5'],
  ['每个班组至少有1名党员，关键岗位党员比例达到60%以上。', 'headcount member ≥1; share other of member ≥0.6'],
  [
    '企业党组织每季度至少召开1次党建工作例会，每半年向上级党委报告1次。',
    'activities party-work-study quarter ≥1; activities other half-year ≥1',
  ],
  ['党建工作经费按照上年度职工工资总额的1%纳入预算。', 'share other ≥0.01'],
  ['安全生产事故为零，无违纪违法案件。', ''],
  ['学校每学期召开教代会不少于1次。', 'activities other half-year ≥1'],
  [
    '中小学校党组织书记、校长每学期给学生讲思政课分别不少于4课时、2课时。',
    'hours secretary half-year ≥4; hours secretary half-year ≥2',
  ],
  [
    '学校党组织每月至少召开1次会议，每学期研究意识形态工作不少于1次。',
    'activities other month ≥1; activities party-work-study half-year ≥1',
  ],
  [
    '专任思政课教师配备率100%，师生比不低于1:200。',
    'share other of teacher ≥1; share other of teacher ≥0.005',
  ],
  [
    '教师党员每学期公开课不少于1节，听评课不少于15节。',
    'activities other half-year ≥1; activities other half-year ≥15',
  ],
  [
    '党员教师结对帮扶学困生不少于2名，每月谈心不少于1次。',
    'headcount member-teacher ≥2; activities talk month ≥1',
  ],
  ['校务公开每学期不少于2次。', 'activities affairs-notice half-year ≥2'],
  ['每个党小组不少于3人，一般不超过15人。', 'headcount other ≥3≤15'],
  [
    '国有企业党委成员一般5至9人，设书记1人、副书记2人或者1人。',
    'headcount other ≥5≤9; headcount secretary ≥1; headcount deputy-secretary ≥1≤2',
  ],
  [
    '党委班子成员每人联系1个支部，每年到联系点讲党课不少于1次，参加组织生活不少于2次。',
    'figure other count ≥1; activities party-lecture year ≥1; activities other year ≥2',
  ],
];
