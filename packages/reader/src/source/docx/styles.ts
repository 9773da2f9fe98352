import { attribute } from '@hujian/documents';
import { type OfficePackage, readTree } from '../office/open-package.ts';
import { childOf, type XmlNode } from '../office/xml-tree.ts';
import { isOn, propertyOf, wholeOf } from './properties.ts';

/** What of a style matters here; undefined is inherited. */
export interface Format {
  bold?: boolean;
  /** Points. */
  size?: number;
  hidden?: boolean;
  centred?: boolean;
  /** From 0; 9 is body text. */
  outline?: number;
  list?: string;
  depth?: number;
}

export interface Style extends Format {
  id: string;
  name: string;
  basedOn?: string;
}

/** `chain` is the style and those it is based on, nearest first. */
export type Resolved = Format & { chain: string[] };

/** The styles of a document with what they inherit. */
export interface Styles {
  /** A style with all that it inherits; the default paragraph style for undefined. */
  resolve(id: string | undefined): Resolved;
  /** A character style, with what it inherits from others of its kind only. */
  ofRun(id: string | undefined): Format;
  listOf(style: string): string | undefined;
}

const plan = {
  keep: new Set([
    ...['style', 'name', 'basedOn', 'pPr', 'rPr', 'numPr', 'numId', 'ilvl', 'outlineLvl', 'jc', 'b', 'sz'],
    ...['vanish', 'docDefaults'],
  ]),
  drop: new Set(['tblStylePr', 'tblPr', 'trPr', 'tcPr', 'pPrChange', 'rPrChange']),
};

export async function readStyles(office: OfficePackage, part: string): Promise<Styles> {
  const nodes = (await readTree(office, part, plan))?.root.children ?? [];
  const styles = new Map<string, Style>();
  let normal: string | undefined;
  for (const node of nodes.filter(({ name }) => name === 'style')) {
    const style = readStyle(node);
    styles.set(style.id, style);
    const isDefault = /^(1|true|on)$/.test(attribute(node.attributes, 'default') ?? '');
    if (isDefault && attribute(node.attributes, 'type') === 'paragraph') normal = style.id;
  }
  const defaults = nodes.find(({ name }) => name === 'docDefaults');
  const ground = defaults ? readFormat(defaults) : {};
  const resolved = new Map<string, Resolved>();
  return {
    resolve(id) {
      const from = id !== undefined && styles.has(id) ? id : normal;
      let found = resolved.get(from ?? '');
      if (!found) {
        found = inherit(styles, from, ground);
        resolved.set(from ?? '', found);
      }
      return found;
    },
    ofRun: (id) => (id === undefined ? {} : inherit(styles, id, {})),
    listOf: (style) => styles.get(style)?.list,
  };
}

function inherit(styles: Map<string, Style>, id: string | undefined, ground: Format): Resolved {
  const chain: string[] = [];
  let format: Format = {};
  for (let next = id; next !== undefined && !chain.includes(next) && chain.length < 30; ) {
    const style = styles.get(next);
    if (!style) break;
    chain.push(next);
    format = { ...style, ...format };
    next = style.basedOn;
  }
  return { ...ground, ...format, chain };
}

function readStyle(node: XmlNode): Style {
  const name = propertyOf(node, 'name') ?? '';
  const format = readFormat(node);
  const heading = /^heading ([1-9])$/i.exec(name);
  const basedOn = propertyOf(node, 'basedOn');
  return {
    id: attribute(node.attributes, 'styleId') ?? '',
    name,
    ...(basedOn === undefined ? {} : { basedOn }),
    ...(heading ? { outline: Number(heading[1]) - 1 } : {}),
    ...format,
  };
}

/** What the properties of a paragraph or a style say themselves: `pPr` and `rPr` below the node given. */
export function readFormat(node: XmlNode): Format {
  const paragraph = childOf(node, 'pPr');
  return {
    ...(paragraph ? readParagraphFormat(paragraph) : {}),
    ...readRunFormat(childOf(node, 'rPr')),
  };
}

export function readParagraphFormat(properties: XmlNode): Format {
  const format: Format = {};
  const align = propertyOf(properties, 'jc');
  if (align !== undefined) format.centred = align === 'center';
  const outline = wholeOf(propertyOf(properties, 'outlineLvl'));
  if (outline !== undefined) format.outline = outline;
  const list = childOf(properties, 'numPr');
  if (list) {
    const id = propertyOf(list, 'numId');
    const depth = wholeOf(propertyOf(list, 'ilvl'));
    if (id !== undefined) format.list = id;
    if (depth !== undefined) format.depth = depth;
  }
  return format;
}

export function readRunFormat(properties: XmlNode | undefined): Format {
  const format: Format = {};
  if (!properties) return format;
  const bold = childOf(properties, 'b');
  if (bold) format.bold = isOn(bold);
  const hidden = childOf(properties, 'vanish');
  if (hidden) format.hidden = isOn(hidden);
  const size = Number(propertyOf(properties, 'sz'));
  if (size > 0 && size < 3300) format.size = size / 2;
  return format;
}
