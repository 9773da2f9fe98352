const OPEN = '(“‘《【「〈[';
const CLOSE = ')”’》】」〉]';
const NEGATIVE = /^(?:未|无|没有|没|不|缺|少|漏)/;

/** 和 and 与 between members, not inside words (参与, 及时, 和谐). */
const JOINED =
  /^(.{2,40}?)(?:以及|(?<![共总饱温平随])和(?![谐睦解平美])|(?<![涉普触波顾提以])及(?![时格])|(?<![参给赋授])与(?![会时])|或者|或)(.{2,40})$/;

/** The subjects of 各扣 and 分别扣: 无计划、无总结各扣1分 has two. */
export function splitSubjects(condition: string): string[] {
  const clauses = cut(condition.replace(/[,;]+$/, ''), [',', ';']).filter((clause) => clause !== '');
  const last = clauses.at(-1);
  if (last === undefined) return [];
  const members = clauses.slice(firstMember(clauses));
  if (members.length > 1) {
    if (members.every((clause) => clause.endsWith('的'))) return members;
    return members.flatMap(listed);
  }
  const inLast = listed(last);
  return inLast.length > 1 ? inLast : clauses.length > 1 && clauses.every(isShort) ? clauses : inLast;
}

const isShort = (clause: string) => clause.length <= 12 && NEGATIVE.test(clause);

/** Clauses belong together backwards from the last one while they are built alike. */
function firstMember(clauses: string[]): number {
  const last = clauses.at(-1) ?? '';
  let first = clauses.length - 1;
  while (first > 0 && alike(clauses[first - 1] ?? '', last)) first--;
  return first;
}

const alike = (one: string, other: string) =>
  (one.endsWith('的') && other.endsWith('的')) || (NEGATIVE.test(one) && NEGATIVE.test(other));

function listed(clause: string): string[] {
  const parts = cut(clause, ['、']).filter((part) => part !== '');
  const tail = parts.pop() ?? '';
  const joined = JOINED.exec(tail);
  const whole = joined?.[1] && joined[2] && depthless(joined[1]) ? [joined[1], joined[2]] : [tail];
  return [...parts, ...whole];
}

const depthless = (text: string) => [...text].every((char) => !OPEN.includes(char) && !CLOSE.includes(char));

/** Cuts at signs that stand outside brackets and quotation marks. */
export function cut(text: string, signs: readonly string[]): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (OPEN.includes(char)) depth++;
    else if (CLOSE.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && signs.includes(char)) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
