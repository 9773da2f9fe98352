import { type Amount, readAmount, readAmountList } from './amount.ts';
import { NUMERAL, readNumeral } from './numeral.ts';
import { readUnit, type UnitWord } from './unit.ts';

export type Side = 'deduct' | 'add' | 'gain' | 'unsaid';

/** A place of compact text where points move. */
export interface Mark {
  /** `amount`: so many points; `judged`: 酌情扣分 without a number; `all`: 不得分; `share`: a part of the full marks; `cap`: at most so many; `end`: 扣完为止. */
  what: 'amount' | 'judged' | 'all' | 'share' | 'cap' | 'end';
  side: Side;
  start: number;
  end: number;
  amounts: Amount[];
  /** 各扣, 分别扣: once for every subject. */
  apart: boolean;
  /** 酌情, 视情 beside the verb; of a cap: 最高加5分, which may state a range of its own. */
  judged: boolean;
  /** 积5分: points are collected, whatever the item's own points. */
  collected: boolean;
  /** The unit behind the amount: 扣2分/次. */
  behind: UnitWord | null;
}

const ADVERBS =
  '各自|各|分别|依次|均|都|酌情|酌|视情况|视情节|视情|适当|相应|一次性|直接|累计|合计|最高|最多|至多|可以|可|再|另|并|给予|予以|按|要';
const FILLS =
  '其|该|本|此|项|总|党建|考核|积分|得分|分值|分数|分|年度|当月|当年|个人|支部|党员|绩效|:|为|是|\\(|最高|最多|不得超过|不超过|至多|上限|不高于|合计|累计';
const DEDUCT = '扣除|扣减|扣掉|扣罚|扣去|核减|减扣|减掉|减去|倒扣|扣|(?<![精缩裁削消递])减';
const ADD = '奖励|加计|另加|增加|追加|附加|(?<![参添施递])加|奖';
const GAIN = '(?<![合总共累统小])计|记|积|赋|得|给|获';
const VERB = new RegExp(`((?:${ADVERBS}){0,4})(?:(${DEDUCT})|(${ADD})|(${GAIN}))((?:${FILLS}){0,6})`, 'g');
const REFUSED = /(?:不|不再|不予|不得|不重复|免予|免|无|未|不另)$/;

const OWN = '(?:该|本|此|这|相应|当)?(?:项|条|款|小项|指标|项目|题|次)?的?';
const NOUN = '(?:得分|分值|分数|基本分|基础分|标准分|积分|评分|分)';
const TAIL = '(?![配散管立割解别类工头钟开包离裂心摊流拆担工歧赃享派])';
const ALL = [
  `不(?:予|能|应|再)?(?:得|计|记|给|予)(?:取|予)?${OWN}${NOUN}${TAIL}`,
  `(?:得分|分值|分数)(?:为|是|计|记)(?:0|零)(?=$|[,;。)\\n分])`,
  `(?:按|以)(?:0|零)分(?:计算|计|处理|论处|论|记)?`,
  `(?:得|计|记|为|算|给|评|打)(?:0|零)分(?:处理)?`,
  `(?<=本项|该项|此项|则|均|一律|[,:;差无])(?:0|零)分(?:处理|计)?(?=$|[,;。)\\n])`,
  `(?:扣除|扣减|扣掉|扣去|扣罚|扣|取消|减去)${OWN}(?:全部|所有|满)的?${OWN}${NOUN}?(?=$|[,;。)\\n、并且])`,
  `(?:扣除|扣减|扣掉|扣去|扣罚|扣完|扣光|扣|取消|减去)(?:该|本|此)(?:项|条|款|小项|指标|项目)?的?(?:全部|所有)?${NOUN}(?=$|[,;。)\\n、并且])`,
  `全部扣(?:除|完|光|掉)|${NOUN}全扣|扣全分|扣满分|(?<!不)全扣(?=$|[,;。)\\n])|扣光|(?:积分|分数|得分)(?:归零|清零)|(?<!直至|直到)扣完(?=$|[;。)\\n])`,
].join('|');
const SHARE = `(?:扣除|扣减|扣|减|计|得|按)${OWN}${NOUN}?的?(?:一半|半数|(?<percent>\\d{1,2})%)的?${NOUN}?(?:计分|得分|计|给分|扣分|扣)?(?=$|[,;。)\\n])|减半(?:计分|得分|扣分|计算|给分|记分)`;
const END = `(?:直至|直到|以)?扣(?:至|到)(?:0|零)分(?:为止)?|(?:直至|直到)扣(?:完|光)[^,;。\\n扣]{0,8}|扣(?:完|光|尽|至|到|满)[^,;。\\n扣\\d一二三四五六七八九十]{0,10}(?:为止|即止)`;
const WHOLE = new RegExp(`(?<end>${END})|(?<share>${SHARE})|(?<all>${ALL})`, 'g');
const CAP =
  /(?:封顶|(?:最高|最多|至多|上限|限|累计|合计|总计|总分|加分|扣分|得分|奖分|计分|分值){0,4}(?:不得超过|不超过|不高于|不得高于|不突破|以不超过|最高|最多|至多|上限|控制在|满|扣完|扣满|加满|得满))(?:累计|合计|可|只|得|计|记|加|奖励|奖|扣|减|限|分值|分|为|是|:|到|至){0,4}/g;

/** The number stands before the verb: 在1-3分之间酌情扣减. */
const TURNED = new RegExp(
  `(?:在|按)(${NUMERAL})(?:-{1,2}|~|至|到)(${NUMERAL})分(?:之?内|之间|范围内|以内|幅度内)(?:酌情|视情|适当|给予|予以){0,2}([扣减加奖])(?:减|除|励)?分?`,
  'g',
);

/** Every place where points move, in order and without overlap. */
export function findMarks(text: string): Mark[] {
  const found = [...wholes(text), ...caps(text), ...turned(text), ...verbs(text)];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mark[] = [];
  for (const mark of found) if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  return kept;
}

const mark = (
  what: Mark['what'],
  side: Side,
  start: number,
  end: number,
  more: Partial<Mark> = {},
): Mark => ({
  what,
  side,
  start,
  end,
  amounts: [],
  apart: false,
  judged: false,
  behind: null,
  collected: false,
  ...more,
});

function wholes(text: string): Mark[] {
  return [...text.matchAll(WHOLE)].map((found) => {
    const [start, end] = [found.index, found.index + found[0].length];
    if (found.groups?.end !== undefined) return mark('end', 'deduct', start, end);
    if (found.groups?.all !== undefined) return mark('all', 'deduct', start, end);
    const share = found.groups?.percent === undefined ? 0.5 : Number(found.groups.percent) / 100;
    // 按60%计分 takes off what is missing, 扣60% what is named.
    return mark('share', 'deduct', start, end, { amounts: [/^[扣减]/.test(found[0]) ? share : 1 - share] });
  });
}

function caps(text: string): Mark[] {
  const out: Mark[] = [];
  for (const found of text.matchAll(CAP)) {
    const amount = readAmount(text, found.index + found[0].length);
    if (!amount) continue;
    const until = /^(?:为止|为限|封顶)/.exec(text.slice(amount.end, amount.end + 2))?.[0].length ?? 0;
    if (/满$/.test(found[0]) && until === 0) continue;
    const side = /[扣减]/.test(found[0]) ? 'deduct' : /[加奖]/.test(found[0]) ? 'add' : 'unsaid';
    const judged = /^(?:最高|最多|至多)(?:可|只|得)?(?:奖励|加|奖|扣|减)$/.test(found[0]);
    out.push(mark('cap', side, found.index, amount.end + until, { amounts: amount.amounts, judged }));
  }
  for (const found of text.matchAll(
    /以?(?<![\d.])(\d{1,4}(?:\.\d)?|[一二三四五六七八九十]{1,3})分(?:封顶|为限|为止|为上限)/g,
  )) {
    const amount = readAmount(text, found.index + (found[0].startsWith('以') ? 1 : 0));
    if (amount)
      out.push(
        mark('cap', 'unsaid', found.index, found.index + found[0].length, { amounts: amount.amounts }),
      );
  }
  return out;
}

function turned(text: string): Mark[] {
  const out: Mark[] = [];
  for (const found of text.matchAll(TURNED)) {
    const [low, high] = [readNumeral(found[1] ?? ''), readNumeral(found[2] ?? '')];
    if (low === null || high === null) continue;
    const side = /[扣减]/.test(found[3] ?? '') ? 'deduct' : 'add';
    const end = found.index + found[0].length;
    out.push(mark('amount', side, found.index, end, { amounts: [[low, high]], judged: true }));
  }
  return out;
}

function verbs(text: string): Mark[] {
  const out: Mark[] = [];
  VERB.lastIndex = 0;
  for (let found = VERB.exec(text); found; found = VERB.exec(text)) {
    const made = verb(text, found);
    if (made) out.push(made);
    // A lead or filling may hide the next verb: 各 … 得分扣2分.
    VERB.lastIndex = made ? made.end : found.index + (found[1]?.length ?? 0) + 1;
  }
  return out;
}

function verb(text: string, found: RegExpExecArray): Mark | null {
  const [whole, lead = '', deduct, add, , fill = ''] = found;
  const side = deduct ? 'deduct' : add ? 'add' : 'gain';
  if (REFUSED.test(text.slice(Math.max(0, found.index - 3), found.index))) return null;
  const at = found.index + whole.length;
  const apart = /各|分别|依次|均|都/.test(lead);
  const judged = /酌|视情|适当|相应/.test(lead);
  const read = (apart ? readAmountList(text, at) : null) ?? readAmount(text, at);
  if (read) {
    const what = /最高|最多|至多|不得?超过|上限|不高于/.test(lead + fill) ? 'cap' : 'amount';
    if (
      side === 'gain' &&
      /^(?:及?以[上下]|之间|[\u4e00-\u9fff]{1,4}以上)/.test(text.slice(read.end, read.end + 7))
    )
      return null;
    const behind = unitBehind(text, read.end);
    return mark(what, side, found.index, behind?.end ?? read.end, {
      amounts: read.amounts,
      apart,
      judged,
      behind: behind?.unit ?? null,
      collected: whole.slice(lead.length).startsWith('积'),
    });
  }
  if (
    side === 'gain' ||
    !/分[值数]?[:(]?$/.test(fill) ||
    /^[别类级管为开配散]|^[值数]?(?:项|标准|办法|依据|情[形况]|原因|内容|制)/.test(text.slice(at, at + 3))
  )
    return null;
  return mark('judged', side, found.index, at, { apart, judged });
}

/** 扣2分/次, 扣1分每人, 加1分(每篇). */
function unitBehind(text: string, at: number): { unit: UnitWord; end: number } | null {
  const sign = /^(?:\/每?|每(?=[次人项篇名条件个]$|[次人项篇名条件个][,;。)\n])|\(每)(?:\(|[1一])?/.exec(
    text.slice(at, at + 6),
  );
  const unit = sign && readUnit(text.slice(at + sign[0].length, at + sign[0].length + 6));
  return sign && unit ? { unit, end: at + sign[0].length + unit.word.length } : null;
}
