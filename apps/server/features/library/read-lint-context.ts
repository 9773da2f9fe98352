import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LintContext, readRulesInForce } from '@hujian/drafting';
import { parse } from 'yaml';
import { standardsFolder, type VocabularyFile } from './read-standards.ts';
import { readTerms } from './read-terms.ts';

/** The rules in force as data, out of standards/rules-in-force.yaml; the dictionary and vocabulary of the program. */
export function readLintContext(day: string, file: VocabularyFile, folder = standardsFolder): LintContext {
  const rules = readRulesInForce(parse(readFileSync(join(folder, 'rules-in-force.yaml'), 'utf8')));
  const terms = readTerms(folder).map(({ chinese }) => chinese);
  return { vocabulary: file.vocabulary, rules, terms, day };
}
