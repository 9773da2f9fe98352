import { attribute } from '@hujian/documents';
import { type OfficePackage, readTree } from '../office/open-package.ts';
import { childOf, type XmlNode } from '../office/xml-tree.ts';
import { isOn, propertyOf, wholeOf } from './properties.ts';

/** One level of an automatic list. */
export interface ListLevel {
  start: number;
  /** Word's name of the number format; `custom:003` for figures filled up with zeros. */
  format: string;
  /** `第%1条`, `%1.%2` */
  text: string;
  /** All figures of the label in 1, 2, 3, whatever their own formats. */
  legal: boolean;
  /** Starts anew after a paragraph of one of the levels above this one (counted from 1); 0 never. */
  restart?: number;
  /** The style whose paragraphs stand on this level. */
  style?: string;
}

/** A list as paragraphs name it (`numId`). */
export interface List {
  id: string;
  /** Lists with the same one count on together. */
  shared: string;
  levels: Map<number, ListLevel>;
  /** Levels that start anew, at this number, where the list is first used. */
  starts: Map<number, number>;
}

export type Lists = Map<string, List>;

const plan = {
  keep: new Set([
    ...['abstractNum', 'num', 'abstractNumId', 'lvl', 'start', 'numFmt', 'lvlText', 'isLgl', 'lvlRestart'],
    ...['pStyle', 'numStyleLink', 'styleLink', 'lvlOverride', 'startOverride'],
  ]),
};

interface Abstract {
  levels: Map<number, ListLevel>;
  /** Takes its levels from the list of this style. */
  link?: string;
}

/** The automatic lists of a document; `listOfStyle` gives the numId of a numbering style. */
export async function readLists(
  office: OfficePackage,
  part: string,
  listOfStyle: (style: string) => string | undefined,
): Promise<Lists> {
  const root = (await readTree(office, part, plan))?.root.children ?? [];
  const abstracts = new Map<string, Abstract>();
  for (const node of root) {
    if (node.name === 'abstractNum') {
      abstracts.set(attribute(node.attributes, 'abstractNumId') ?? '', readAbstract(node));
    }
  }
  const numbers = root.filter(({ name }) => name === 'num');
  const abstractOf = new Map(
    numbers.map((node) => [
      attribute(node.attributes, 'numId') ?? '',
      propertyOf(node, 'abstractNumId') ?? '',
    ]),
  );
  const lists: Lists = new Map();
  for (const node of numbers) {
    const id = attribute(node.attributes, 'numId') ?? '';
    let shared = abstractOf.get(id) ?? '';
    const link = abstracts.get(shared)?.link;
    const linked = link === undefined ? undefined : abstractOf.get(listOfStyle(link) ?? '');
    if (linked !== undefined && abstracts.has(linked)) shared = linked;
    lists.set(id, withOverrides(node, id, shared, abstracts.get(shared)?.levels ?? new Map()));
  }
  return lists;
}

function withOverrides(node: XmlNode, id: string, shared: string, base: Map<number, ListLevel>): List {
  const levels = new Map(base);
  const starts = new Map<number, number>();
  for (const change of node.children.filter(({ name }) => name === 'lvlOverride')) {
    const depth = depthOf(change);
    const own = childOf(change, 'lvl');
    if (own) levels.set(depth, readLevel(own));
    const start = wholeOf(propertyOf(change, 'startOverride'));
    if (start !== undefined) starts.set(depth, start);
  }
  return { id, shared, levels, starts };
}

function readAbstract(node: XmlNode): Abstract {
  const levels = new Map<number, ListLevel>();
  for (const level of node.children) if (level.name === 'lvl') levels.set(depthOf(level), readLevel(level));
  const link = propertyOf(node, 'numStyleLink');
  return { levels, ...(link === undefined ? {} : { link }) };
}

function readLevel(node: XmlNode): ListLevel {
  const restart = wholeOf(propertyOf(node, 'lvlRestart'));
  const style = propertyOf(node, 'pStyle');
  const legal = childOf(node, 'isLgl');
  return {
    start: wholeOf(propertyOf(node, 'start')) ?? 0,
    format: formatOf(node),
    text: propertyOf(node, 'lvlText') ?? '',
    legal: legal !== undefined && isOn(legal),
    ...(restart === undefined ? {} : { restart }),
    ...(style === undefined ? {} : { style }),
  };
}

/** `custom` stands beside a plain fallback, with the first numbers written out: 001, 002, 003, ... */
function formatOf(node: XmlNode): string {
  for (const { name, attributes } of node.children) {
    if (name !== 'numFmt' || attribute(attributes, 'val') !== 'custom') continue;
    const zeros = /^(0*)1,/.exec(attribute(attributes, 'format') ?? '');
    if (zeros) return `custom:${zeros[1]}1`;
  }
  const plain = node.children.find(
    ({ name, attributes }) => name === 'numFmt' && attribute(attributes, 'val') !== 'custom',
  );
  return plain ? (attribute(plain.attributes, 'val') ?? 'decimal') : 'decimal';
}

const depthOf = (node: XmlNode): number => wholeOf(attribute(node.attributes, 'ilvl')) ?? 0;
