import { expect, test } from 'vitest';
import { sketch } from '../testing/sketch.ts';
import { sourceOf } from '../testing/source-of.ts';

test('two standards run together in one paragraph are two editions', () => {
  const source = sourceOf(
    ...`中小学校基层党组织建设示范标准一、组织体系健全1.学校党组织设置规范。2.班子健全,每届任期5年。二、活动开展扎实3.支委会每月召开1次。4.党员大会每季度召开1次,党课每季度1次。国有企业基层党组织建设示范标准一、组织健全1.党员3人以上成立党支部。2.按期换届。二、作用突出3.设立党员示范岗不少于3个。`.split(
      '\n',
    ),
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 中小学校基层党组织建设示范标准 · school · demonstration · -
    # 一 组织体系健全
      1 学校党组织设置规范。
      2 班子健全,每届任期5年。
    # 二 活动开展扎实
      3 支委会每月召开1次。
      4 党员大会每季度召开1次,党课每季度1次。
    = 国有企业基层党组织建设示范标准 · soe · demonstration · -
    # 一 组织健全
      1 党员3人以上成立党支部。
      2 按期换届。
    # 二 作用突出
      3 设立党员示范岗不少于3个。"
  `);
});

test('a chapter and its items in one paragraph', () => {
  const source = sourceOf(
    '机关党支部建设标准',
    '一、组织设置 1.党员3人以上成立党支部。 2.支委3至5人。',
    '二、组织生活 （一）支委会每月1次。（二）党员大会每季度1次。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 机关党支部建设标准 · agency · basic · -
    # 一 组织设置
      1 党员3人以上成立党支部。
      2 支委3至5人。
    # 二 组织生活
      (一) 支委会每月1次。
      (二) 党员大会每季度1次。"
  `);
});

test('a heading with its pieces run on to it', () => {
  const source = sourceOf(
    '社区党组织建设标准',
    '（一）健全组织。1.社区党组织应当建立网格党支部；2.党员50人以上的设党总支；3.网格党支部书记由网格长担任。',
    '（二）建强队伍。1.班子5至7人；2.书记每年培训不少于56学时。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 社区党组织建设标准 · community · basic · -
    # (一) 健全组织
      1 社区党组织应当建立网格党支部；
      2 党员50人以上的设党总支；
      3 网格党支部书记由网格长担任。
    # (二) 建强队伍
      1 班子5至7人；
      2 书记每年培训不少于56学时。"
  `);
});

test('references to articles, attachments and months are no numbers of pieces', () => {
  const source = sourceOf(
    '党支部工作标准',
    '第一条 党支部应当按照第三条、第五条的规定开展工作。依据《条例》第十二条，支委会每月召开1次。',
    '第二条 党员大会每季度1次，具体程序见附件3、附件4。',
    '第三条 每年1月、2月、3月开展评议。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 党支部工作标准 · - · basic · -
    #
      第一条 党支部应当按照第三条、第五条的规定开展工作。依据《条例》第十二条，支委会每月召开1次。
      第二条 党员大会每季度1次，具体程序见附件3、附件4。
      第三条 每年1月、2月、3月开展评议。"
  `);
});

test('a number before a year or an age is a number; decimals in a sentence are none', () => {
  const source = sourceOf(
    '党建工作标准',
    '1.2024年1.5万元以上的经费，2.3万元用于阵地。',
    '2.35岁以下干部至少1名，每年3.5次以上活动。',
    '3.满意度90.5%以上。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 党建工作标准 · - · basic · -
    #
      1 2024年1.5万元以上的经费，2.3万元用于阵地。
      2 35岁以下干部至少1名，每年3.5次以上活动。
      3 满意度90.5%以上。"
  `);
});

test('1.1 and 2.1 without headings above them', () => {
  const source = sourceOf(
    '机关党建工作标准',
    '1.1 党员3人以上成立党支部。',
    '1.2 按期换届。',
    '2.1 支委会每月1次。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 机关党建工作标准 · agency · basic · -
    #
      1.1 党员3人以上成立党支部。
      1.2 按期换届。
      2.1 支委会每月1次。"
  `);
});

test('headings with points over unnumbered wording; the procedure is left', () => {
  const source = sourceOf(
    'XX集团党建工作考核办法',
    '为加强考核，制定本办法。',
    '一、考核内容',
    '（一）政治引领（40分）',
    '落实第一议题制度，每月不少于1次，少1次扣2分。',
    '（二）组织建设（60分）',
    '支委会每月1次，少1次扣1分。',
    '党课每季度1次，少1次扣2分。',
    '二、考核程序',
    '按照自评、考评、审定的程序进行。',
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= XX集团党建工作考核办法 · soe · scoring-sheet · 100
    # 一 考核内容
      (一) [政治引领] (40) 落实第一议题制度，每月不少于1次，少1次扣2分。
      (二) [组织建设] (60) 支委会每月1次，少1次扣1分。 / 党课每季度1次，少1次扣2分。"
  `);
});

test('styled headings without numbers over automatic numbers that begin again', () => {
  const source = sourceOf(
    { text: '学校党组织示范标准', centred: true, size: 22 },
    { text: '领导体制健全', outline: 1 },
    { number: '1.', text: '党组织会议每月1次。' },
    { number: '2.', text: '书记校长分设。' },
    { number: '(1)', text: '书记任专职；', level: 1 },
    { number: '(2)', text: '校长任副书记。', level: 1 },
    { text: '思想引领有力', outline: 1 },
    { number: '1.', text: '中心组学习每学期不少于2次。' },
    '学习记录完整。',
    { number: '2.', text: '书记讲党课每学期1次。' },
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 学校党组织示范标准 · school · demonstration · -
    # 领导体制健全
      1 党组织会议每月1次。
      2 书记校长分设。 / (1)书记任专职； / (2)校长任副书记。
    # 思想引领有力
      1 中心组学习每学期不少于2次。 / 学习记录完整。
      2 书记讲党课每学期1次。"
  `);
});

test('headings that end in 标准 are chapters, not editions', () => {
  const source = sourceOf(
    ...`基层党支部标准化建设实施细则
党支部组织设置标准
1.正式党员3人以上的成立党支部。
2.支委会3至5人。
党支部组织生活标准
1.支委会每月1次。
2.党员大会每季度1次。
党支部阵地建设标准
1.活动室面积不低于30平方米。`.split('\n'),
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 基层党支部标准化建设实施细则 · - · scoring-sheet · -
    # 党支部组织设置标准
      1 正式党员3人以上的成立党支部。
      2 支委会3至5人。
    # 党支部组织生活标准
      1 支委会每月1次。
      2 党员大会每季度1次。
    # 党支部阵地建设标准
      1 活动室面积不低于30平方米。"
  `);
});

test('two standards in one file, told apart by their names', () => {
  const source = sourceOf(
    ...`农村党支部建设标准
一、组织
1.党员3人以上成立党支部。
农村党支部考核办法
一、组织（50分）
1.按期换届（50分）。未换届扣10分。`.split('\n'),
  );
  expect(sketch(source)).toMatchInlineSnapshot(`
    "= 农村党支部建设标准 · rural · basic · -
    # 一 组织
      1 党员3人以上成立党支部。
    = 农村党支部考核办法 · rural · scoring-sheet · 50
    # 一 组织 (50)
      1 [按期换届] (50) 未换届扣10分。"
  `);
});
