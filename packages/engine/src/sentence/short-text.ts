import type { Check } from '../grammar/check.ts';
import type { CheckStanding } from '../judge/standing.ts';
import type { Values } from '../parameters/values.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { listMissing } from './missing-lines.ts';

const SHOWN = 3;

/** How much is missing in one line; absent when nothing is. */
export function shortText(
  check: Check,
  standing: CheckStanding,
  values: Values,
  vocabulary: Vocabulary,
): string | undefined {
  const lines = listMissing(check, standing, values, vocabulary);
  if (lines.length === 0) return undefined;
  const shown = lines.slice(0, SHOWN).map((line) => `${line.label}：${line.text}`);
  return shown.join('；') + (lines.length > SHOWN ? `；共${lines.length}处` : '');
}
