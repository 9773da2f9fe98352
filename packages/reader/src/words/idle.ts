import { type Framed, wordsOf } from './frame.ts';
import type { Quantity } from './quantities.ts';
import type { Place } from './rules/rule.ts';

const TELLS =
  /共\d|共计|共有|包括\d|分为|现有|下辖|辖区内有|地处|距离|占地|总人口|任期为|任期\d|就是一|成立于/;
const BEFORE_NOTHING =
  /(?:前|上述|下列|以下|这|连续|近|逾期|超期|提前|少|缺|漏|第|排名|最后|末|等|再|又|(?<![积得评加扣部])分|任期|任期为|每低|每高|每降|每增)$/;

/** 5个重点, 3个环节: what speeches count. */
const ABSTRACT =
  /^(?:重点|环节|方面|聚焦|问题|要求|原则|步骤|阶段|层面|关键|维度|到位|统一|结合|维护|意识|自信|服务$|转变|提升|突破|确保|坚持|必须|不|更加|着力|抓手|支撑|一批|体系|覆盖)/;

/** A clause that tells how things are, and those that go on from it. */
function tellsOf({ sentence, at }: Place): boolean {
  for (let i = at; i >= Math.max(0, at - 8); i -= 1) {
    const framed = sentence.clauses[i];
    if (framed && TELLS.test(framed.clause.text)) return true;
  }
  return false;
}

/** 少开1次, 未公示1次: in a deduction these count what went wrong. */
export function isFailure(
  framed: Framed,
  q: Pick<Quantity, 'numberStart' | 'direction'>,
  main: string,
): boolean {
  if (framed.standing !== 'violation' || q.direction !== null) return false;
  const period = framed.periods.findLast((token) => token.end <= q.numberStart);
  const from = Math.max(framed.clause.start, period?.end ?? 0, q.numberStart - 8);
  return /(?:少|缺|漏|未|没|不)[^、,]{0,4}$/.test(main.slice(from, q.numberStart));
}

/** 全年缺席3次以上的扣2分: in a deduction only what falls short tells what is asked. */
function isMisdeed(framed: Framed, q: Quantity, main: string): boolean {
  if (framed.standing !== 'violation' || q.direction === 'lt') return false;
  return !/未|没有|没|少于|不足|达不到/.test(main.slice(framed.clause.start, q.numberStart));
}

/** 缺席3次以上的党员: the count says who is meant. */
const WHO_DID = /^的[^、,]{0,4}(?:党员|单位|支部|人员|干部|同志|党组织|教师|职工|村)/;

/** 没有发生十人以上集体上访: the number is part of what must not happen. */
const MUST_NOT = /(?:没有|未)(?:发生|出现)?[^的、]{0,8}$|无(?:重大|集体|越级|群体|安全|责任|违纪|违法)?$/;

/** 满意率达不到60%的予以调整: what follows from a number, not the number, is said. */
const CONSEQUENCE =
  /^的[,]?(?:不得|不予|不能|予以|给予|责令|取消|约谈|通报|限期|视为|免去|撤销|调整|评定?为|定为|列为|认定)/;

/** Whether a number says nothing that could be asked of anybody. */
export function isIdle(place: Place): boolean {
  const { q, framed, reading, sentence } = place;
  if (q.vague || Number.isNaN(q.low)) return true;
  if (
    q.form === 'plain' &&
    (q.unit === null || ['date', 'points', 'none', 'percentage-points'].includes(q.unit.kind))
  )
    return true;
  const before = wordsOf(reading, framed, Math.max(framed.clause.start, q.numberStart - 4), q.numberStart);
  if (q.start === q.numberStart && BEFORE_NOTHING.test(before)) return true;
  if (framed.clause.aside && /^不?含/.test(framed.clause.text)) return true;
  if (
    framed.clause.aside &&
    !sentence.setsUp &&
    reading.laid.folded.text.startsWith(')的', framed.clause.end)
  )
    return true;
  if (isFailure(framed, q, reading.laid.main) || isMisdeed(framed, q, reading.laid.main)) return true;
  if (q.unit?.kind === 'times' && WHO_DID.test(wordsOf(reading, framed, q.end, q.end + 12))) return true;
  if (q.low === 0 && q.high === null) return true;
  if (!sentence.setsUp && CONSEQUENCE.test(wordsOf(reading, framed, q.end, q.end + 6))) return true;
  if (
    framed.standing === 'asked' &&
    MUST_NOT.test(wordsOf(reading, framed, framed.clause.start, q.numberStart))
  )
    return true;
  if (
    q.direction === null &&
    ((q.unit?.kind !== 'times' && q.unit?.kind !== 'hours' && tellsOf(place)) ||
      (q.unit?.kind === 'count' && ABSTRACT.test(wordsOf(reading, framed, q.numberEnd, q.numberEnd + 4))))
  )
    return true;
  if (
    !q.figures &&
    q.high === null &&
    q.direction === null &&
    q.unit?.loose &&
    framed.periods.length === 0 &&
    !goesOnList(place)
  )
    return true;
  if (
    q.low === 1 &&
    !q.figures &&
    /^(?:一|两|双|多)/.test(wordsOf(reading, framed, q.numberEnd, q.numberEnd + 1))
  )
    return true;
  if (
    q.low === 1 &&
    !q.figures &&
    q.direction === null &&
    /^就/.test(place.sentence.clauses[place.at + 1]?.clause.text ?? '')
  )
    return true;
  const after = wordsOf(reading, framed, q.numberEnd, q.numberEnd + 3);
  if (/按$/.test(before) && /^[算计]/.test(after)) return true;
  if (
    q.low === 1 &&
    q.direction === null &&
    q.unit?.kind === 'people' &&
    /^(?:担任|兼任|一?肩挑)/.test(after)
  )
    return true;
  const standing = framed.standing;
  if (standing === 'exception' || standing === 'award') return true;
  if (standing === 'condition') return !(sentence.setsUp && q.unit?.kind === 'people');
  return false;
}

/** 至少设立一个责任区、两个示范岗: the bound of the first holds over the list. */
function goesOnList({ framed, q, reading }: Place): boolean {
  const before = wordsOf(reading, framed, framed.clause.start, q.numberStart);
  const others = framed.quantities.some((other) => other !== q && other.unit?.kind === 'count');
  if (/[、和].{2,}各$/.test(before.slice(-24)) || (others && /配备|配有|配齐|设有|至少/.test(before)))
    return true;
  const last = framed.quantities.findLast((other) => other.numberEnd <= q.numberStart);
  if (last?.unit?.kind !== 'count' || last.direction === null) return false;
  return /^[^,]{1,12}[、和]$/.test(wordsOf(reading, framed, last.end, q.numberStart));
}

const DISTRIBUTES = /联系|结对|帮扶|包保|包联|帮带|带动|就是|带|负责|至少/;

/** 1名党员联系5户: the one who does it is no number of people. */
export function isDistributive({ q, framed }: Place): boolean {
  if (q.low !== 1 || q.high !== null || q.direction !== null) return false;
  return (
    DISTRIBUTES.test(framed.clause.text) &&
    framed.quantities.some((other) => other.numberStart > q.numberEnd && other.unit !== null)
  );
}
