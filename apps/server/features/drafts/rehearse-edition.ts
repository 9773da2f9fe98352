import type { Band, RehearsalResult } from '@hujian/contract';
import { type Banding, type Rehearsed, type RehearsedDay, summarizeRehearsal } from '@hujian/drafting';
import type { Edition, Standing } from '@hujian/engine';
import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { listAdopted, listEditions, pickEditions } from '../standings/adopted.ts';
import { bandOf } from '../standings/band.ts';
import { getEdition, type LoadedEdition } from '../standings/editions.ts';
import { evaluate } from '../standings/evaluate.ts';
import { readClock } from '../standings/locks.ts';
import { readCurrent } from './read-current.ts';

/** Opens a transaction of its own for each call: two evaluations run side by side on two connections. */
export type Enter = <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>;

export interface RehearsalOrder {
  edition: Edition;
  /** Chinese, said beside the result. */
  notes: string[];
  place: { id: number; path: string };
  days: string[];
  today: string;
}

const banding: Banding<Band> = {
  all: ['A', 'B', 'C', 'D', 'unknown'],
  order: ['A', 'B', 'C', 'D'],
  of: bandOf,
};
const atOnce = 2;
const mostMovers = 200;

/**
 * Scores a subtree on some days under an edition that nobody has published, and on the last beside the one in force:
 * that one's standings of today stand already and are not computed again.
 */
export async function rehearseEdition(
  enter: Enter,
  order: RehearsalOrder,
  progress: (done: number, total: number) => Promise<void>,
): Promise<RehearsalResult> {
  const began = performance.now();
  const { edition, place, days } = order;
  const draft = unpublished(edition);
  const against = await enter((trx) => findAgainst(trx, edition, place.path, order.today));
  // Who would move is asked once, of the last day: each day more would take as long as the draft itself.
  const last = days.at(-1) ?? order.today;
  const current =
    against && last === order.today ? await enter((trx) => readCurrent(trx, against, order)) : null;
  const steps = [
    ...(against && !current ? [{ asOf: last, side: 'against' as const, loaded: against }] : []),
    ...days.map((asOf) => ({ asOf, side: 'draft' as const, loaded: draft })),
  ];
  const answers = new Map<string, Rehearsed[]>(current ? [[`${last} against`, current]] : []);
  let done = 0;
  await runAll(steps, atOnce, async ({ asOf, side, loaded }) => {
    answers.set(`${asOf} ${side}`, await enter((trx) => scoreAll(trx, loaded, asOf, place.path)));
    done += 1;
    await progress(done, steps.length);
  });
  const scored = days.map(
    (asOf): RehearsedDay => ({
      asOf,
      draft: answers.get(`${asOf} draft`) ?? [],
      against: answers.get(`${asOf} against`) ?? null,
    }),
  );
  const summary = summarizeRehearsal(edition, scored, banding);
  return {
    title: edition.title,
    against: against && { id: against.id, title: against.title },
    periods: summary.periods,
    movers: await enter((trx) => nameMovers(trx, summary.movers)),
    moversTotal: summary.movers.length,
    items: summary.items,
    notes: order.notes,
    milliseconds: Math.round(performance.now() - began),
  };
}

const unpublished = (edition: Edition): LoadedEdition => ({
  id: edition.id,
  revision: 0,
  title: edition.title,
  standard: edition.standard,
  path: null,
  edition,
});

/** What judges there now: of the same standard, else of the same kind and level, else of the same kind. */
async function findAgainst(
  trx: Trx,
  edition: Edition,
  path: string,
  today: string,
): Promise<LoadedEdition | null> {
  const adopted = await listAdopted(trx, path, today);
  const ids = new Set([...pickEditions(adopted, path), ...listEditions(adopted)]);
  const loaded: LoadedEdition[] = [];
  for (const id of ids) loaded.push(await getEdition(trx, id));
  const ofKind = loaded.filter((one) => one.edition.kind === edition.kind);
  return (
    ofKind.find((one) => one.standard === edition.standard) ??
    ofKind.find((one) => one.edition.level === edition.level) ??
    ofKind[0] ??
    null
  );
}

async function scoreAll(
  trx: Trx,
  loaded: LoadedEdition,
  asOf: string,
  scopePath: string,
): Promise<Rehearsed[]> {
  const knownAt = await readClock(trx);
  // Two run side by side already: helpers of each would only take the cores from the other.
  await sql`set local max_parallel_workers_per_gather = 0`.execute(trx);
  const scored: Rehearsed[] = [];
  for await (const some of evaluate(trx, { edition: loaded, asOf, knownAt, scopePath }))
    scored.push(...some.map(({ standing }) => shorten(standing)));
  return scored;
}

/** What the checks measured is not kept: of thousands of places it would fill the memory. */
const shorten = ({ organization, points, possible, fullMarks, items }: Standing): Rehearsed => ({
  organization,
  points,
  possible,
  fullMarks,
  items: items.map((item) => ({ verdict: item.verdict, points: item.points, of: item.of })),
});

async function nameMovers(
  trx: Trx,
  movers: readonly (Omit<RehearsalResult['movers'][number], 'organization' | 'parentName'> & {
    organization: number;
  })[],
): Promise<RehearsalResult['movers']> {
  if (movers.length === 0) return [];
  const by = new Map(movers.map((mover) => [mover.organization, mover]));
  const rows = await trx
    .selectFrom('organization as o')
    .leftJoin('organization as p', (join) =>
      join.onRef('p.county', '=', 'o.county').onRef('p.id', '=', 'o.parent'),
    )
    .select(['o.id', 'o.code', 'o.name', 'p.name as parentName'])
    .where('o.id', 'in', [...by.keys()])
    .execute();
  return rows
    .toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.id - b.id))
    .slice(0, mostMovers)
    .flatMap(({ id, name, parentName }) => {
      const mover = by.get(id);
      return mover ? [{ ...mover, organization: { id, name }, parentName }] : [];
    });
}

/** Works through a list, so many at a time; the first failure ends it. */
async function runAll<Step>(
  steps: readonly Step[],
  lanes: number,
  run: (step: Step) => Promise<void>,
): Promise<void> {
  const waiting = [...steps];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await run(step);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
