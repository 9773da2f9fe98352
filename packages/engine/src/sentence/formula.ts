import type { Check } from '../grammar/check.ts';
import type { MissingUnit } from '../grammar/moves.ts';
import { numberText } from './words.ts';

const UNIT_TEXT: Record<MissingUnit, string> = {
  occurrence: '次',
  person: '名',
  item: '项',
  household: '户',
  'percentage-point': '个百分点',
  'year-of-age': '岁',
  day: '天',
};

/** How the count is made and how the points move, in one line. */
export function formula(check: Check): string {
  return `${countFormula(check)}；${pointsFormula(check)}`;
}

function countFormula(check: Check): string {
  switch (check.measure) {
    case 'activities': {
      const what = check.only.attendedBy
        ? '其参加的活动数'
        : check.distinct
          ? '不同的种数'
          : '符合条件的活动记录数';
      return check.each ? `逐个统计各期${what}，每个都要达到` : `各期${what}，每期都要达到`;
    }
    case 'hours':
      return '达到学时的人数 ÷ 应达到的人数（免训的、当年才来的不计入）';
    case 'headcount':
      return check.who.set === 'new-member' ? '时间范围内在本组织入党的人数' : '考核当日的人数，一人只计一次';
    case 'share':
      return '分子 ÷ 分母，按分数精确比较，不四舍五入；分母为零时不适用';
    case 'figure':
      return '考核当日以前最近一次登记的数';
    case 'document':
      return '逐份查看，缺一份算一项';
    case 'on-site':
      return '观摩组最近一次合议的评分';
    case 'poll':
      return '该项票数 ÷ 发出的全部票数；不足10票的不作结论';
    case 'event':
      return '时间范围内经确认的事项数，前身单位的一并计入';
  }
}

/** What one step of the points is called: a confirmed event is 件, an activity 次. */
function stepUnit(check: Check, unit: MissingUnit): string {
  return unit === 'occurrence' && check.measure === 'event' ? '件' : UNIT_TEXT[unit];
}

function pointsFormula(check: Check): string {
  const { moves } = check;
  const share = numberText(check.share / 1000);
  if (moves.way === 'bonus') {
    return `达到界限起每${stepUnit(check, moves.unit)}加${numberText(moves.each)}分，最多加${numberText(moves.cap)}分`;
  }
  if (check.strictness !== 'must') return '不影响得分';
  switch (moves.way) {
    case 'all-or-nothing':
      return check.share === 0 ? '只作结论，不计分' : `达到得${share}分，不足得0分`;
    case 'each': {
      const step =
        moves.step === 1
          ? `每缺1${stepUnit(check, moves.unit)}`
          : `每缺${numberText(moves.step)}${stepUnit(check, moves.unit)}（不足一步的按一步算）`;
      const most = moves.points === undefined ? '扣完本条分值为止' : `最多扣${share}分`;
      return `${step}扣${numberText(moves.off)}分，${most}`;
    }
    case 'proportion':
      return `得分 = ${share}分 × 评分 ÷ 100`;
    case 'veto':
      return moves.effect === 'naming' ? '一票否决：本条不得分，并不能参加命名' : '一票否决：本条不得分';
  }
}
