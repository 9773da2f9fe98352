import { describe, expect, it } from 'vitest';
import { itemOf, rowsOf, showMovements } from './tables/show-movements.ts';

const COUNTED = `
每少1次扣0.5分 ⇒ -0.5/occurrence
每缺开一次会议扣0.5分。 ⇒ -0.5/occurrence
少1次扣0.5分，扣完为止。 ⇒ -0.5/occurrence
少开一次扣 1 分 ⇒ -1/occurrence
缺１次扣０.５分 ⇒ -0.5/occurrence
每缺一次，扣0.5分，扣完本项分值为止 ⇒ -0.5/occurrence
每少一次的，扣一分 ⇒ -1/occurrence
每少一次扣半分 ⇒ -0.5/occurrence
每次扣2分 ⇒ -2/occurrence
迟到、早退的每次扣0.2分 ⇒ -0.2/occurrence
无故缺席的，每次扣1分，最多扣3分 ⇒ -1/occurrence^3
发现1次扣1分 ⇒ -1/occurrence
每发现一次弄虚作假的扣2分 ⇒ -2/occurrence
有一次不达标扣0.5分 ⇒ -0.5/occurrence
一次未开展的扣1分 ⇒ -1/occurrence
未召开1次扣1分 ⇒ -1/occurrence
被上级通报批评1次扣2分 ⇒ -2/occurrence
被县级通报批评的，每次扣2分；被市级通报批评的，每次扣5分 ⇒ -2/occurrence -5/occurrence
发生一起安全责任事故扣5分 ⇒ -5/occurrence
每发生1起越级上访扣2分 ⇒ -2/occurrence
每起扣3分 ⇒ -3/occurrence
每有一名党员未参加扣0.1分 ⇒ -0.1/person
每缺1人扣0.5分 ⇒ -0.5/person
每少一名委员扣1分 ⇒ -1/person
有1名党员违纪的扣3分 ⇒ -3/person
每名扣0.5分 ⇒ -0.5/person
漏报一人扣0.2分 ⇒ -0.2/person
抽查不知晓的每人扣0.5分 ⇒ -0.5/person
党员档案不齐全的，每名党员扣0.2分 ⇒ -0.2/person
每缺一项扣1分，扣完为止 ⇒ -1/item
缺1项扣0.5分 ⇒ -0.5/item
缺一室扣1分 ⇒ -1/other:室
缺一种台账扣1分 ⇒ -1/other:种
每缺一卡扣0.5分 ⇒ -0.5/other:卡
缺一不可，未落实的扣1分 ⇒ -1
每有一项制度未上墙扣0.5分 ⇒ -0.5/item
一项不合格扣1分 ⇒ -1/item
有一项未落实扣一分 ⇒ -1/item
每少报送1篇信息扣0.5分 ⇒ -0.5/item
每少1条扣0.2分 ⇒ -0.2/item
每漏走访1户扣0.2分 ⇒ -0.2/household
每户扣0.1分 ⇒ -0.1/household
每迟报1天扣0.5分 ⇒ -0.5/day
逾期一日扣0.2分 ⇒ -0.2/day
每推迟一个工作日扣0.1分 ⇒ -0.1/day
逾期未报的，每天扣0.5分 ⇒ -0.5/day
每少1学时扣0.1分 ⇒ -0.1/other:学时
每少5学时扣1分 ⇒ -1/other:学时*5
每少10平方米扣0.5分 ⇒ -0.5/other:平方米*10
每拖欠1个月扣1分 ⇒ -1/other:个月
每发现1处扣0.2分 ⇒ -0.2/other:处
一处不规范扣0.5分 ⇒ -0.5/other:处
每缺一份扣1分 ⇒ -1/other:份
每发现一个问题扣0.5分 ⇒ -0.5/other:个
每个支部未换届扣1分 ⇒ -1/other:个
每有一个党支部未达标扣2分 ⇒ -2/other:个
缺一件扣0.5分 ⇒ -0.5/other:件
每少1场扣1分 ⇒ -1/other:场
每出现一例扣2分 ⇒ -2/other:例
缺1期扣0.5分 ⇒ -0.5/other:期
每低1万元扣1分 ⇒ -1/other:万元
每少两千元扣1分 ⇒ -1/other:元*2000
每人次扣0.1分 ⇒ -0.1/other:人次
每村扣1分 ⇒ -1/other:村
扣2分/次 ⇒ -2/occurrence
不按时交纳党费的，扣0.5分/人 ⇒ -0.5/person
缺少资料的扣0.5分／项，扣完为止 ⇒ -0.5/item
扣1分（每次） ⇒ -1/occurrence
`;

const MEASURED = `
每降低一个百分点扣1分 ⇒ -1/percentage-point
每低1个百分点扣0.2分 ⇒ -0.2/percentage-point
每低1%扣0.5分 ⇒ -0.5/percentage-point
低1个百分点扣0.5分 ⇒ -0.5/percentage-point
满意度每下降1%，扣0.5分 ⇒ -0.5/percentage-point
参学率低于90%的，每低1个百分点扣0.1分 ⇒ -0.1/percentage-point
每低5个百分点扣1分 ⇒ -1/percentage-point*5
每低于标准10%扣2分 ⇒ -2/percentage-point*10
低于80%的，每低百分之一扣0.5分 ⇒ -0.5/percentage-point
每差0.5个百分点扣0.5分 ⇒ -0.5/percentage-point*0.5
不满意率每高1个百分点扣1分 ⇒ -1/percentage-point
平均年龄每超过1岁扣3分 ⇒ -3/year-of-age
每超2岁扣0.5分 ⇒ -0.5/year-of-age*2
超过1岁扣1分 ⇒ -1/year-of-age
每少2次扣1分 ⇒ -1/occurrence*2
每缺三人扣一分 ⇒ -1/person*3
每缺10户扣0.5分 ⇒ -0.5/household*10
`;

const AFAR = `
每名党员每缺1次扣0.1分 ⇒ -0.1/occurrence
党员大会每少一次，无正当理由的，扣0.5分 ⇒ -0.5/occurrence
未按期换届的扣2分，班子不健全每缺1人扣0.5分，扣至0分为止 ⇒ -2 -0.5/person
未制定计划扣1分,少1次扣0.5分,记录不全扣0.5分 ⇒ -1 -0.5/occurrence -0.5
每少1次\\n扣1分 ⇒ -1/occurrence
1.未建立制度扣1分。2.每少1次扣0.5分。3.未公示不得分。 ⇒ -1 -0.5/occurrence -all
①无台账扣1分；②每漏1人扣0.2分 ⇒ -1 -0.2/person
查看记录，每少一次扣0.5分；记录造假的，一次扣2分 ⇒ -0.5/occurrence -2/occurrence
每少1次(项)扣0.5分 ⇒ -0.5/occurrence
不按规定召开的，缺1次扣0.5分，由考核组核实后扣分 ⇒ -0.5/occurrence
检查中发现问题的,每个问题扣0.2分,最高扣2分 ⇒ -0.2/other:个^2
`;

describe.each([
  ['what is counted', COUNTED],
  ['what is measured in steps', MEASURED],
  ['counts that stand apart from the amount', AFAR],
])('%s', (_, table) => {
  it.each(rowsOf(table))('$words', ({ words, expected }) => {
    expect(showMovements(itemOf(words))).toBe(expected);
  });
});
