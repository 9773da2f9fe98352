/** Names by which a standard calls the contract's activities; `weak` ones are verbs that a noun beside them outweighs. */
export interface ActivityWord {
  code: string;
  weak: boolean;
}

const STRONG: Readonly<Record<string, string>> = {
  'general-meeting':
    '党员大会 支部党员大会 党支部党员大会 全体党员大会 党员会议 全体党员会议 支部大会 党支部大会 总支党员大会',
  'committee-meeting':
    '支委会 支部委员会 支部委员会会议 支委会会议 党支部委员会 党支部委员会会议 支部委员会议 支部支委会 支委会议 支委扩大会 总支委员会 总支委员会会议 党总支委员会会议 党支部委员会议 支部书记办公会',
  'group-meeting': '党小组会 党小组会议 党小组生活会 党小组学习会',
  'party-lecture':
    '党课 专题党课 讲党课 上党课 微党课 党课教育 党课学习 廉政党课 书记讲党课 党课辅导 党课宣讲',
  'theme-day':
    '主题党日 主题党日活动 党员活动日 党员活动日活动 党日活动 支部主题党日 支部主题党日活动 固定党日 固定活动日 党员主题活动日 支部活动日 组织活动日 党员主题日 组织生活日 支部主题日',
  'organisation-life-meeting':
    '组织生活会 党员组织生活会 专题组织生活会 支部组织生活会 年度组织生活会 党支部组织生活会',
  'democratic-life-meeting':
    '民主生活会 班子民主生活会 专题民主生活会 党员领导干部民主生活会 领导班子民主生活会 班子成员民主生活会 年度民主生活会',
  'democratic-appraisal':
    '民主评议党员 民主评议党员工作 党员民主评议 评议党员 民主评议 民主评议党员活动 党员评议 民主评议工作',
  talk: '谈心谈话 谈心活动 谈心谈话活动 谈心交心 交心谈心 谈话谈心 廉政谈话 提醒谈话 集体谈话 任前谈话 谈心交流',
  'political-birthday': '政治生日 党员政治生日 集体政治生日 政治生日活动',
  'duty-report':
    '述职 述职评议 述职评议考核 年度述职 党建述职 双述双评 述职述廉 述职报告 述职评议会 述职大会',
  training:
    '集中培训 业务培训 专题培训 教育培训 轮训 集中轮训 培训班 脱产培训 集训 全员培训 党员培训 党务培训 集中教育培训 骨干培训 专题培训班 集中培训班 示范培训 技能培训 岗位培训 新党员培训 党员轮训 政治培训 党务干部培训',
  study:
    '集中学习 理论学习中心组 中心组学习 理论中心组学习 中心组集中学习 理论学习中心组学习 理论学习中心组集体学习研讨 专题学习 集体学习 理论学习 政治学习 专题学习研讨 学习研讨 集体学习研讨 专题研讨 学习会 读书会 读书班 集中研讨 党组中心组 中心组 党委中心组 政治理论学习 党员学习 学习交流 专题学习会 学习教育活动 研讨交流',
  'themed-education':
    '主题教育活动 主题活动 主题实践活动 党员主题教育 主题教育 警示教育 警示教育大会 警示教育活动 廉政教育 专题教育 廉洁教育 党性教育 党风廉政教育 党性教育活动 红色教育 革命传统教育 爱国主义教育 专题教育活动 主题党性教育 教育活动 党员教育活动 党纪教育 党性锻炼活动 法治教育 师德师风教育 职业道德教育 形势政策教育 意识形态教育',
  'floating-check': '流动党员排查 流动党员情况排查 流动党员摸底 流动党员集中排查',
  'floating-review': '流动党员审核 流动党员活动情况审核',
  'relation-check': '组织关系排查 组织关系集中排查 党员组织关系排查 组织关系清理 党员身份排查',
  'dues-notice': '党费公示 党费公布 党费收缴公示 党费公开 公示党费 公布党费',
  'affairs-notice':
    '党务公开 村务公开 财务公开 居务公开 三务公开 校务公开 厂务公开 政务公开 党务村务公开 事务公开 社务公开',
  commendation:
    '表彰 表彰活动 党内表彰 党内表彰活动 评先评优 评选表彰 表彰大会 评优表彰 表彰先进 评先树优 评优评先',
  'representatives-meeting': '村民代表会议 村民代表大会 居民代表会议 居民代表大会 村民会议 居民会议',
  'other:职工代表大会': '职工代表大会 职代会 教职工代表大会 教代会 职工大会 职工代表会议 工代会',
  'other:代表大会': '党代表会议 党员代表会议 党员代表大会 社员代表大会 成员代表大会',
  'household-visit':
    '走访 入户走访 大走访 家访 入户 遍访 走访群众 走访活动 联户走访 上门走访 入户家访 走访联系 走访居民 走访农户',
  'joint-meeting': '联席会议 党建联席会 党建联席会议 联席会 议事协商会议 共建联席会 大党委会议',
  care: '关怀帮扶 慰问 走访慰问 走访慰问活动 慰问走访 看望慰问 慰问活动 关爱活动 关怀活动 慰问困难党员 关怀帮扶活动 送温暖活动 谈心慰问 集中慰问 帮扶活动 帮扶慰问',
  service:
    '志愿服务 志愿服务活动 志愿活动 义务劳动 公益活动 志愿者活动 社区服务 党员志愿服务 公益服务 义务服务 便民服务活动 党员志愿服务活动 志愿者服务 志愿服务项目',
  'party-work-study':
    '专题研究党建 专题研究党建工作 研究党建工作 研究党建 党建工作会议 党建工作专题会议 党建专题会议 专题研究部署党建工作 专题研究 专题会议 研究部署党建工作 党建工作例会 党建例会 研究基层党建工作 专题研究基层党建 专题研究基层党建工作 专题研究意识形态工作 党建工作推进会 党建专题会 专题研究人才工作 专题研究党风廉政建设 研究意识形态工作 专题研究会 研究党的建设 专题研究党的建设 党风廉政建设专题会议 分析研判 研究解决党建 党建工作领导小组会议',
  inspection:
    '督导 督查 观摩 考评 观摩考评 督导检查 督促检查 督查指导 现场观摩 党建督导 互观互检 巡察 交叉检查 专项检查 检查考核 党建考核 党建观摩 年度考核 考核评价 工作督导 党建检查 自查自评 绩效考核 交叉互检 星级评定 抽查',
};

const WEAK: Readonly<Record<string, string>> = {
  talk: '谈心 谈话 约谈',
  training: '培训 调训 参训 受训',
  study: '学习 研讨 自学',
  'household-visit': '走访联户 家庭走访 上门',
  care: '帮扶 关怀',
  inspection: '检查 考核 巡查 评估 评定 自查 核查',
  admission: '发展党员 发展了党员 发展过党员 发展年轻党员 吸收党员 吸收新党员 发展新党员',
  'party-work-study': '研究 研判',
  'affairs-notice': '公开',
  'check-list': '排查 摸排 清理 摸底',
  'review-list': '审核 核查',
  'notice-list': '公布 公示',
  service: '公益 参加服务 服务活动 报到服务 服务群众',
};

function activityTable(): Map<string, ActivityWord> {
  const table = new Map<string, ActivityWord>();
  for (const [code, words] of Object.entries(STRONG))
    for (const word of words.split(' ')) table.set(word, { code, weak: false });
  for (const [code, words] of Object.entries(WEAK)) {
    for (const word of words.split(' ')) if (!table.has(word)) table.set(word, { code, weak: true });
  }
  return table;
}

export const ACTIVITIES: ReadonlyMap<string, ActivityWord> = activityTable();

/** Verbs that say only that something is held; what is held stands beside them. */
export const GENERAL_ACTS: ReadonlySet<string> = new Set(
  '召开 开展 组织 举办 举行 进行 参加 参与 承办 召集 讲课'.split(' '),
);

/** Verbs that make an act of a clause: 每年向上级报告工作. */
export const ACTS: readonly string[] =
  '召开 开展 组织 举办 举行 进行 参加 参与 报告 汇报 听取 分析 通报 评议 评选 更新 报送 上报 上传 交流 座谈 听课 接待 接访 值班 收缴 交纳 缴纳 调研 核对 核定 化解 推送 发布 编发 维护 测评 体检 对账 盘点 轮值 约见 承办 解决 办理 撰写 讲课 讲授 授课 宣讲 巡讲 播放 收看 观看 回村 返乡 回访 回家 反馈 点评 打扫 清扫 召集 复盘 普查 演练 参观 研学 过一次 讲评 兑现 开放 征求 联络 联系 深入 更换 公告 报到 督办 调度 推进 协商 议事 总结 认领 领办 选树 命名 选派 普法 签订 考察 换届 轮岗 通过 答复 刊发 备课 教研 检修 维修 检测 普及 上课 思政课 示范课 公开课 专题课 评比 考评 兑付'.split(
    ' ',
  );
