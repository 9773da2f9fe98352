import { readFileSync } from 'node:fs';
import { parseVocabulary, type Vocabulary } from '@hujian/engine';
import { type DraftEdition, type DraftItem, openSource, readDraft } from '@hujian/reader';
import { parse } from 'yaml';
import type { VocabularyWords } from '../propose/lexicon.ts';
import type { Header } from '../work.ts';

const file = new URL('../../../../standards/vocabulary.yaml', import.meta.url);

/** The program's own vocabulary, as the server reads it. */
export function library(): { vocabulary: Vocabulary; words: VocabularyWords } {
  const text = readFileSync(file, 'utf8');
  const { vocabulary, errors } = parseVocabulary(text);
  if (!vocabulary) throw new Error(errors.map(({ message }) => message).join('\n'));
  return { vocabulary, words: parse(text) as VocabularyWords };
}

export const header: Header = {
  standard: 'county-rural',
  label: '2026',
  inForce: '2026-01-01',
  basis: [{ document: '县里的标准', issuer: '县委组织部', date: '2025-12-01' }],
};

/** A rural draft of one chapter with these items. */
export function draftOf(items: readonly Partial<DraftItem>[]): DraftEdition {
  const at = { paragraph: 1 };
  const whole = items.map(
    (item, index): DraftItem => ({
      number: String(index + 1),
      title: '条目',
      text: '条目的文字。',
      points: 4,
      strictness: 'must',
      veto: false,
      checks: [],
      deductions: [],
      bonuses: [],
      at,
      ...item,
    }),
  );
  return {
    title: '县里的标准',
    kind: 'rural',
    level: 'scoring-sheet',
    fullMarks: null,
    chapters: [{ label: '一', title: '组织建设', items: whole, at }],
    left: [],
  };
}

/** What the reader makes of a few numbered lines under one heading. */
export async function textDraft(lines: string): Promise<DraftEdition> {
  const text = `农村基层党组织建设基本标准\n一、组织建设\n${lines}\n`;
  const [draft] = readDraft(await openSource(new TextEncoder().encode(text), 'standard.txt'));
  if (!draft) throw new Error('nothing read');
  return draft;
}
