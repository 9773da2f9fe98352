import type { ItemWords, Strictness } from '../draft/draft.ts';
import { compact } from './compact.ts';

/** 一般 before what is asked; elsewhere it is an adjective (一般群众, 一般事故, 评价为一般的). */
const NORMALLY =
  /原则上|通常应?|一般(?:来说|情况下)?,?(?:不[少低超高小大多得应宜满]|每|应|由|在|于|为|安排|有|要|可|按|以|达|至少|最少|保持|控制|召开|举行|进行|设|配|是|需|须|实行|采[取用]|面积|从|组织|选[举派]|担任|兼任|确定|固定|掌握|集中|开展|利用|提前|半|全|年龄|人数|时间|比例|[\d一二两三四五六七八九十百])/;
const ENCOURAGED =
  /^(?:积极|大力)?(?:提倡|鼓励|倡导|有条件)|[^不](?:提倡|鼓励)(?!奖)|有条件的|条件成熟的|条件允许的|(?<![许认不无尽宁非])可(?:以(?![为在看说使让提])|根据|结合|视|按|采取|采用|通过|由|每|适当|酌情|单独|联合|设立|设置|聘请|依托|邀请|组织|开展|与)/;
/** A clause that says how points move demands nothing. */
const SCORES = /扣[^扣]{0,10}分|不得分|不计分|[加奖得计积记][\d.一二三四五六七八九十半]{1,4}分|^每[少低缺差]/;
const NUMBER =
  /[0-9〇零一二两三四五六七八九十百半][0-9.至到~-]{0,6}(?:个|次|名|人|天|日|岁|%|学时|课时|小时|平方|米|万|元|年|月|篇|项|条|期|场|节|遍|户|处|本|册|间|分之|成)|七一|%/;

/**
 * How hard the item's main demand binds. A word in an aside of an item that otherwise demands leaves it `must`:
 * of the parts that set a number (where none does, of all sentences), half and the first must carry the word.
 */
export function readStrictness(item: ItemWords): Strictness {
  const own = item.passages.filter((passage) => passage.role === 'text');
  const words = (own.length > 0 ? own : []).map((passage) => passage.text).join('\n');
  // “四个统一” is a name, not a number.
  const text = compact(words).text.replace(/[“"][^“”"]{0,30}[”"]/g, '“”');
  if (text === '') return 'must';
  const sentences = split(text, /[。;!?\n]+/);
  if (isGentle(sentences[0] ?? '') && sentences.filter(isGentle).length * 2 > sentences.length) {
    return 'encouraged';
  }
  const clauses = split(text, /[。;!?\n,]+/).filter((clause) => clause.length > 1 && !SCORES.test(clause));
  const measured = clauses.filter((clause) => NUMBER.test(clause));
  const demands = measured.length > 0 ? measured : sentences;
  return governs(demands) ? 'normally' : 'must';
}

/** The sentence's own demand is a wish: the word stands in its first clause. */
function isGentle(sentence: string): boolean {
  const first = sentence.split(',').find((clause) => clause.length > 0) ?? '';
  return ENCOURAGED.test(first) && !/必须|应当|不得|至少|不少于/.test(first);
}

function governs(demands: string[]): boolean {
  const soft = demands.filter((demand) => NORMALLY.test(demand));
  if (soft.length * 2 > demands.length) return true;
  return soft.length * 2 === demands.length && NORMALLY.test(demands[0] ?? '');
}

const split = (text: string, at: RegExp) => text.split(at).filter((part) => part !== '');
