import { childOf, type XmlNode } from '../office/xml-tree.ts';
import { mostCharacters, mostParagraphs, refusal } from '../refusals.ts';
import type { Block, Paragraph, SourceNote } from '../source.ts';
import { NumberCounter } from './count-numbers.ts';
import { chooseAlternative } from './document-plan.ts';
import { type Gathered, gatherRuns } from './gather-runs.ts';
import { isSingleColumn, layOutTable } from './lay-out-table.ts';
import type { Lists } from './numbering.ts';
import { propertyOf } from './properties.ts';
import { type Format, type Resolved, readParagraphFormat, readRunFormat, type Styles } from './styles.ts';

/** What a Word file holds beside its flow. */
export interface DocxParts {
  styles: Styles;
  lists: Lists;
  /** Words of footnotes and endnotes: `footnote:3`. */
  notes: Map<string, string>;
}

/** Reads the body in document order: paragraphs are counted and numbered as they come. */
export class DocxFlow {
  readonly notes: SourceNote[] = [];
  images = 0;
  objects = 0;
  hidden = 0;
  chunks = 0;
  private readonly parts: DocxParts;
  private paragraphs = 0;
  private characters = 0;
  /** Text boxes are a story of their own: their lists do not count on those of the page. */
  private readonly counters = { page: new NumberCounter(), box: new NumberCounter() };
  private story: 'page' | 'box' = 'page';
  /** Words of paragraphs whose mark was deleted: they belong to the next one. */
  private carried: XmlNode[] = [];

  constructor(parts: DocxParts) {
    this.parts = parts;
  }

  read(nodes: XmlNode[]): Block[] {
    const blocks: Block[] = [];
    this.walk(nodes, blocks);
    this.flush(blocks);
    return blocks.filter((block) => block.type === 'table' || block.text !== '');
  }

  private walk(nodes: XmlNode[], out: Block[]): void {
    for (const node of nodes) {
      if (node.name === 'p') this.readParagraph(node, out);
      else if (node.name === 'tbl') this.readTable(node, out);
      else if (node.name === 'AlternateContent') this.walk(chooseAlternative(node), out);
      else if (node.name === 'altChunk') this.chunks++;
    }
  }

  private readTable(node: XmlNode, out: Block[]): void {
    this.flush(out);
    if (isSingleColumn(node)) {
      for (const row of node.children) {
        for (const cell of row.children.filter(({ name }) => name === 'tc')) {
          this.walk(cell.children, out);
          this.flush(out);
        }
      }
      return;
    }
    const table = layOutTable(node, (cell) => {
      const before = this.paragraphs;
      const blocks: Block[] = [];
      this.walk(cell.children, blocks);
      this.flush(blocks);
      return { blocks, at: { paragraph: before + 1 } };
    });
    if (table) out.push(table);
  }

  private flush(out: Block[]): void {
    if (this.carried.length > 0)
      this.readParagraph({ name: 'p', attributes: '', children: [], text: '' }, out);
  }

  private readParagraph(node: XmlNode, out: Block[]): void {
    const properties = childOf(node, 'pPr');
    const mark = properties && childOf(properties, 'rPr');
    const children = this.carried.length > 0 ? [...this.carried, ...node.children] : node.children;
    if (mark && childOf(mark, 'del')) {
      this.carried = children.filter(({ name }) => name !== 'pPr');
      return;
    }
    this.carried = [];
    const at = { paragraph: this.count() };
    const style = this.parts.styles.resolve(propertyOf(properties, 'pStyle'));
    const own = properties ? readParagraphFormat(properties) : {};
    const gathered = gatherRuns(children, style, this.parts.styles);
    const unseen = gathered.text === '' && { ...style, ...readRunFormat(mark) }.hidden === true;
    const numbered = unseen ? {} : this.number(own, style);
    this.characters += gathered.text.length;
    if (this.characters > mostCharacters) throw refusal('too-long');
    out.push({ type: 'paragraph', text: gathered.text, at, ...numbered, ...shapeOf(gathered, own, style) });
    this.note(gathered, at.paragraph);
    this.readBoxes(gathered.boxes, out);
  }

  private count(): number {
    if (++this.paragraphs > mostParagraphs) throw refusal('too-long');
    return this.paragraphs;
  }

  private number(own: Format, style: Resolved): Pick<Paragraph, 'number' | 'level'> {
    const list = this.parts.lists.get(own.list ?? style.list ?? '0');
    if (!list || list.id === '0') return {};
    let depth = own.depth;
    if (depth === undefined && own.list === undefined) {
      const byStyle = [...list.levels].find(
        ([, level]) => level.style !== undefined && level.style === style.chain[0],
      );
      depth = byStyle?.[0] ?? style.depth;
    }
    depth ??= 0;
    if (depth > 8) return {};
    const number = this.counters[this.story].next(list, depth);
    return number === undefined ? { level: depth } : { number, level: depth };
  }

  private readBoxes(boxes: XmlNode[], out: Block[]): void {
    const before = this.story;
    this.story = 'box';
    for (const box of boxes) {
      this.walk(box.children, out);
      this.flush(out);
    }
    this.story = before;
  }

  private note({ references, images, objects, hidden }: Gathered, paragraph: number): void {
    this.images += images;
    this.objects += objects;
    if (hidden) this.hidden++;
    for (const reference of references) {
      const text = this.parts.notes.get(reference);
      if (text) this.notes.push({ text: `脚注：${text}`, at: { paragraph } });
    }
  }
}

function shapeOf(gathered: Gathered, own: Format, style: Format): Partial<Paragraph> {
  const outline = own.outline ?? style.outline;
  return {
    ...(outline !== undefined && outline < 9 ? { outline: outline + 1 } : {}),
    ...(gathered.bold ? { bold: true } : {}),
    ...((own.centred ?? style.centred) ? { centred: true } : {}),
    ...(gathered.size === undefined ? {} : { size: gathered.size }),
  };
}
