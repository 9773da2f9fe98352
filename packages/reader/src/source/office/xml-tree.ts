import { type XmlListener, XmlScanner } from '@hujian/documents';
import { damagedSource, refusal } from '../refusals.ts';

/** An element that is wanted; those between it and its wanted parent are left out of the tree. */
export interface XmlNode {
  name: string;
  /** As written: read one with `attribute()`. */
  attributes: string;
  children: XmlNode[];
  /** Gathered only for elements whose text is wanted. */
  text: string;
}

/** Which elements make the tree, by local name. All others are looked through, except those left out whole. */
export interface TreePlan {
  keep: ReadonlySet<string>;
  /** Left out with all that is in them. */
  drop?: ReadonlySet<string>;
  /** Kept under these parents although `drop` names them. */
  dropNotUnder?: ReadonlySet<string>;
  texts?: ReadonlySet<string>;
}

const deepest = 400;
const mostNodes = 800_000;
/** Shared by the many elements that hold none. */
const none: XmlNode[] = [];

/** Builds the tree of one part while it is scanned; throws SourceProblem where it is not well-formed or too large. */
export class XmlTree implements XmlListener {
  readonly root: XmlNode = { name: '', attributes: '', children: [], text: '' };
  /** The names of what was left out whole. */
  readonly dropped = new Set<string>();
  private readonly plan: TreePlan;
  private readonly names: string[] = [];
  private readonly kept: (XmlNode | undefined)[] = [];
  private top = this.root;
  private dropping = 0;
  private nodes = 0;

  constructor(plan: TreePlan) {
    this.plan = plan;
  }

  open(name: string, attributes: string): void {
    if (this.names.length >= deepest) throw damagedSource('其中的 XML 嵌套过深');
    this.names.push(name);
    if (this.dropping > 0 || (this.plan.drop?.has(name) && !this.plan.dropNotUnder?.has(this.top.name))) {
      this.dropping++;
      this.dropped.add(name);
      this.kept.push(undefined);
      return;
    }
    if (!this.plan.keep.has(name)) {
      this.kept.push(undefined);
      return;
    }
    if (++this.nodes > mostNodes) throw refusal('too-long');
    const node: XmlNode = { name, attributes, children: none, text: '' };
    if (this.top.children === none) this.top.children = [node];
    else this.top.children.push(node);
    this.kept.push(this.top);
    this.top = node;
  }

  text(piece: string): void {
    if (this.dropping === 0 && this.plan.texts?.has(this.top.name)) this.top.text += piece;
  }

  close(name: string): void {
    if (this.names.pop() !== name) throw damagedSource('其中的 XML 标记不成对');
    const parent = this.kept.pop();
    if (this.dropping > 0) this.dropping--;
    else if (parent) this.top = parent;
  }

  end(): void {
    if (this.names.length > 0) throw damagedSource('其中的 XML 没有结束');
  }
}

export function scanText(text: string, listener: XmlListener): void {
  const scanner = new XmlScanner(listener);
  scanner.push(text);
  scanner.end();
}

export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child) => child.name === name);
