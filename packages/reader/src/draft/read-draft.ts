import { readMovements } from '../movements/read-movements.ts';
import { readStrictness } from '../movements/read-strictness.ts';
import { readVeto } from '../movements/read-veto.ts';
import type { Source } from '../source/source.ts';
import type { LaidItem } from '../structure/laid-out.ts';
import { layOut } from '../structure/lay-out.ts';
import { readChecks } from '../words/read-checks.ts';
import type { DraftEdition, DraftItem } from './draft.ts';

function readItem(item: LaidItem): DraftItem {
  const { number, title, text, points, at, words } = item;
  return {
    number,
    title,
    text,
    points,
    strictness: readStrictness(words),
    veto: readVeto(words),
    checks: readChecks(words),
    ...readMovements(words),
    at,
  };
}

/** What a source says, edition by edition, in the file's order. Deterministic; never throws. */
export function readDraft(source: Source): DraftEdition[] {
  return layOut(source).map((laid) => ({
    title: laid.title,
    kind: laid.kind,
    level: laid.level,
    fullMarks: laid.fullMarks,
    chapters: laid.chapters.map(({ label, title, items, at }) => ({
      label,
      title,
      items: items.map(readItem),
      at,
    })),
    left: laid.left,
  }));
}
