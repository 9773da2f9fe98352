/** Words that name a paper which is there or is not. */
export const DOCUMENT_NOUNS: readonly string[] =
  '制度 计划 方案 台账 台帐 名册 花名册 记录 会议记录 记录本 记录簿 档案 清单 规则 办法 规划 机制 公约 章程 责任书 承诺书 总结 小结 手册 纪要 预案 流程图 信息库 后备库 人才库 数据库 责任制 细则 规程 守则 通讯录 登记簿 登记表 登记册 签到表 签到簿 村规民约 居民公约 协议 协议书 岗位职责 责任清单 任务清单 项目清单 资料库 积分手册 明白纸 公示栏 花名单 工作要点 责任分工 心得体会 调研报告 会议纪要 述职报告 目标管理责任制 登记 审批登记 考勤表 积分表 整改清单 发展规划 工作档案 转接登记 专题报告 名单 考察报告 民情日记 签到册 学习笔记 活动记录 记事簿'.split(
    ' ',
  );

/** Verbs that ask for a paper. */
export const DOCUMENT_VERBS: readonly string[] =
  '建立健全 建立完善 建立和完善 健全完善 制定和落实 制定完善 建立并落实 建立 健全 完善 制定 制订 落实 执行 推行 形成 出台 修订 编制 建有 设有 备有 具有 填写 做好 有 明确 签订 实行 坚持 保存 建好 撰写 提交 列出 健全和完善 完善和落实 编印 印发 设立 配备 张贴 公布 记好 整理'.split(
    ' ',
  );

/** What a paper is said to be where it stands first in its clause. */
export const DOCUMENT_STATES =
  /^(?:等)?(?:制度|资料)?(?:均|都|全面|科学|比较|基本|全部|内容|记载|真实|及时|填写)*(?:健全|完善|规范|齐全|完备|完整|清楚|清晰|上墙|齐备|详实|明确|完好|真实|到位|落实)/;
