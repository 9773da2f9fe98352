import type { TryCheckResult, tryCheckBody } from '@hujian/contract';
import { type ReadCheck, readCheckSource } from '@hujian/drafting';
import type { Trace } from '@hujian/engine';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import { Problem, problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import type { LoadedEdition } from '../standings/editions.ts';
import { getScope } from '../standings/find-scope.ts';
import { traceCheck } from '../standings/get-trace.ts';
import { readClock } from '../standings/locks.ts';
import { seePredecessors } from '../standings/see-predecessors.ts';
import { getDraft } from './drafts.ts';

type Body = z.output<typeof tryCheckBody>;
type Result = TryCheckResult['results'][number];

/** POST /drafts/:id/try: what a check out of the form means, and what it gives for some organizations today. */
export async function tryCheck({
  trx,
  params,
  body,
  actor,
  services,
  today,
}: Context<{ id: number }, unknown, Body>): Promise<TryCheckResult> {
  const { work } = await getDraft(trx, params.id);
  const asOf = body.asOf ?? today;
  if (asOf > today) throw problems.badInput([{ path: 'asOf', message: '截止日期不能晚于今天。' }]);
  const items = work.chapters.flatMap((chapter) => chapter.items);
  const item = items.find(({ key }) => key === body.item) ?? null;
  const { vocabulary } = services.vocabulary;
  // The form asks for no name; one is needed to read it.
  const source = { ...body.check, id: 'trial', title: String(body.check.title || '试查') };
  const read = readCheckSource(source, { item, parameters: work.parameters, vocabulary, day: asOf });
  const results: Result[] = [];
  if (read.check)
    for (const id of new Set(body.organizations)) results.push(await tryOn(trx, actor, read, { id, asOf }));
  const { errors, sentence, formula, bound } = read;
  return { errors, sentence, formula, bound, results };
}

async function tryOn(
  trx: Trx,
  actor: Actor,
  { edition, check }: ReadCheck,
  { id, asOf }: { id: number; asOf: string },
): Promise<Result> {
  const found = await getScope(trx, id, actor.scope?.path);
  const place = found.unit && found.unit !== found.id ? await getScope(trx, found.unit, undefined) : found;
  const organization = { id: place.id, name: place.name };
  const [first] = edition?.chapters[0]?.items ?? [];
  if (!edition || !check || !first) return outside(organization);
  const loaded: LoadedEdition = {
    id: edition.id,
    revision: 0,
    title: edition.title,
    standard: edition.standard,
    path: null,
    edition,
  };
  const knownAt = await readClock(trx);
  const judgement = { place, edition: loaded, asOf, knownAt: null, evaluation: 0 };
  const wanted = { item: first.code, check: check.id, limit: 1 };
  try {
    const trace = await seePredecessors(trx, place.path, () => traceCheck(trx, judgement, knownAt, wanted));
    const { verdict, points, of } = trace;
    return { organization, verdict, points, of, lines: describe(trace) };
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 422) return outside(organization);
    throw thrown;
  }
}

const outside = (organization: Result['organization']): Result => ({
  organization,
  verdict: 'not-applicable',
  points: 0,
  of: 0,
  lines: ['这类组织不按这份标准考评。'],
});

/** What was found or why it cannot be said, then what is missing, then how much stands behind it. */
function describe({ facts, why, missing, rowsTotal }: Trace): string[] {
  return [
    ...(why ? [why] : facts ? [facts] : []),
    ...missing.slice(0, 6).map(({ label, text }) => (label ? `${label}：${text}` : text)),
    ...(rowsTotal > 0 ? [`依据的记录 ${rowsTotal} 条`] : []),
  ];
}
