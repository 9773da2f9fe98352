import {
  aboutSheet,
  cleanText,
  FileProblem,
  type RawRow,
  readRows,
  type SheetPart,
  type Workbook,
} from '@hujian/documents';
import type { SheetPlan, Template } from './column.ts';
import { findHeader } from './sheet/find-header.ts';
import { findTemplate, templates } from './templates.ts';

/** Which sheets of a file belong to which plans. */
export interface Detected {
  template: Template;
  parts: { plan: SheetPlan; part: SheetPart }[];
}

const headerWithin = 20;

/**
 * Recognises the template of a workbook: by what its hidden sheet says, else by the titles of its columns.
 * `wanted` is what the sender chose; another one is refused by name.
 */
export async function detectTemplate(book: Workbook, wanted?: string): Promise<Detected> {
  const said = await readAbout(book);
  const template = (said && findTemplate(said)) || (await guess(book, wanted));
  if (!template) throw new FileProblem('not-excel', unknown(wanted));
  if (wanted && template.name !== wanted) {
    const title = findTemplate(wanted)?.title ?? wanted;
    throw new FileProblem(
      'not-excel',
      `这是“${template.title}”表，不是“${title}”表。请换一份文件，或改选“${template.title}”。`,
    );
  }
  return { template, parts: await assign(book, template) };
}

const unknown = (wanted: string | undefined): string => {
  const one = wanted ? findTemplate(wanted) : undefined;
  return one
    ? `文件里没有找到“${one.title}”表的列名。请下载“${one.title}”模板，把内容粘贴进去再上传。`
    : '认不出这是哪一种表。请下载模板，把内容粘贴进去再上传，不要改动列名。';
};

async function readAbout(book: Workbook): Promise<string | undefined> {
  const part = book.sheets.find(({ name }) => name === aboutSheet);
  if (!part) return undefined;
  for await (const rows of readRows(book, part)) {
    for (const { cells } of rows) if (cells[0]?.text === 'template') return cleanText(cells[1]?.text ?? '');
  }
  return undefined;
}

async function guess(book: Workbook, wanted: string | undefined): Promise<Template | undefined> {
  const candidates = wanted ? templates.filter(({ name }) => name === wanted) : templates;
  const first = book.sheets.find(({ hidden }) => !hidden);
  if (!first) return undefined;
  const rows = await headRows(book, first);
  const scored = candidates.flatMap((template) => {
    const [plan] = template.sheets;
    const at = plan ? bestHeader(plan, rows) : 0;
    return at > 0 ? [{ template, at }] : [];
  });
  scored.sort((a, b) => b.at - a.at);
  return scored[0]?.template;
}

const bestHeader = (plan: SheetPlan, rows: readonly RawRow[]): number =>
  Math.max(
    0,
    ...rows.map((row) => {
      const header = findHeader(plan, row);
      return header && header.missing.length === 0 ? header.at.size : 0;
    }),
  );

async function headRows(book: Workbook, part: SheetPart): Promise<RawRow[]> {
  const head: RawRow[] = [];
  for await (const rows of readRows(book, part)) {
    head.push(...rows.slice(0, headerWithin - head.length));
    if (head.length >= headerWithin) break;
  }
  return head;
}

/** Sheets go to plans by name; the first plan takes the first visible sheet when none has its name. */
async function assign(book: Workbook, template: Template): Promise<Detected['parts']> {
  const visible = book.sheets.filter(({ hidden }) => !hidden);
  const parts = template.sheets.flatMap((plan) => {
    const part = visible.find(({ name }) => name === plan.name);
    return part ? [{ plan, part }] : [];
  });
  const [main] = template.sheets;
  const [first] = visible;
  if (
    main &&
    first &&
    !parts.some(({ plan }) => plan === main) &&
    !parts.some(({ part }) => part === first)
  ) {
    parts.unshift({ plan: main, part: first });
  }
  if (parts.length === 0) throw new FileProblem('no-sheet', `文件里没有名为“${main?.name}”的工作表。`);
  return parts;
}
