import { wordsOf } from '../frame.ts';
import type { Place } from './rule.ts';

const EACH =
  /(?:各自?|分别|均|都|全部)(?:有|设|为|达到?|在|占|不少于|不低于|不超过|至少|须|应|要|控制在|配备|保持在|不高于|低于|超过|安排|储备|确定)*$/;
/** Not the 与 of 参与, the 和 of 和谐, the 及 of 及时. */
const JOINTS = /、|和(?![谐睦解])|及(?!时|格)|(?<!参)与/;
const RATE = /(?:率|满意度|支持度|知晓度|比例|占比)$/;
const VERBS = /^(?:至少|应当?|须|要|配备|配有|设有?|建有|有|确保|做到|达到|明确|确定)+/;

const ASIDE = /(?:的|达到?|配备|设立|为|不低于|不少于|,)+$/;

/** 培训率、合格率分别达到100%、90%: the numbers go with the things in their order. */
function pairedPart({ reading, framed, q }: Place): string[] | null {
  const { tokens, start } = framed.clause;
  const each = tokens.find(
    (token) => token.kind === 'each' && reading.laid.folded.text.startsWith('分别', token.start),
  );
  if (!each || each.end > q.numberStart) return null;
  const counts = framed.quantities.filter(
    (other) => other.numberStart >= each.end && other.form === q.form && other.unit?.kind === q.unit?.kind,
  );
  if (counts.length < 2) return null;
  const parts = wordsOf(reading, framed, start, each.start)
    .split(JOINTS)
    .map((part) => part.replace(ASIDE, ''));
  const own = parts[counts.indexOf(q)];
  return [parts.length === counts.length && own !== undefined && own.length > 1 ? own : ''];
}

/**
 * The things that one number is asked of: 电脑、投影仪各1台 are two, and so are 调处率、成功率达95%.
 * One empty string where the number belongs to a single thing.
 */
export function partsOf(place: Place): string[] {
  const { reading, framed, q } = place;
  const paired = pairedPart(place);
  if (paired) return paired;
  const last = framed.quantities.findLast(
    (other) => other.numberEnd <= q.numberStart && other.unit?.kind !== 'age',
  );
  const before = wordsOf(reading, framed, last?.end ?? framed.clause.start, q.numberStart);
  const each = EACH.test(before);
  const words = before
    .replace(EACH, '')
    .replace(/(?:达到?|在|占|不少于|不低于|不超过|至少|须|应|要|控制在|不高于|低于|超过|必须)+$/, '');
  const parts = words.split(JOINTS).map((part) => part.replace(VERBS, ''));
  if (parts.length < 2 || parts.length > 6 || parts.some((part) => part.length < 2)) return [''];
  const alike = each || (q.form !== 'plain' && parts.every((part) => RATE.test(part)));
  return alike ? parts : [''];
}
