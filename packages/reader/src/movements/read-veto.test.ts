import { describe, expect, it } from 'vitest';
import { readVeto } from './read-veto.ts';
import { articleOf, itemOf } from './tables/show-movements.ts';

describe('a state that is forbidden outright', () => {
  it.each([
    '本届班子任期以来，没有村“两委”班子不团结的情况。',
    '村党组织没有被确定为软弱涣散基层党组织。',
    '准确掌握流动党员去向，无失联党员。',
    '乡风文明，治安良好，无宗派和黑恶势力。',
    '全年无安全生产责任事故。',
    '班子成员无违纪违法行为。',
    '年度内未发生较大以上生产安全责任事故。',
    '未出现党员违纪违法问题。',
    '不存在弄虚作假现象。',
    '近三年无教师严重违反职业行为准则的情况。',
    '党员队伍纯洁，没有党员信仰宗教。',
    '未发生因履职不力引发的群体性事件。',
    '没有因工作不力造成的越级上访，群众评价好。',
    '党员群众对村党组织和村干部的工作作风无不良反映。',
    '企业依法经营，未列入经营异常名录。',
    '在全年工作中没有失泄密问题。',
    '确保不发生重特大安全事故。',
    '不发生越级上访，不发生刑事案件。',
    '流动党员没有“失联”。',
    '党员发展程序规范，没有“人情党员”等问题。',
    '严禁发生越级上访事件。',
    '师德考核不合格的一票否决。',
    '有下列情形之一的，实行一票否决：（一）信仰宗教的；',
    '对发生重大责任事故的实行“一票否决”。',
  ])('%s', (text) => {
    expect(readVeto(articleOf(text))).toBe(true);
  });

  it.each([
    '没有党员的班组，应当指定党员挂钩联系。',
    '无正当理由不参加述职的，由集团党委约谈。',
    '党员没有正当理由，连续六个月不参加组织生活的，按照自行脱党处理。',
    '没有召开组织生活会的不得分。',
    '无活动记录的扣1分。',
    '没有固定场所的支部可以共用活动室。',
    '推行无职党员设岗定责。',
    '无论在职还是离退休，党员都编入支部。',
    '开展无偿献血、无烟单位创建活动。',
    '定期排查无主管居民区。',
    '对无物业小区实行兜底管理。',
    '关心关爱无劳动能力的老党员。',
    '无劳动能力的党员，由支部送学上门。',
    '无物业管理的小区全部单独或者联合成立党支部。',
    '社区无物业小区实现党组织全覆盖。',
    '无特殊原因，每月15日前完成。',
    '建立无违建村居创建机制。',
    '没有条件的可以联合设置党员活动室。',
    '如有弄虚作假的，取消评选资格。',
    '查看有无会议记录。',
    '实现从无到有的转变。',
    '开展无讼社区创建。',
    '采用无记名投票方式。',
    '班子成员无私奉献。',
    '不设委员会的支部指定专人负责。',
    '做到有没有问题都要汇报。',
    '到会委员不得少于三分之二。',
    '延长的时间不得超过一年。',
    '未发生违纪案件的加2分。',
  ])('none: %s', (text) => {
    expect(readVeto(articleOf(text))).toBe(false);
  });

  it('没有 in the scoring column is a deduction, 一票否决 there is a veto', () => {
    expect(readVeto(itemOf('没有制度扣1分；无记录不得分'))).toBe(false);
    expect(readVeto(itemOf('发生重大事故的，一票否决'))).toBe(true);
  });
  it('every item of a chapter 一票否决 is one', () => {
    expect(readVeto(articleOf('发生严重违纪违法案件的。', { chapter: '一票否决事项' }))).toBe(true);
  });
  it('in a chapter 加分和一票否决 only what says so itself is one', () => {
    const chapter = '加分和一票否决';
    expect(readVeto(articleOf('获得县级表彰的加3分。', { chapter, title: '加分事项' }))).toBe(false);
    expect(readVeto(articleOf('有下列情形的：', { chapter, title: '否决事项' }))).toBe(true);
    expect(readVeto(articleOf('发生违纪案件的，一票否决。', { chapter }))).toBe(true);
  });
});
