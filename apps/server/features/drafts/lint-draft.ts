import type { DraftLint, editionsCompared } from '@hujian/contract';
import { compareEditions, parseSource } from '@hujian/engine';
import type * as z from 'zod';
import type { Context } from '../../http/route.ts';
import { getEdition } from '../standings/editions.ts';
import { headerOf, readDraftEdition, sourceOf } from './draft-edition.ts';
import { getDraft } from './drafts.ts';

type Of<Query = unknown> = Context<{ id: number }, Query, unknown>;

/** GET /drafts/:id/lint: what stands in the way of publishing, and what the rules in force say against it. */
export async function lintDraft({ trx, params, services, today }: Of): Promise<DraftLint> {
  const row = await getDraft(trx, params.id);
  const source = sourceOf(row, await headerOf(trx, row, today), 'accept');
  const { errors } = parseSource(source, services.vocabulary.vocabulary);
  return {
    undecided: row.counts.proposals.proposed,
    errors: errors.map(({ item, path, message }) => ({ item, path, message })),
    findings: [],
  };
}

/** GET /drafts/:id/compare: the draft seen from an edition. */
export async function compareDraft({
  trx,
  params,
  query,
  services,
  today,
}: Of<{ with: string }>): Promise<z.input<typeof editionsCompared>> {
  const row = await getDraft(trx, params.id);
  const before = await getEdition(trx, query.with);
  const header = await headerOf(trx, row, today);
  const { edition } = readDraftEdition(row, header, services.vocabulary.vocabulary);
  return {
    a: { id: before.id, title: before.title },
    b: { id: edition.id, title: edition.title },
    comparison: compareEditions(before.edition, edition),
  };
}
