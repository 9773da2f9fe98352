import type { TraceView, traceQuery } from '@hujian/contract';
import {
  compileEvaluation,
  compileLineage,
  compileTrace,
  planTrace,
  prepareTrace,
  presentTrace,
  type Target,
  type Trace,
} from '@hujian/engine';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import { listLocals } from './list-locals.ts';
import { readClock } from './locks.ts';
import { type Judgement, readJudgement } from './read-judgement.ts';
import { seePredecessors } from './see-predecessors.ts';
import { getVocabulary } from './vocabulary.ts';

export type TraceQuery = z.output<typeof traceQuery>;

/** Why a verdict is what it is, down to the records that were counted. */
export async function getTrace(trx: Trx, actor: Actor, query: TraceQuery, today: string): Promise<TraceView> {
  const judgement = await readJudgement(trx, actor, query.organization, query, today);
  const knownAt = judgement.knownAt ?? (await readClock(trx));
  const { place } = judgement;
  const traced = await seePredecessors(trx, place.path, () => traceCheck(trx, judgement, knownAt, query));
  return {
    ...presentLocal(traced, await nameLocal(trx, traced)),
    organization: { id: place.id, name: place.name },
    knownAt: knownAt.toISOString(),
    rows: traced.rows.filter(({ table }) => actor.can.has('record.read') || !peopled.has(table)),
    lineage: await seePredecessors(trx, place.path, () => listLineage(trx, place.id, judgement.asOf)),
  };
}

/** Records with people in them are for those who may read records; others learn only how many there are. */
const peopled = new Set(['person', 'seat', 'attendance']);

type Wanted = Pick<TraceQuery, 'item' | 'check' | 'limit' | 'after'>;

export async function traceCheck(
  trx: Trx,
  { place, edition, asOf, knownAt: savedAt }: Judgement,
  knownAt: Date,
  query: Wanted,
): Promise<Trace> {
  const locals = await listLocals(trx, place.path, edition.standard, savedAt);
  const subject = planTrace(
    { edition: edition.edition, revision: edition.revision, asOf, locals },
    query.item,
    query.check,
  );
  if (!subject) throw problems.notFound(`条目 ${query.item} 的检查点 ${query.check}`);
  const target: Target = { path: place.path, organization: place.id, knownAt: knownAt.toISOString() };
  const facts = (await trx.executeQuery(compileEvaluation(subject.plan, target))).rows[0]?.facts;
  if (!facts)
    throw problems.unprocessable(`“${place.name}”不在《${edition.title}》的适用范围内，没有考评结果。`);
  const { standing, traced } = prepareTrace(subject, facts, target);
  const paging = { limit: query.limit, ...(query.after === undefined ? {} : { after: query.after }) };
  const answer = (await trx.executeQuery(compileTrace(traced, paging))).rows[0];
  if (!answer) throw new Error('a trace gave no answer');
  return presentTrace({
    subject,
    traced,
    standing,
    path: place.path,
    answer,
    paging,
    vocabulary: getVocabulary(),
  });
}

async function nameLocal(trx: Trx, { bound }: Trace): Promise<string> {
  const id = bound?.parameter?.local?.organization;
  if (id === undefined) return '';
  const found = await trx.selectFrom('organization').select('name').where('id', '=', id).executeTakeFirst();
  return found?.name ?? '上级组织';
}

/** The contract names the locality that tightened the number; the engine knows only its id. */
function presentLocal(traced: Trace, name: string): Omit<TraceView, 'organization' | 'knownAt' | 'rows'> {
  const copy: unknown = structuredClone({
    ...traced,
    bound: traced.bound && {
      ...traced.bound,
      ...(traced.bound.parameter && {
        parameter: {
          ...traced.bound.parameter,
          ...(traced.bound.parameter.local && {
            local: { ...traced.bound.parameter.local, organization: name },
          }),
        },
      }),
    },
  });
  return copy as TraceView;
}

async function listLineage(
  trx: Trx,
  organization: number,
  asOf: string,
): Promise<NonNullable<TraceView['lineage']>> {
  const { rows } = await trx.executeQuery(compileLineage(organization, asOf));
  return [...(rows[0]?.lineage ?? [])];
}
