import { readPointsCell } from '../../movements/read-points.ts';
import { fold } from '../fold.ts';
import { type GridRow, headerWords } from './grid.ts';

export type Role =
  | 'number'
  | 'chapter-number'
  | 'chapter'
  | 'chapter-points'
  | 'title'
  | 'text'
  | 'points'
  | 'scoring'
  | 'method'
  | 'weight'
  | 'ignored';

/** What a header's words can mean before the column has been looked at. */
type Guess = Role | 'words' | 'words-or-scoring';

const NUMBER = /^(?:序号?|编号|项次|条目|行?号|no\.?|指标编号|项号|顺序号)$/i;
const POINTS =
  /^(?:指标|项目|考核|评分|单项|标准|参考|基准|基础|基本|满|应得|配|赋|额定|总|最高|所占)?(?:分值?|分数|得分值|权重)(?:权重|标准)?$/;
const POINTS_ALSO =
  /^(?:标准分值?|基准分值?|满分值?|权重(?:分值)?|赋分值?|配分|参考分值?|积分(?:分值)?|计分|计分值|分值设定|应得分|占分)$/;
const SCORING =
  /(?:评分|扣分|计分|得分|赋分|加分|减分|积分|奖惩|奖扣|评定分|打分|量化)(?:标准|办法|细则|方法|方式|依据|规则|说明|要求|要点|情形|条件|项目|内容|标准及?方法|事项)|^(?:扣分项|加减分|扣减分?)$/;
/** What is given or taken points for, not how. */
const LISTED = /^(?:加分|减分|扣分|积分|奖励|加扣分)(?:内容|项目?|事项|情形|条件|指标)$/;
const EITHER = /^(?:考核|考评|评价|检查|评定|测评|验收|评估)(?:标准|办法|细则|尺度)|^(?:评价|考核)?等级标准$/;
const METHOD =
  /(?:考核|检查|查看|考评|验收|评价|测评|核查|查验|评估|督查|认定|计算)(?:的)?(?:方式|方法|途径|手段|形式)|来源|资料|材料|佐证|印证|支撑|责任|牵头|配合|时限|时间|备注|说明|(?:考核|评分|评价|测评|考评)(?:单位|主体|部门|人)|依据|频次/;
const IGNORED =
  /得分|自评|实得|复核|审核|核定|审定|互评|考评分|考核分$|^(?:评分|打分|扣分|加分|计分)$|扣分(?:原因|理由|情况|值|数)|加分(?:原因|情况)|存在问题|整改|完成情况|落实情况|打√|是否|签字|小计|结果/;
const WORDS =
  /指标|项目|类别|类型|内容|要求|标准|要点|事项|维度|任务|模块|板块|分类|名称|情形|行为|目标|条款|条文|工作|领域|方面|措施|项$|类$/;
const LONGEST_HEADER = 18;
/** The same with the blanks that spread it over its cell. */
const FARTHEST = 120;

function guess(text: string): Guess | null {
  if (text.length > FARTHEST || /^[\d.]+$/.test(text)) return null;
  const t = headerWords(text)
    .replace(/\((?:[^()]{0,12})\)$/, '')
    .replace(/[:：]$/, '');
  if (t === '' || t.length > LONGEST_HEADER || /[。;,]/.test(t)) return null;
  if (NUMBER.test(t)) return 'number';
  if (POINTS.test(t) || POINTS_ALSO.test(t)) return 'points';
  if (LISTED.test(t)) return 'words-or-scoring';
  if (SCORING.test(t)) return 'scoring';
  if (IGNORED.test(t)) return 'ignored';
  if (EITHER.test(t)) return 'words-or-scoring';
  if (METHOD.test(t)) return 'method';
  return WORDS.test(t) ? 'words' : null;
}

/** True where most cells of a row are words that head columns, and one of them says what is judged. */
export function isHeaderRow(row: GridRow): boolean {
  const cells = row.places.flatMap((p) => (p?.left && p.starts && p.cell.text.trim() !== '' ? [p.cell] : []));
  const guesses = cells.map((c) => guess(c.text));
  const known = guesses.filter((g) => g !== null).length;
  const says = guesses.some(
    (g) => g === 'words' || g === 'words-or-scoring' || g === 'scoring' || g === 'points',
  );
  return cells.length >= 2 && known >= 2 && known * 3 >= cells.length * 2 && says;
}

/** The words over each column, of one or two header rows: the lower where it says more. */
export function headerOf(rows: GridRow[]): string[] {
  const width = Math.max(0, ...rows.map((r) => r.places.length));
  return Array.from({ length: width }, (_, c) => {
    const words = rows.map((r) => headerWords(r.places[c]?.cell.text ?? '')).filter((w) => w !== '');
    const known = words.filter((w) => guess(w) !== null);
    return known.at(-1) ?? words.at(-1) ?? '';
  });
}

interface Column {
  index: number;
  header: string;
  guess: Guess | null;
  /** Cells that begin in the column and have words. */
  texts: string[];
  rows: number;
  mean: number;
  /** It holds fewer cells than there are rows: one stands over several. */
  groups: boolean;
}

const MOVES = /扣\s?\d|扣[一二三四五六七八九十]分|不得分|得\s?\d|计\s?\d|加\s?\d|\d\s?分/;

function columnsOf(header: string[], body: GridRow[]): Column[] {
  return header.map((words, index) => {
    const texts: string[] = [];
    let rows = 0;
    let last = '';
    for (const row of body) {
      const place = row.places[index];
      if (!row.places.some((p) => p?.starts && p.cell.text.trim() !== '')) continue;
      rows += 1;
      const text = place?.starts && place.left ? place.cell.text.trim() : '';
      if (text !== '' && place && place.cell.columnSpan <= 2 && text !== last) texts.push(text);
      if (text !== '') last = text;
    }
    const mean = texts.length === 0 ? 0 : texts.reduce((s, t) => s + t.length, 0) / texts.length;
    const groups = texts.length > 0 && texts.length < rows * 0.8;
    return { index, header: words, guess: words === '' ? null : guess(words), texts, rows, mean, groups };
  });
}

const share = (texts: string[], test: (t: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length;

const TAKES = /[扣减]\s?\d|扣[一二三四五六七八九十]分|不得分|不给分|不记分|酌情[扣给打]|[得计加奖]\s?\d/;

/** What a column without known words holds, by its cells. */
function byContent(c: Column): Guess {
  if (c.texts.length === 0) return 'ignored';
  if (c.mean <= 6 && share(c.texts, (t) => readPointsCell(t) !== null) > 0.8) {
    const values = c.texts.map((t) => readPointsCell(t) ?? 0);
    const rising = values.every((v, i) => i === 0 || v === (values[i - 1] ?? 0) + 1);
    return rising && values.length > 2 ? 'number' : 'points';
  }
  return c.mean > 6 && share(c.texts, (t) => MOVES.test(fold(t)) && /扣|不得分/.test(t)) > 0.5
    ? 'scoring'
    : 'words';
}

/** The role of each column: by the words over it, by its cells, and by its place among the others. */
export function readRoles(header: string[], body: GridRow[]): Role[] {
  const columns = columnsOf(header, body);
  const guesses = columns.map((c) => c.guess ?? byContent(c));
  const worded = (c: Column): boolean => guesses[c.index] === 'words';
  for (const c of columns) {
    if (guesses[c.index] !== 'words-or-scoring') continue;
    const others = columns.filter((o) => worded(o));
    const scores = share(c.texts, (t) => TAKES.test(fold(t))) > 0.15;
    guesses[c.index] = scores && others.length > 0 ? 'scoring' : 'words';
  }
  if (!guesses.includes('words')) {
    const spare = columns
      .filter((c) => guesses[c.index] === 'scoring' || guesses[c.index] === 'method')
      .sort((a, b) => b.mean - a.mean)[0];
    if (spare) guesses[spare.index] = 'words';
  }
  const roles: Role[] = guesses.map((g) => (g === 'words' || g === 'words-or-scoring' ? 'text' : g));
  placeWords(
    columns.filter((c) => worded(c) && c.texts.length > 0),
    roles,
  );
  placePoints(columns, roles);
  placeNumbers(columns, roles);
  return roles;
}

/** Of several columns of words the last is the wording, those before it are chapters and titles. */
function placeWords(columns: Column[], roles: Role[]): void {
  const text = columns.at(-1);
  if (!text) return;
  const longest = Math.max(...columns.map((c) => c.mean));
  const long = (c: Column): boolean => c.mean >= 12 || c.mean * 3 >= longest;
  const wording = columns.findLast(long) ?? text;
  let chapter = false;
  for (const c of columns) {
    if (c === wording) continue;
    if (c.index > wording.index) {
      roles[c.index] = c.mean >= 8 && c.guess === 'words' ? 'text' : 'method';
      continue;
    }
    if (!chapter && c.groups && c.mean < 60) {
      roles[c.index] = 'chapter';
      chapter = true;
    } else roles[c.index] = c.mean <= 24 ? 'title' : 'text';
  }
}

/** Parts of a whole (20%, 0.2), or a weight beside each item's points: neither is points. */
function isWeight(c: Column, points: Column[]): boolean {
  if (share(c.texts, (t) => /^\d+(?:\.\d+)?\s?[%％]$/.test(t)) > 0.5) return true;
  if (!/权重/.test(c.header) || /分/.test(c.header)) return false;
  if (share(c.texts, (t) => /^0?\.\d+$/.test(t)) > 0.5) return true;
  return !c.groups && points.some((o) => o !== c && !/权重/.test(o.header));
}

/** Of several columns of points the last is the item's, those before it are the chapters' totals. */
function placePoints(columns: Column[], roles: Role[]): void {
  const stated = columns.filter((c) => roles[c.index] === 'points' && c.texts.length > 0);
  for (const c of stated) if (isWeight(c, stated)) roles[c.index] = 'weight';
  const points = stated.filter((c) => roles[c.index] === 'points');
  for (const c of points.slice(0, -1)) roles[c.index] = c.groups ? 'chapter-points' : 'ignored';
}

/** Numbers that stand over several rows count the chapters. */
function placeNumbers(columns: Column[], roles: Role[]): void {
  const chapter = columns.find((c) => roles[c.index] === 'chapter');
  for (const c of columns) {
    if (roles[c.index] !== 'number') continue;
    const sameRows = chapter !== undefined && c.texts.length === chapter.texts.length && c.groups;
    if (sameRows && c.index < chapter.index) roles[c.index] = 'chapter-number';
  }
}
