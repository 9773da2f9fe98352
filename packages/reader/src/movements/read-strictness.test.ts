import { describe, expect, it } from 'vitest';
import type { Strictness } from '../draft/draft.ts';
import { readStrictness } from './read-strictness.ts';
import { articleOf } from './tables/show-movements.ts';

const ROWS: [string, Strictness][] = [
  ['党员大会一般每季度召开1次。', 'normally'],
  ['主题党日原则上每月固定1天集中开展。', 'normally'],
  ['班子职数，党支部一般3至5人，党总支、党委一般5至7人。提倡交叉任职。', 'normally'],
  ['支委会一般每月召开1次，党小组会一般每月召开1次，党课每季度1次。', 'normally'],
  ['党组织书记原则上由行政负责人担任。', 'normally'],
  ['每年开展1次，一般安排在年底进行。', 'must'],
  ['党员大会每季度召开1次，一般由书记主持。', 'must'],
  ['学时一般不少于24学时；班子成员不少于24学时，至少参加1次集中培训。', 'must'],
  ['组织关系明确。跨村的，原则上谁批准谁主管。', 'must'],
  ['能够为一般群众作表率，满意率在70%以上。', 'must'],
  ['没有上下一般粗的现象。', 'must'],
  ['发生一般安全事故的，限期整改。', 'must'],
  ['处置一般性问题。', 'must'],
  ['一般情况下每季度召开1次。', 'normally'],
  ['原则上每名党员每学年上1节公开课；优质率不低于80%，每低2个百分点扣0.5分。', 'normally'],
  ['评价为一般的，限期整改。', 'must'],
  ['提倡技术骨干党员与青年职工结对，每人带1至2名徒弟。', 'encouraged'],
  ['鼓励支部与村结对共建，每年共同开展活动两次以上。', 'encouraged'],
  ['有条件的支部可以每月开展1次志愿服务。', 'encouraged'],
  ['有条件的村，可单独设立党员活动室。', 'encouraged'],
  ['积极倡导党员参加公益活动。', 'encouraged'],
  ['可结合实际设立党员先锋岗。', 'encouraged'],
  ['每月固定1天开展主题党日，寒暑假可以线上方式进行。', 'must'],
  ['每年不少于32学时，可以采取线上与线下相结合的方式进行。', 'must'],
  ['配备组织委员，可根据实际配备专职副书记。提倡党小组长兼任村民组长。', 'must'],
  ['开展登门服务。鼓励通过互联网提供服务。', 'must'],
  ['党建经验在一定程度上可以为其他村提供借鉴。', 'must'],
  ['形成可复制、可推广的经验。', 'must'],
  ['事迹材料真实可靠、认可度高。', 'must'],
  ['建立健全激励机制，鼓励奖励先进。', 'must'],
  ['认真落实“三会一课”制度。', 'must'],
];

describe('how hard an item binds', () => {
  it.each(ROWS)('%s → %s', (text, strictness) => {
    expect(readStrictness(articleOf(text))).toBe(strictness);
  });
  it('words of the scoring column do not soften the item', () => {
    const scored = articleOf('每月召开1次。', {
      passages: [
        { role: 'text', text: '每月召开1次。', at: { paragraph: 1 } },
        { role: 'scoring', text: '一般每少1次扣1分，可视情扣1-2分。', at: { paragraph: 1 } },
      ],
    });
    expect(readStrictness(scored)).toBe('must');
  });
});
