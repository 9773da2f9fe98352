import type { ItemWords } from '../draft/draft.ts';
import { compact } from './compact.ts';

const OUTRIGHT = /一票否决/;
/** 一票否决 as the name of a system or excluded for this item forbids nothing here. */
const NOT_OUTRIGHT = /(?:不|未|非|无)(?:实行|列入|纳入|属于|适用)?一票否决/;
/** 加分和一票否决: of such a chapter each item says itself what it is. */
const SHARED = /[加减扣]分|奖励|奖惩|积分|激励/;
/** A state that must not be, where the predicate of a clause begins. */
const FORBIDS =
  /(?:^|[^有])没有(?!正当|特殊|其他理由)|(?:未|没)(?:被|有)?(?:发生|出现|受到|查处|列为|列入|确定为|评为|认定为|通报)|未被(?!评为先进)|不(?:存在|发生|出现)|(?:不得|严禁|禁止|杜绝|不允许|不准)(?:发生|出现|存在|有)/;
const NOTHING =
  /(?<![有毫从])无(?![论故私职主缝障偿关效形党烟纸记线法害愧微人锡可非须需条期限产神息数味疑正管端讼物特])/;
/** Before 无: the clause does something with those who lack a thing (关心无劳动能力的老党员). */
const DONE_TO =
  /^(?:对|为|向|给|针对)[^,、]{0,10}$|(?:帮助?|关[心爱]|慰问|走访|解决|[将把使让]|推[行进]|开展|建立|实[行施]|采[取用]|排查|纳入|创建)[^,、]{0,4}$|(?:服务|发动|组织|管理)$/;
/** What is named after 的 is a state, not the bearer of one. */
const STATE = /^[^,]{0,6}(?:情况|现象|问题|行为|事件|情形|案件|事故|反映|言论|记录|隐患|矛盾|纠纷|舆情)/;
/** The next clause asks something of them. */
const ASKED =
  /^(?:应|由|要|可|须|必须|采取|指定|实行|安排|纳入|全部|就近|单独|暂|也|均|都|不|予以|给予|限期|依托|组织|选派)/;
const HAPPENED = /(?:发生|出现|存在|受到|被|[列评]为)$/;

/** The item, or a sentence of it, forbids a state outright. 没有 in a condition or before a deduction forbids nothing. */
export function readVeto(item: ItemWords): boolean {
  const [chapter, title] = [item.chapter ?? '', item.title ?? ''];
  if (stated(title) || (stated(chapter) && (!SHARED.test(chapter) || title.includes('否决')))) return true;
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
  return clauses.some((clause, i) => i > conditional && forbidsHere(clause, clauses[i + 1] ?? ''));
}

function forbidsHere(clause: string, next: string): boolean {
  if (/[的者时]$/.test(clause) || /^(?:如|若|凡|对|因|针对)/.test(clause)) return false;
  const found = FORBIDS.exec(clause) ?? nothing(clause);
  if (!found) return false;
  const after = clause.slice(found.index + found[0].length);
  return HAPPENED.test(found[0]) || /^(?:发生|出现|受到|被)/.test(after) || !bears(after, next);
}

/** 没有党员的班组 is a group that something is asked of, not a state that is forbidden. */
function bears(after: string, next: string): boolean {
  const of = after.search(/的/);
  if (of < 0 || of > 24) return false;
  const named = after.slice(of + 1);
  if (STATE.test(named)) return false;
  return named.length > 10 || /应|由|要|可|须|采取|指定/.test(named) || ASKED.test(next);
}

/** 无 opens the clause or a member of its list, or follows its subject. */
function nothing(clause: string): RegExpExecArray | null {
  const found = NOTHING.exec(clause);
  return found && found.index <= 30 && !DONE_TO.test(clause.slice(0, found.index)) ? found : null;
}
