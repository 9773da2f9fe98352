import { damaged, FileProblem } from './file-problem.ts';
import { type InflateBudget, inflatePart, newBudget } from './inflate-part.ts';
import { recogniseFile } from './recognise-file.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readDateStyles } from './styles.ts';
import { attribute, XmlScanner } from './xml-scanner.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

export type SheetPart = { name: string; part: string; hidden: boolean };

/** An opened workbook: what is small is read, the sheets wait to be streamed. */
export type Workbook = {
  bytes: Uint8Array;
  entries: Map<string, ZipEntry>;
  sheets: SheetPart[];
  from1904: boolean;
  dateStyles: boolean[];
  strings: string[];
  budget: InflateBudget;
};

/**
 * Opens .xlsx content of at most 50 MB; throws FileProblem in words for the sender. A workbook with macros is refused,
 * unless they may be left lying: they are never run.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  budget = newBudget(),
  { leaveMacros = false } = {},
): Promise<Workbook> {
  recogniseFile(bytes);
  const entries = zipEntries(bytes);
  refuseForeign(entries, leaveMacros);
  const related = await readRelations(bytes, entries, budget);
  const { sheets, from1904 } = await readSheetList(bytes, entries, budget, related);
  if (sheets.length === 0) throw new FileProblem('no-sheet', '文件里没有工作表。');
  return {
    bytes,
    entries,
    sheets,
    from1904,
    dateStyles: await readDateStyles(bytes, entries.get('xl/styles.xml'), budget),
    strings: await readSharedStrings(bytes, entries.get('xl/sharedStrings.xml'), budget),
    budget,
  };
}

function refuseForeign(entries: Map<string, ZipEntry>, leaveMacros: boolean): void {
  if (!leaveMacros && entries.has('xl/vbaProject.bin')) {
    throw new FileProblem('macros', '文件带有宏，为安全起见不接收。请另存为不带宏的 .xlsx 再上传。');
  }
  if (entries.has('xl/workbook.xml')) return;
  if (entries.has('word/document.xml'))
    throw new FileProblem('not-excel', '这是 Word 文件，请上传 .xlsx 表格。');
  if (entries.has('xl/workbook.bin')) {
    throw new FileProblem('not-excel', '这是 .xlsb 二进制表格，请另存为 .xlsx 再上传。');
  }
  if (entries.has('content.xml'))
    throw new FileProblem('not-excel', '这是 .ods 表格，请另存为 .xlsx 再上传。');
  throw new FileProblem('not-excel', '这不是 Excel 表格，请用下载的模板填写，存为 .xlsx 再上传。');
}

/** Reads a small XML part whole. */
export async function scanPart(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: InflateBudget,
  open: (name: string, attributes: string) => void,
): Promise<void> {
  const scanner = new XmlScanner({ open, text: () => undefined, close: () => undefined });
  const decoder = new TextDecoder();
  for await (const piece of inflatePart(bytes, entry, budget))
    scanner.push(decoder.decode(piece, { stream: true }));
  scanner.end();
}

async function readRelations(
  bytes: Uint8Array,
  entries: Map<string, ZipEntry>,
  budget: InflateBudget,
): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const entry = entries.get('xl/_rels/workbook.xml.rels');
  if (!entry) throw damaged('缺少工作表的目录');
  await scanPart(bytes, entry, budget, (name, attributes) => {
    if (name !== 'Relationship') return;
    const target = attribute(attributes, 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
    targets.set(attribute(attributes, 'Id') ?? '', path);
  });
  return targets;
}

async function readSheetList(
  bytes: Uint8Array,
  entries: Map<string, ZipEntry>,
  budget: InflateBudget,
  related: Map<string, string>,
): Promise<{ sheets: SheetPart[]; from1904: boolean }> {
  const sheets: SheetPart[] = [];
  let from1904 = false;
  const entry = entries.get('xl/workbook.xml');
  if (!entry) throw damaged('缺少工作簿');
  await scanPart(bytes, entry, budget, (name, attributes) => {
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const part = related.get(/:id="([^"]*)"/.exec(attributes)?.[1] ?? '') ?? '';
    if (!entries.has(part) || !part.includes('worksheets/')) return;
    const state = attribute(attributes, 'state') ?? 'visible';
    sheets.push({ name: attribute(attributes, 'name') ?? '', part, hidden: state !== 'visible' });
  });
  return { sheets, from1904 };
}
