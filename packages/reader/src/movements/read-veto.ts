import type { ItemWords } from '../draft/draft.ts';
import { compact } from './compact.ts';

const OUTRIGHT = /一票否决/;
/** 一票否决 as the name of a system or excluded for this item forbids nothing here. */
const NOT_OUTRIGHT = /(?:不|未|非|无)(?:实行|列入|纳入|属于|适用)?一票否决/;
/** A state that must not be, where the predicate of a clause begins. */
const FORBIDS =
  /(?:^|[^有])没有(?!正当|特殊|其他理由)|(?:未|没)(?:被|有)?(?:发生|出现|受到|查处|列为|列入|确定为|评为|认定为|通报)|未被(?!评为先进)|不(?:存在|发生|出现)|(?:不得|严禁|禁止|杜绝|不允许|不准)(?:发生|出现|存在|有)/;
const NOTHING = /无(?![论故私职主缝障偿关效形党烟纸记线法害愧微人锡可非须需条期限产神息数味疑正主管端不])/;

/** The item, or a sentence of it, forbids a state outright. 没有 in a condition or before a deduction forbids nothing. */
export function readVeto(item: ItemWords): boolean {
  if (stated(item.chapter ?? '') || stated(item.title ?? '')) return true;
  return item.passages.some((passage) => {
    const text = compact(passage.text).text;
    if (stated(text)) return true;
    return passage.role === 'text' && text.split(/[。;!?\n]+/).some(forbids);
  });
}

const stated = (text: string) => OUTRIGHT.test(text) && !NOT_OUTRIGHT.test(text);

function forbids(sentence: string): boolean {
  if (/扣[^,]{0,12}分|不得分|不计分|(?:得|计|加|奖)[0-9.]+分/.test(sentence)) return false;
  const clauses = sentence.split(',');
  // A later 的 makes what stands before it a condition: 没有正当理由，连续六个月不参加的，…
  const conditional = clauses.findLastIndex((clause, i) => i < clauses.length - 1 && clause.endsWith('的'));
  return clauses.slice(conditional + 1).some(forbidsHere);
}

function forbidsHere(clause: string): boolean {
  if (/[的者时]$/.test(clause) || /^(?:如|若|凡|对|因|在|对于)/.test(clause)) return false;
  const found = FORBIDS.exec(clause) ?? nothing(clause);
  // 没有党员的班组 is a group, not a state that is forbidden.
  return (
    found !== null &&
    !/^[^、]{0,24}的(?!情况|现象|问题|行为|事件|情形)/.test(clause.slice(found.index + found[0].length))
  );
}

/** 无 opens the clause or a member of its list, or follows a short subject. */
function nothing(clause: string): RegExpExecArray | null {
  const found = NOTHING.exec(clause);
  return found && found.index <= 16 ? found : null;
}
