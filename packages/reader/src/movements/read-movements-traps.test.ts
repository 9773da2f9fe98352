import { describe, expect, it } from 'vitest';
import { itemOf, rowsOf, showMovements } from './tables/show-movements.ts';

const NOTHING = `
（10分） ⇒ 
本项满分10分，扣完为止 ⇒ 
扣完为止 ⇒ 
会议时间不少于45分钟，迟到5分钟以上的登记 ⇒ 
扣2分钟 ⇒ 
紧扣十分重要的任务 ⇒ 
取得十分明显的成效 ⇒ 
扣除党费20元 ⇒ 
扣发绩效工资5% ⇒ 
不扣分 ⇒ 
此项不加分 ⇒ 
同一事项不重复扣分 ⇒ 
不得分散组织活动 ⇒ 
责任不得分解到个人以外 ⇒ 
不得分配党员指标 ⇒ 
三分之二以上党员参加 ⇒ 
减少会议次数 ⇒ 
增加十分之一 ⇒ 
参加5分会场 ⇒ 
分别扣减 ⇒ 
折扣2分店 ⇒ 
班子成员分工明确，分管领导每季度听取1次汇报 ⇒ 
分类管理、分级负责、部分党员 ⇒ 
总分100分，80分以上为优秀 ⇒ 
得分低于60分的评为不合格 ⇒ 
查看资料、实地查看、个别访谈 ⇒ 
加强学习，5分支部参加 ⇒ 
扣分标准见附件 ⇒ 
环环相扣，抓好落实 ⇒ 
实行百分制考核，加分、扣分依据见附件 ⇒ 
`;

const LADDERS = `
缺一次扣1分、2次扣2分、3次不得分 ⇒ -1/occurrence -2 -all
少1次扣1分，少2次扣3分 ⇒ -1/occurrence -3
好得5分，较好得3分，差不得分 ⇒ -all
全部达标得满分，一项不达标扣1分 ⇒ -1/item
优秀不扣分，良好扣1分，一般扣2分，差扣5分 ⇒ -1 -2 -5
`;

const RUNNING = `
按时开展主题党日，每少1次扣0.5分，党员参加率低于80%的扣1分，没有开展的不得分。资料归档及时。 ⇒ -0.5/occurrence -1 -all
制定年度计划（2分），未制定的不得分；每季度研究1次党建工作（3分），少1次扣0.75分 ⇒ -all -0.75/occurrence
满分5分。班子团结协作，运转高效；出现不团结现象的扣3分，造成恶劣影响的不得分；年度考核优秀的加1分 ⇒ -3 -all +1
`;

describe.each([
  ['words that only look like movements', NOTHING],
  ['ladders', LADDERS],
  ['running text', RUNNING],
])('%s', (_, table) => {
  it.each(rowsOf(table))('$words', ({ words, expected }) => {
    expect(showMovements(itemOf(words))).toBe(expected);
  });
});
