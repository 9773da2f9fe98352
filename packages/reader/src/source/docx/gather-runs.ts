import { attribute } from '@hujian/documents';
import type { XmlNode } from '../office/xml-tree.ts';
import { chooseAlternative } from './document-plan.ts';
import { propertyOf } from './properties.ts';
import { type Format, readRunFormat, type Styles } from './styles.ts';
import { readSymbol } from './symbols.ts';

/** The words of one paragraph, and what hangs on it. */
export interface Gathered {
  text: string;
  bold: boolean;
  size?: number;
  /** Contents of text boxes, to be read after the paragraph. */
  boxes: XmlNode[];
  /** Notes that it refers to: `footnote:3`. */
  references: string[];
  images: number;
  objects: number;
  /** It has text that the page does not show. */
  hidden: boolean;
}

export function gatherRuns(children: XmlNode[], base: Format, styles: Styles): Gathered {
  const gatherer = new RunGatherer(base, styles);
  gatherer.walk(children, base);
  return gatherer.finish();
}

class RunGatherer {
  private readonly base: Format;
  private readonly styles: Styles;
  private readonly parts: string[] = [];
  private readonly letters = new Map<number, number>();
  private boldLetters = 0;
  private plainLetters = 0;
  /** Open fields; true while their code is given, which the page does not show. */
  private readonly fields: boolean[] = [];
  private readonly found: Gathered = {
    text: '',
    bold: false,
    boxes: [],
    references: [],
    images: 0,
    objects: 0,
    hidden: false,
  };

  constructor(base: Format, styles: Styles) {
    this.base = base;
    this.styles = styles;
  }

  walk(nodes: XmlNode[], format: Format): void {
    for (const node of nodes) this.read(node, format);
  }

  private read(node: XmlNode, format: Format): void {
    const sign = signOf(node);
    if (sign !== undefined) this.add(sign, format);
    if (node.name === 'r') this.walk(node.children, this.formatOf(node));
    else if (node.name === 'den') this.walk(node.children, format);
    else if (node.name === 'fldChar') this.readField(node);
    else if (node.name === 'AlternateContent') this.walk(chooseAlternative(node), format);
    else this.takeAside(node);
  }

  /** What hangs on the paragraph and is none of its words. */
  private takeAside(node: XmlNode): void {
    const { found } = this;
    const { name } = node;
    if (name === 'txbxContent') found.boxes.push(node);
    else if (name === 'p' || name === 'tbl') {
      found.boxes.push({ name: 'txbxContent', attributes: '', children: [node], text: '' });
    } else if (name === 'footnoteReference' || name === 'endnoteReference') {
      found.references.push(`${name.slice(0, -9)}:${attribute(node.attributes, 'id') ?? ''}`);
    } else if (name === 'OLEObject') found.objects++;
    else if (name === 'blip' || name === 'imagedata') found.images++;
  }

  private formatOf(run: XmlNode): Format {
    const properties = run.children.find(({ name }) => name === 'rPr');
    if (!properties) return this.base;
    const style = this.styles.ofRun(propertyOf(properties, 'rStyle'));
    return { ...this.base, ...style, ...readRunFormat(properties) };
  }

  private add(text: string, format: Format): void {
    if (text === '' || this.fields.includes(true)) return;
    if (format.hidden) {
      this.found.hidden ||= text.trim() !== '';
      return;
    }
    this.parts.push(text);
    const letters = text.trim().length;
    if (letters === 0) return;
    if (format.bold) this.boldLetters += letters;
    else this.plainLetters += letters;
    if (format.size !== undefined)
      this.letters.set(format.size, (this.letters.get(format.size) ?? 0) + letters);
  }

  private readField(node: XmlNode): void {
    const type = attribute(node.attributes, 'fldCharType');
    if (type === 'begin') this.fields.push(true);
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = false;
    else if (type === 'end') this.fields.pop();
  }

  finish(): Gathered {
    const sizes = [...this.letters].sort((a, b) => b[1] - a[1]);
    const size = sizes[0]?.[0];
    return {
      ...this.found,
      text: tidy(this.parts.join('')),
      bold: this.boldLetters > 0 && this.plainLetters === 0,
      ...(size === undefined ? {} : { size }),
    };
  }
}

const signs: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', den: '/' };

/** The characters that an element stands for. */
function signOf({ name, text, attributes }: XmlNode): string | undefined {
  if (name === 't') return text;
  if (name !== 'sym') return signs[name];
  const code = Number.parseInt(attribute(attributes, 'char') ?? '', 16);
  return readSymbol(attribute(attributes, 'font') ?? '', code);
}

/** Ends without blanks; no blanks at the ends of lines inside. */
const tidy = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .join('\n')
        .trim()
    : text.trim();
