import type { Passage } from '../draft/draft.ts';
import { readOpeningPoints, readPoints } from '../movements/read-points.ts';
import { fold, SENTENCE_END } from './fold.ts';
import type { Line } from './lines.ts';
import type { Node } from './outline.ts';
import { readOwnPoints } from './own-points.ts';

const SCORING =
  /^[【[（(]?(?:评分|扣分|计分|得分|赋分|加分|减分|考核评分|考核计分|评分扣分|考评)(?:标准|办法|细则|方法|方式|依据|规则|说明)?[】\]）)]?\s?[:：]/;
const METHOD =
  /^[【[（(]?(?:考核|检查|查看|查验|核查|考评|评价|验收|测评|认定|查阅)(?:方式|方法|途径|资料|材料|形式|手段|办法)[】\]）)]?\s?[:：]/;

/** What a labelled line (评分标准：…, 考核方式：…) is; null for one without a label. */
export function labelledRole(text: string): Passage['role'] | null {
  const t = text.slice(0, 24);
  if (SCORING.test(t)) return 'scoring';
  return METHOD.test(t) ? 'method' : null;
}

/** Lines as passages, the pieces of one paragraph together, each labelled line giving its role to those after it. */
export function passagesOf(lines: Line[]): Passage[] {
  const passages: Passage[] = [];
  let role: Passage['role'] = 'text';
  for (const line of lines) {
    const said = labelledRole(line.text);
    if (said) role = said;
    else if (line.marker && role === 'method') role = 'text';
    const last = passages.at(-1);
    if (last && last.role === role && (line.glued || wraps(last.text, line)))
      passages[passages.length - 1] = { ...last, text: last.text + line.text };
    else passages.push({ role, text: line.text, at: line.at });
  }
  return passages;
}

/** Was a sentence broken only because the line was full? */
function wraps(before: string, line: Line): boolean {
  if (line.marker !== null || line.look.listed || labelledRole(line.text)) return false;
  return (
    /[，,、]$/.test(before) ||
    (before.length >= 15 && /[\p{Script=Han}\w“”"（）()]$/u.test(before) && !/[分)）]$/.test(before))
  );
}

/** A piece's lines in the order of the file, without its first. */
export function linesUnder(node: Node): Line[] {
  const lines: Line[] = [];
  const todo: Node[] = [...node.children].reverse();
  lines.push(...node.own);
  for (let next = todo.pop(); next; next = todo.pop()) {
    lines.push(next.line, ...next.own);
    for (const child of next.children.toReversed()) todo.push(child);
  }
  return lines;
}

export interface Heading {
  title: string | null;
  text: string;
  points: number | null;
}

const LEADS_ON =
  /(?:应当?|要|须|必须|做到|如下|以下|包括|为|是|有|的|者)$|(?:下列|以下|如下)[^。]{1,8}$|应当|必须|之一/;
const LONGEST_TITLE = 26;
/** Words that measure something are wording, however short they are. */
const MEASURES =
  /\d\s?(?:[个名次人%户天元万亿件项条岁]|学时|平方|以上|分钟)|每\s?[月季年半学周个名]|不得?[少低高超多][于过]|\d[以之][上下内]|[一二两三四五六七八九十百][名人户岁次成]?[以之][上下内]|[二两三四五六七八九十]{1,3}[名人次户岁](?![小组员民])/;
/** A demand begins so; before words that only say how points move it is what is asked, not a heading over it. */
const DEMANDS =
  /^(?:建?有|设有|建立|制定|制订|设立|成立|组建|配备|配齐|召开|订立|签订)|、.{0,20}(?:齐全|完备|健全|完善|到位|规范)$/;
/** A heading of one noun, as articles have it without any points: 加分事项。, 一票否决。 */
const NOUN =
  /^(?!建立|制定|按|应|要|须|开展|组织|落实|完善|健全|严格|加强|做好|参加|有|无|没|不|未)[\p{Script=Han}“”、]{0,10}(?:事项|情形|项目|[加扣减]分项?|基础分|基本分|一票否决|否决项|条件|制度|规则|办法|标准|要求|原则|方式|程序|范围|对象|职责|任务|目标|内容)$/u;

/** Every sentence takes points off, or says no more than the points. */
function onlyDeducts(text: string): boolean {
  const sentences = fold(text)
    .split(SENTENCE_END)
    .filter((s) => s.trim() !== '');
  return sentences.every((s) => /扣|不得分|不给分/.test(s) || readPoints(s)?.rest.trim() === '');
}

const isWording = (text: string): boolean => MEASURES.test(fold(readPoints(text)?.rest ?? text));

/** A heading set off by a wide blank. */
const SPACED = /^[^\s。，；：,;:]{2,14}(?:\u3000|\t|\s{2})/;

/** 【title】text, and in articles (title)text. */
function bracketed(body: string, article: boolean): Heading | null {
  const m = (
    article ? /^[【[（(〔]([^】\]）)〕。；]{2,20})[】\]）)〕]/ : /^[【〔[]([^】〕\]。；]{2,20})[】〕\]]/
  ).exec(body);
  if (!m?.[1] || readPoints(m[0])) return null;
  return split(m[1], body.slice(m[0].length).replace(/^\s*[:：]/, ''));
}

/** What a bracket says besides the points: （4分，每少1次扣1分）. */
const words = (rest: string) => (/\p{L}/u.test(rest) ? rest : '');

/** …，缺一项扣2分。（6分）: the bracket that closes the words. */
function closingPoints(text: string): { points: number; rest: string } | null {
  const m = /[（(【[][^（(）)】\]]{1,10}[）)】\]][。.]?$/.exec(text.trim().slice(-16));
  const stated = m && readPoints(m[0].replace(/[。.]$/, ''));
  return stated && stated.rest.trim() === ''
    ? { points: stated.points, rest: text.trim().slice(0, -m[0].length) }
    : null;
}

function split(title: string, text: string): Heading {
  const stated = readPoints(title);
  const after = /^\s*[（(【[][^）)】\]]{1,14}[）)】\]]\s*[:：。.]?/.exec(text);
  const behind = after && !stated ? readPoints(after[0]) : null;
  // 班子健全。5分。…: the points open the words.
  const first = stated || behind ? null : (readOpeningPoints(text) ?? closingPoints(text));
  return {
    title: (stated?.rest ?? title).trim() || null,
    text: (behind && after ? words(behind.rest) + text.slice(after[0].length) : (first?.rest ?? text)).trim(),
    points: stated?.points ?? behind?.points ?? first?.points ?? null,
  };
}

/** Title（4分）text: the points stand between. */
function byPoints(body: string): Heading | null {
  if (!body.includes('分')) return null;
  const m =
    /^([^。；;：:！？，,（(]{2,26}(?:[（(][^）)分]{1,12}[）)])?)\s*([（(【[][^）)】\]]{1,14}[）)】\]])\s*[:：。.]?/.exec(
      body,
    );
  if (!m?.[1] || !m[2]) return null;
  const rest = body.slice(m[0].length);
  if (isWording(m[1]) || /^[，,、；;]/.test(rest.trimStart())) return null;
  if (DEMANDS.test(m[1].trim()) && onlyDeducts(rest)) return null;
  const points = readPoints(m[2]);
  if (!points) return null;
  const text = words(points.rest) + rest;
  return { title: m[1].trim(), text: text.trim(), points: points.points };
}

/** Title：text. */
function byColon(body: string): Heading | null {
  const folded = fold(body.slice(0, 60));
  const at = folded.indexOf(':');
  if (at < 2 || at > LONGEST_TITLE + 10 || /\d:\d/.test(folded.slice(at - 1, at + 2))) return null;
  const head = body.slice(0, at);
  const words = readPoints(head)?.rest ?? head;
  const plain = fold(words).trim();
  if (
    isWording(head) ||
    plain.length > LONGEST_TITLE ||
    SENTENCE_END.test(plain) ||
    plain.includes(',') ||
    LEADS_ON.test(plain)
  )
    return null;
  return split(head, body.slice(at + 1));
}

/** The place of the first full stop if what stands before it could be a title; -1 where not. */
export function titleStop(body: string): number {
  const stop = body
    .slice(0, LONGEST_TITLE + 12)
    .search(/[。\u3000\t]|\s{2,}|(?<=[\p{Script=Han}”])\s(?=[\p{Script=Han}“])/u);
  if (stop < 2 || stop > LONGEST_TITLE + 10 || body.slice(stop + 1).trim() === '') return -1;
  const head = fold(body.slice(0, stop));
  const words = (readPoints(head)?.rest ?? head).trim();
  if (words.length > 20 || /[,;:!?]/.test(words) || isWording(words)) return -1;
  return DEMANDS.test(words) && onlyDeducts(body.slice(stop + 1)) ? -1 : stop;
}

/** 第五条 加分事项。…: a noun alone is a heading also where the articles beside it have none. */
function nounStop(node: Node): number {
  const stop = node.line.body.slice(0, 16).indexOf('。');
  const head = node.line.body.slice(0, Math.max(0, stop));
  const shown = node.form === 'article' || /一票否决|[加减扣]分/.test(head);
  return shown && NOUN.test(head) && titleStop(node.line.body) === stop ? stop : -1;
}

/**
 * A piece's heading, wording and points. `stops` says that the pieces of this document have their headings before
 * the first full stop.
 */
export function readHeading(node: Node, stops: boolean): Heading {
  const body = node.line.body;
  if (node.form === 'heading') return split(body, '');
  const found = bracketed(body, node.form === 'article') ?? byPoints(body) ?? byColon(body);
  if (found) return found;
  const stop = stops || SPACED.test(body) ? titleStop(body) : nounStop(node);
  if (stop > 0) return split(body.slice(0, stop), body.slice(stop + 1));
  const under = node.own.length + node.children.length > 0;
  if (stops && under && titleStop(`${body}#`) === body.length - 1) return split(body.slice(0, -1), '');
  const plain = fold(body);
  if (
    under &&
    !isWording(body) &&
    plain.length <= 40 &&
    !/[。；;！？:,]$/.test(plain) &&
    !/[,，]/.test(plain) &&
    !SENTENCE_END.test(plain) &&
    !LEADS_ON.test(plain)
  ) {
    return split(body, '');
  }
  const stated = readOwnPoints(body);
  return { title: null, text: stated ? stated.rest : body, points: stated?.points ?? null };
}
