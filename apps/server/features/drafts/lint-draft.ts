import type { DraftLint, editionsCompared } from '@hujian/contract';
import { lint } from '@hujian/drafting';
import { compareEditions, parseSource } from '@hujian/engine';
import type * as z from 'zod';
import type { Context } from '../../http/route.ts';
import { listTerms } from '../library/local-terms.ts';
import { readLintContext } from '../library/read-lint-context.ts';
import { getEdition } from '../standings/editions.ts';
import { headerOf, readDraftEdition, sayErrors, sourceOf } from './draft-edition.ts';
import { getDraft } from './drafts.ts';

type Of<Query = unknown> = Context<{ id: number }, Query, unknown>;

/** GET /drafts/:id/lint: what stands in the way of publishing, and what the rules in force say against it. */
export async function lintDraft(context: Of): Promise<DraftLint> {
  const { trx, params, services, today } = context;
  const row = await getDraft(trx, params.id);
  const source = sourceOf(row, await headerOf(trx, row, today), 'accept');
  const { errors } = parseSource(source, services.vocabulary.vocabulary);
  const terms = (await listTerms(context)).rows.map(({ chinese }) => chinese);
  const findings = lint(source, { ...readLintContext(today, services.vocabulary), terms });
  return {
    undecided: row.counts.proposals.proposed,
    errors: sayErrors(errors),
    // What cannot be read stands under the errors already.
    findings: findings.filter(({ rule }) => errors.length === 0 || !saidByErrors.has(rule)),
  };
}

const saidByErrors = new Set(['unreadable', 'points-sum']);

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
