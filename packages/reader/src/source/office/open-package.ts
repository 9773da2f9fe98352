import {
  attribute,
  FileProblem,
  type InflateBudget,
  inflatePart,
  newBudget,
  type XmlListener,
  XmlScanner,
  type ZipEntry,
  zipEntries,
} from '@hujian/documents';
import { damagedSource, refusal } from '../refusals.ts';
import { SourceProblem } from '../source-problem.ts';
import { type TreePlan, XmlTree } from './xml-tree.ts';

/** A .docx or .xlsx: parts by name, and how much all of them together may unfold to. */
export interface OfficePackage {
  bytes: Uint8Array;
  entries: Map<string, ZipEntry>;
  budget: InflateBudget;
}

export interface Relation {
  id: string;
  /** The last word of its type: `hyperlink`, `numbering`, `attachedTemplate` … */
  type: string;
  /** A part of the package, or for an external one whatever the file says. Never opened when external. */
  target: string;
  external: boolean;
}

/** How many parts have such a name. */
export const countParts = (office: OfficePackage, name: RegExp): number =>
  [...office.entries.keys()].filter((one) => name.test(one)).length;

/** The parts of a zip may unfold to this many bytes in all. */
const unfolded = 200 * 1024 * 1024;

export function openPackage(bytes: Uint8Array): OfficePackage {
  return { bytes, entries: translated(() => zipEntries(bytes)), budget: newBudget(unfolded) };
}

/** Says in the reader's words what the zip and the scanner report. */
export function sourceProblemOf(thrown: unknown): unknown {
  if (!(thrown instanceof FileProblem)) return thrown;
  if (thrown.code === 'encrypted') return refusal('encrypted');
  if (thrown.code === 'too-large') return refusal('bomb');
  if (thrown.code === 'damaged') return damagedSource(/（(.*?)）/.exec(thrown.message)?.[1] ?? '内容不完整');
  return new SourceProblem(thrown.code, thrown.message);
}

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw sourceProblemOf(thrown);
  }
}

/** Scans one part; false when the package has none of that name. */
export async function scanPart(office: OfficePackage, name: string, listener: XmlListener): Promise<boolean> {
  const entry = office.entries.get(name);
  if (!entry) return false;
  try {
    const scanner = new XmlScanner(listener);
    let decoder: TextDecoder | undefined;
    for await (const piece of inflatePart(office.bytes, entry, office.budget)) {
      decoder ??= decoderOf(piece);
      scanner.push(decoder.decode(piece, { stream: true }));
    }
    scanner.end();
  } catch (thrown) {
    throw sourceProblemOf(thrown);
  }
  return true;
}

/** XML in an office file is UTF-8, and may be UTF-16 with its mark in front. */
function decoderOf(piece: Uint8Array): TextDecoder {
  if (piece[0] === 0xff && piece[1] === 0xfe) return new TextDecoder('utf-16le');
  if (piece[0] === 0xfe && piece[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder();
}

/** The tree of one part; undefined when there is no such part. */
export async function readTree(
  office: OfficePackage,
  name: string,
  plan: TreePlan,
): Promise<XmlTree | undefined> {
  const tree = new XmlTree(plan);
  if (!(await scanPart(office, name, tree))) return undefined;
  tree.end();
  return tree;
}

const relationships: TreePlan = { keep: new Set(['Relationship']) };

/** What a part refers to; for the package itself give ''. */
export async function listRelations(office: OfficePackage, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const tree = await readTree(office, `${folder}_rels/${part.slice(slash)}.rels`, relationships);
  return (tree?.root.children ?? []).map(({ attributes }) => {
    const external = attribute(attributes, 'TargetMode') === 'External';
    const target = attribute(attributes, 'Target') ?? '';
    return {
      id: attribute(attributes, 'Id') ?? '',
      type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
      target: external ? target : resolvePart(folder, target),
      external,
    };
  });
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
