import { describe, expect, it } from 'vitest';
import { articleOf, itemOf, rowsOf, showMovements } from './tables/show-movements.ts';

const ADDED = `
每篇奖1分，封顶3分 ⇒ +1/item^3
获得市级表彰的加3分 ⇒ +3
作品获奖的，分别加5、3、1分；获表彰的加3分，以上合计不超过10分 ⇒ +5^10 +3^10 +1^10 +3^10
受县级以上表彰一次加2分，最高不超过6分 ⇒ +2/occurrence^6
在国家、省、市级媒体刊发的，每篇分别加3分、2分、1分，最高不超过6分。 ⇒ +3/item^6 +2/item^6 +1/item^6
获国家级表彰加5分，省级3分，市级2分 ⇒ +5 +3 +2
获省级、市级、县级表彰的分别加5、3、1分 ⇒ +5 +3 +1
经验做法被推广的奖励2分 ⇒ +2
每培育1个示范点加1分，累计不超过5分 ⇒ +1/other:个^5
有创新做法的，酌情加1—3分 ⇒ +1~3?
有特色亮点的酌情加分，最高加2分 ⇒ +0~2?
被评为先进的，最高加5分 ⇒ +0~5?
每增加1000元加1分，最高加6分 ⇒ +1/other:元*1000^6
每带动1户致富加0.5分，5分封顶 ⇒ +0.5/household^5
每推荐1名青年人才加1分，以3分为限 ⇒ +1/person^3
每承办一次现场会加2分，加满6分为止 ⇒ +2/occurrence^6
信息被采用的，每条加0.2分，上限2分 ⇒ +0.2/item^2
获市级表彰加3分，获县级表彰加1分。本项加分最高5分。 ⇒ +3^5 +1^5
县级表彰加1分；市级表彰加2分；省级表彰每次加3分，最高加6分 ⇒ +1 +2 +3/occurrence^6
县级每次加1分，市级每次加2分，省级每次加3分，最高加6分 ⇒ +1/occurrence^6 +2/occurrence^6 +3/occurrence^6
一类每次加1分，最高3分；二类每次加2分，最高6分 ⇒ +1/occurrence^3 +2/occurrence^6
未完成扣2分，超额完成的加1分 ⇒ -2 +1
获得荣誉的+2分 ⇒ +2
承担试点任务的另加1分 ⇒ +1
被省级采用加3分/篇 ⇒ +3/item
`;

const UNDER_BONUS = `
国家级表彰10分，省级5分，市级3分 ⇒ +10 +5 +3
在市级以上会议作经验交流的，每次计2分 ⇒ +2/occurrence
获得专利的得3分 ⇒ +3
每次2分，最高6分 ⇒ +2/occurrence^6
综合得分80分以上 ⇒ 
本项最高10分 ⇒ 
不重复加分 ⇒ 
`;

const COLLECTED = `
按时参加党员大会的，每次积1分，年度最高24分；无故缺席的，每次扣2分 ⇒ -2/occurrence +1/occurrence^24
参加志愿服务1次计2分 ⇒ +2/occurrence
走访联系户的，每户积0.5分，最高6分 ⇒ +0.5/household^6
全年学习满32学时的记6分 ⇒ +6
提出合理化建议被采纳的，每条得1分 ⇒ +1/item
参加集中培训的，每天积1分，最高6分 ⇒ +1/day^6
参加集中学习每次2分，全年累计不超过12分 ⇒ +2/occurrence^12
年度积分在90分以上的评为优秀，不足60分的评为不合格 ⇒ 
积分达到80分的为合格 ⇒ 
`;

const NOT_ADDED = `
完成任务得5分 ⇒ 
家长满意度85％以上得10分，75％—85％得6分 ⇒
优秀得5分，良好得4分，一般得3分 ⇒ 
满分5分，按完成比例计分 ⇒ 
达到90%得满分，80%得4分 ⇒ 
`;

describe('points on top', () => {
  it.each(rowsOf(ADDED))('$words', ({ words, expected }) => {
    expect(showMovements(itemOf(words))).toBe(expected);
  });
  it.each(rowsOf(UNDER_BONUS))('under 加分项: $words', ({ words, expected }) => {
    expect(showMovements(itemOf(words, { chapter: '加分项', points: null }))).toBe(expected);
  });
  it.each(rowsOf(COLLECTED))('in a points method: $words', ({ words, expected }) => {
    expect(showMovements(articleOf(words, { chapter: '积分标准' }))).toBe(expected);
  });
  it.each(rowsOf(NOT_ADDED))(
    'a score out of the item’s own points is no bonus: $words',
    ({ words, expected }) => {
      expect(showMovements(itemOf(words))).toBe(expected);
    },
  );
  it('a number without a verb under 扣分项 is taken off', () => {
    expect(showMovements(itemOf('受到通报批评的，每次2分；被问责的，5分', { chapter: '扣分项' }))).toBe(
      '-2/occurrence -5',
    );
  });
  it('a cell may hold nothing but the amount', () => {
    const rows = [
      ['-2分/次', '扣分项'],
      ['－20', '负面清单'],
      ['+5', '加分项'],
      ['2分/次', '加分项'],
      ['1分/月', '基础积分'],
      ['5', '加分项'],
      ['10分', '加分项'],
      ['5分/次', '组织建设'],
    ];
    expect(
      rows.map(([text, chapter]) => showMovements(itemOf(text ?? '', { chapter: chapter ?? null }))),
    ).toEqual(['-2/occurrence', '-20', '+5', '+2/occurrence', '+1/other:月', '', '', '']);
  });
  it('labels inside a cell say which way the numbers go', () => {
    expect(showMovements(itemOf('加分项：获市级表彰的2分。扣分项：受到问责的3分。'))).toBe('-3 +2');
  });
});
