import { workOf } from '../source/work-of.ts';
import type { EditionSource, Work } from '../work.ts';
import type { EditionFormat, ExchangeOptions } from './exchange-terms.ts';
import { readEdition } from './read-edition.ts';

export interface ImportedEdition {
  format: EditionFormat;
  /** Every check that the engine can read is accepted; the others stay open and say why. */
  work: Work;
  /** Chinese, with line or cell: what is still wrong and must be mended before it is published. */
  errors: string[];
}

/** One of our own files back as a working edition, or why it cannot be: Chinese sentences with their places. */
export async function importEdition(
  bytes: Uint8Array,
  options: ExchangeOptions,
): Promise<ImportedEdition | { problems: string[] }> {
  const read = await readEdition(bytes, options);
  if ('problems' in read) return read;
  return { format: read.format, work: workOfEdition(read.source, options), errors: read.errors };
}

/** An edition that says nothing of whom it applies to applies to all: said, so that nothing else is assumed. */
function workOfEdition(source: EditionSource, { vocabulary, day }: ExchangeOptions): Work {
  const whole = { ...source, appliesTo: source.appliesTo ?? {} };
  return workOf(whole, { vocabulary, day: day ?? String(source.inForce ?? '2000-01-01') });
}
