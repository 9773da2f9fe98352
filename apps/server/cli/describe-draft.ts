import type { At, DraftChapter, DraftEdition, DraftItem, DraftMovement, LeftOver } from '@hujian/reader';

const kinds: Record<NonNullable<DraftEdition['kind']>, string> = {
  rural: '农村',
  community: '社区',
  agency: '机关事业',
  soe: '国企',
  private: '非公和社会组织',
  school: '中小学校',
};

const levels: Record<DraftEdition['level'], string> = {
  basic: '基本标准',
  demonstration: '示范标准',
  'scoring-sheet': '考核评分细则',
};

/** Where a person finds it in the file. */
export const describePlace = (at: At): string =>
  'sheet' in at ? `工作表“${at.sheet}”第 ${at.row} 行` : `第 ${at.paragraph} 段`;

/** A draft edition as a person reads it: what was found, item by item, and what was not placed. */
export function describeDraft(draft: DraftEdition): string {
  const items = draft.chapters.flatMap((chapter) => chapter.items);
  const facts = [
    draft.kind ? `适用：${kinds[draft.kind]}` : '适用：文中没有写明',
    `类型：${levels[draft.level]}`,
    draft.fullMarks === null ? '不计分' : `满分 ${draft.fullMarks} 分`,
    `${draft.chapters.length} 章 ${items.length} 条`,
    `${items.reduce((sum, item) => sum + item.checks.length, 0)} 个检查点`,
  ];
  return [
    `《${draft.title ?? '没有标题'}》`,
    facts.join('，'),
    ...draft.chapters.flatMap(describeChapter),
    ...describeLeft(draft.left),
  ].join('\n');
}

const describeChapter = ({ label, title, items }: DraftChapter): string[] => [
  ...(label === null && title === null
    ? []
    : ['', [label, title].filter(Boolean).join(label?.startsWith('第') ? '　' : '、')]),
  ...items.flatMap(describeItem),
];

function describeItem(item: DraftItem): string[] {
  const head = [item.number, item.title ?? shorten(item.text, 40)].filter(Boolean).join(' ');
  const points = item.points === null ? '' : `（${item.points} 分）`;
  const facts = [
    ...(item.veto ? ['否决'] : []),
    ...(item.strictness === 'normally' ? ['一般情况下'] : []),
    ...(item.strictness === 'encouraged' ? ['提倡，不扣分'] : []),
    ...(item.checks.length > 0 ? [`${item.checks.length} 个检查点`] : []),
    ...item.deductions.map((one) => `扣分：${describeMovement(one)}`),
    ...item.bonuses.map((one) => `加分：${describeMovement(one)}`),
  ];
  const line = `  ${head}${points}［${describePlace(item.at)}］`;
  return facts.length === 0 ? [line] : [line, `      ${facts.join('；')}`];
}

function describeMovement({ for: what, points, cap }: DraftMovement): string {
  const moved =
    points === 'all' ? '全部分值' : Array.isArray(points) ? `${points.join('–')} 分` : `${points} 分`;
  return `${shorten(what, 24)} ${moved}${cap === undefined ? '' : `，最多 ${cap} 分`}`;
}

const mostLeft = 40;

/** The draft gives reasons in the words of the contract. */
const reasons: Record<string, string> = {
  'table of contents': '目录',
  'web page around the text': '网页上的其他文字',
  'title printed again': '重复的标题',
  'note under the title': '标题下的说明',
  preamble: '前言',
  'supplementary provisions': '附则',
  'words before the items of a chapter': '章首的说明',
  'prose under a heading without items': '没有条目的一段',
  'another paper in the same file': '同一文件里的其他材料',
  'signature or date': '落款、日期',
  'field of the form': '表格里要填的栏',
  'table header': '表头',
  'row of totals': '合计行',
  note: '注释',
  'table without items': '没有条目的表格',
  'prose around the table': '表格前后的说明',
  'number without words': '只有编号没有文字',
};

function describeLeft(left: LeftOver[]): string[] {
  if (left.length === 0) return [];
  const shown = left
    .slice(0, mostLeft)
    .map(({ text, why, at }) => `  ${describePlace(at)}（${reasons[why] ?? why}）：${shorten(text, 40)}`);
  const more = left.length > mostLeft ? [`  …… 还有 ${left.length - mostLeft} 处，加 --json 看全部。`] : [];
  return ['', `没有放进条目的文字（${left.length} 处）：`, ...shown, ...more];
}

function shorten(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ');
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
}
