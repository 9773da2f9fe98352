import { attribute } from '@hujian/documents';
import { noteOutside } from '../office/note-outside.ts';
import {
  countParts,
  listRelations,
  type OfficePackage,
  type Relation,
  readTree,
} from '../office/open-package.ts';
import { childOf, type XmlNode } from '../office/xml-tree.ts';
import { damagedSource, refusal } from '../refusals.ts';
import type { Source, SourceNote } from '../source.ts';
import { documentPlan } from './document-plan.ts';
import { DocxFlow } from './docx-flow.ts';
import { readLists } from './numbering.ts';
import { readStyles } from './styles.ts';

/** Reads a Word file as its pages show it; throws SourceProblem. */
export async function readDocx(office: OfficePackage): Promise<Source> {
  const part = await findDocument(office);
  const relations = await listRelations(office, part);
  const partOf = (type: string, name: string): string =>
    relations.find((one) => one.type === type && !one.external)?.target ?? `word/${name}.xml`;
  const styles = await readStyles(office, partOf('styles', 'styles'));
  const lists = await readLists(office, partOf('numbering', 'numbering'), styles.listOf);
  const notes = new Map([
    ...(await readNotes(office, partOf('footnotes', 'footnotes'), 'footnote')),
    ...(await readNotes(office, partOf('endnotes', 'endnotes'), 'endnote')),
  ]);
  const tree = await readTree(office, part, documentPlan);
  const body = childOf(tree?.root, 'body');
  if (!tree || !body) throw damagedSource('缺少正文');
  const flow = new DocxFlow({ styles, lists, notes });
  const blocks = flow.read(body.children);
  if (blocks.length === 0)
    throw refusal(flow.images > 0 || countParts(office, /^word\/media\//) > 0 ? 'scanned' : 'no-text');
  const changed = ['del', 'moveFrom', 'delText'].some((name) => tree.dropped.has(name));
  return { format: 'docx', blocks, notes: [...noteFile(office, relations, flow, changed), ...flow.notes] };
}

async function findDocument(office: OfficePackage): Promise<string> {
  const [first] = (await listRelations(office, '')).filter(
    ({ type, external, target }) => type === 'officeDocument' && !external && office.entries.has(target),
  );
  return first?.target ?? 'word/document.xml';
}

/** The words of the footnotes or endnotes by their number. */
async function readNotes(
  office: OfficePackage,
  part: string,
  kind: 'footnote' | 'endnote',
): Promise<Map<string, string>> {
  const texts = new Set(['t']);
  const tree = await readTree(office, part, {
    keep: new Set([kind, 'p', 't']),
    drop: documentPlan.drop ?? texts,
    texts,
  });
  const found = new Map<string, string>();
  for (const node of tree?.root.children ?? []) {
    const text = wordsOf(node).trim();
    if (text !== '') found.set(`${kind}:${attribute(node.attributes, 'id') ?? ''}`, text);
  }
  return found;
}

const wordsOf = (node: XmlNode): string => node.text + node.children.map(wordsOf).join('');

function noteFile(
  office: OfficePackage,
  relations: Relation[],
  flow: DocxFlow,
  changed: boolean,
): SourceNote[] {
  const texts = noteOutside(office, relations);
  if (changed) texts.push('文件带有修订标记：删去的文字没有读，插入的文字按已接受来读。');
  if (flow.hidden > 0) texts.push(`有 ${flow.hidden} 段里设了隐藏文字，页面上看不到，没有读。`);
  if (flow.images > 0) texts.push(`有 ${flow.images} 张图片，图片里的文字没有读。`);
  if (flow.objects > 0) texts.push(`有 ${flow.objects} 个嵌入的对象（如 Excel 表），里面的内容没有读。`);
  const drawn = countParts(office, /^word\/(?:diagrams\/data|charts\/chart)\d*\.xml$/);
  if (drawn > 0) texts.push(`有 ${drawn} 个图示或图表，里面的文字没有读。`);
  if (flow.chunks > 0)
    texts.push(`有 ${flow.chunks} 处插入的外部格式内容没有读，请另存为普通的 .docx 再试。`);
  return texts.map((text) => ({ text }));
}
