import { fold } from './fold.ts';
import type { Line } from './lines.ts';
import { REASONS, type Reason } from './reasons.ts';

const NOTE = /^[(（【[]?(?:注|备注|附注|说明|填表说明|注意事项|编者按)[)）】\]]?\s?[:：]/;
const CLOSING =
  /^(?:本|此|该|以上)[^。]{0,50}(?:负责解释|(?:自|从)[^。]{1,30}(?:起|日)(?:开始)?(?:施行|执行|实施|试行|生效))|^(?:自|从)[^。]{1,24}(?:起|日)(?:施行|执行|实施)/;
const SENT = /^(?:抄送|抄报|主送|主题词|印发|联系人|联系电话|咨询电话|电话|电子邮箱|附件?\s?\d{0,2}\s?[:：])/;
const DATE =
  /^(?:\d{4}|[二〇○零一二三四五六七八九]{4})\s?[年.\-/]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?(?:[月.\-/]\s?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日?)?)?(?:印发)?$/;
const ISSUER =
  /^(?:中共|中国共产党|共青团)?[^,。;:0-9]{3,30}(?:组织部|委员会|党委|工委|党组|办公室|领导小组|党总支|党支部|工作部)(?:办公室)?(?:\s{1,12}\d{4}年\d{1,2}月\d{1,2}日(?:印发)?)?$/;
/** 年度积分九十分以上的评定为优秀: what the total leads to. */
const GRADES =
  /(?:积分|得分|总分|分数|成绩|\d\s?分|十分)[^。;]{0,30}(?:以[上下]|不足|低于|不满|之间|[至-]\s?\d{1,3}\s?分)[^。;]{0,16}(?:评定|认定|确定|评|定|列)?为/;
/** How many lines at a section's end can be a signature. */
const SIGNED = 6;

/** True for an article or line that says who explains the paper and from when it holds. */
export function isClosing(text: string): boolean {
  const t = fold(text);
  return t.length < 120 && (CLOSING.test(t) || /^[^。]{0,60}由[^。]{2,30}负责解释/.test(t));
}

function isSigned(line: Line): boolean {
  const t = fold(line.text).trim();
  return DATE.test(t) || ISSUER.test(t) || SENT.test(t);
}

/** The lines of a note: its own, the pieces run on to it, and the numbered lines that continue its count. */
function noteFrom(lines: Line[], start: number): number {
  let expected = /[:：]\s*$/.test(lines[start]?.text ?? '') ? 1 : 0;
  if (/[:：]\s?1\s?[.、．]/.test(lines[start]?.text ?? '')) expected = 2;
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    const fine = line?.marker?.form === 'num' || line?.marker?.form === 'num-paren';
    if (line?.glued && (!line.marker || fine)) {
      if (line.marker) expected = line.marker.value + 1;
    } else if (fine && expected > 0 && line?.marker?.value === expected) expected += 1;
    else break;
  }
  return end;
}

const gradesOf = (line: Line): Reason | null =>
  GRADES.test(fold(line.text).slice(0, 200)) ? REASONS.grades : null;

/** For each line the reason why it is no part of the text it stands in (notes, signature, closing words), or null. */
export function readAsides(lines: Line[]): (Reason | null)[] {
  const found: (Reason | null)[] = lines.map(() => null);
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line || line.marker) continue;
    if (isClosing(line.text)) found[i] = REASONS.supplementary;
    else if (NOTE.test(line.text)) {
      const end = noteFrom(lines, i);
      found.fill(REASONS.note, i, end);
      i = end - 1;
    }
  }
  for (let i = lines.length - 1; i >= Math.max(1, lines.length - SIGNED); i -= 1) {
    const line = lines[i];
    if (!line || found[i]) continue;
    const why = line.marker ? null : isSigned(line) ? REASONS.signature : gradesOf(line);
    if (!why || line.glued) break;
    found[i] = why;
  }
  return found;
}
