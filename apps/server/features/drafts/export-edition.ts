import type { editionFormat, editionLint } from '@hujian/contract';
import { type EditionSource, ExchangeProblem, exportEdition, lint, sourceOfEdition } from '@hujian/drafting';
import type * as z from 'zod';
import { problems } from '../../http/problem.ts';
import type { Context, FileAnswer } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { listTerms } from '../library/local-terms.ts';
import { readLintContext } from '../library/read-lint-context.ts';
import { getEdition } from '../standings/editions.ts';
import { headerOf, sourceOf } from './draft-edition.ts';
import { getDraft } from './drafts.ts';

type Format = z.output<typeof editionFormat>;
type ByName = { standard: string; label: string };

/** GET /drafts/:id/edition.<format>: what is accepted so far; the rest of it is judged on site. */
export async function exportDraft({
  trx,
  params,
  services,
  today,
}: Context<{ id: number; file: string }, unknown, unknown>): Promise<FileAnswer> {
  const row = await getDraft(trx, params.id);
  const source = sourceOf(row, await headerOf(trx, row, today), 'leave');
  return write(source, formatOf(params.file), services);
}

/** GET /editions/:standard/:label/edition.<format> */
export async function exportPublished({
  trx,
  params,
  services,
}: Context<ByName & { file: string }, unknown, unknown>): Promise<FileAnswer> {
  const { edition } = await getEdition(trx, `${params.standard}/${params.label}`);
  return write(sourceOfEdition(edition), formatOf(params.file), services);
}

/** GET /editions/:standard/:label/lint: an edition held against the rules in force today. */
export async function lintPublished(
  context: Context<ByName, unknown, unknown>,
): Promise<z.input<typeof editionLint>> {
  const { trx, params, services, today } = context;
  const { edition } = await getEdition(trx, `${params.standard}/${params.label}`);
  const terms = (await listTerms(context)).rows.map(({ chinese }) => chinese);
  const rules = readLintContext(today, services.vocabulary);
  return { findings: lint(sourceOfEdition(edition), { ...rules, terms }) };
}

const formatOf = (file: string): Format => file.slice(file.lastIndexOf('.') + 1) as Format;

async function write(source: EditionSource, as: Format, services: Services): Promise<FileAnswer> {
  const { vocabulary, words } = services.vocabulary;
  try {
    // What was left out of a basis is left out of the file too.
    const plain: EditionSource = JSON.parse(JSON.stringify(source));
    const { bytes, fileName, contentType } = await exportEdition(plain, as, { vocabulary, words });
    return { fileName, contentType, content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  } catch (thrown) {
    if (thrown instanceof ExchangeProblem) throw problems.unprocessable(thrown.message);
    throw thrown;
  }
}
