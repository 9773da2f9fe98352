import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DraftEdition } from './draft/draft.ts';
import { readDraft } from './draft/read-draft.ts';
import { type Comparison, compareDrafts, type Label } from './measure/compare-drafts.ts';
import { openSource } from './source/open-source.ts';

const FOLDER = join(import.meta.dirname, '..', 'corpus');
const ENDINGS = ['docx', 'xlsx', 'txt', 'html'];

/** What the reader must reach on every document; what a document does not hold is not asked. */
const FLOORS: [keyof Omit<Comparison, 'differences'>, number][] = [
  ['items', 0.98],
  ['points', 0.98],
  ['checks', 0.9],
  ['deductions', 0.9],
  ['vetoes', 0.9],
  ['strictness', 0.9],
];

const labels = readdirSync(FOLDER).filter((f) => f.endsWith('.gold.json'));

function documentOf(label: string): string {
  // NAME.1.gold.json and NAME.2.gold.json are the editions of one document.
  const stem = join(FOLDER, label.replace(/(?:\.\d)?\.gold\.json$/, ''));
  const file = ENDINGS.map((e) => `${stem}.${e}`).find((f) => existsSync(f));
  if (file === undefined) throw new Error(`${label} has no document beside it`);
  return file;
}

async function draftOf(label: string): Promise<DraftEdition[]> {
  const source = await openSource(new Uint8Array(readFileSync(documentOf(label))));
  return readDraft(source);
}

describe.each(labels)('%s is read as its label says', (name) => {
  const read = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Label | Label[];

  test.each([read].flat())('every figure reaches its floor: $title', async (label) => {
    const comparison = compareDrafts(label, await draftOf(name));
    const below = FLOORS.filter(([field, floor]) => comparison[field].value < floor);
    expect(
      below.map(([field]) => `${field} ${comparison[field].value.toFixed(3)}`),
      comparison.differences.join('\n'),
    ).toEqual([]);
  });

  test('every paragraph and cell is placed, and every edition has a title and items', async () => {
    const editions = await draftOf(name);
    for (const edition of editions) {
      expect(edition.title).not.toBeNull();
      expect(edition.chapters.flatMap((c) => c.items).length).toBeGreaterThan(0);
      expect(edition.left.filter((l) => l.why === 'not placed by the reader')).toEqual([]);
    }
  });
});
