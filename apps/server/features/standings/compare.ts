import type { ComparisonView, comparisonQuery } from '@hujian/contract';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import { decodeCursor, encodeCursor } from '../../http/list-page.ts';
import { problems } from '../../http/problem.ts';
import { chooseEdition } from './choose-edition.ts';
import { getEdition, type LoadedEdition } from './editions.ts';
import { getEvaluation } from './find-evaluation.ts';
import { getScope, type Scoped } from './find-scope.ts';
import { type ComparedPage, listComputed, listStored } from './list-compared.ts';
import { presentComparison, presentTownship, presentVillage } from './present-comparison.ts';

export type ComparisonQuery = z.output<typeof comparisonQuery>;

/** All villages of a county in one answer, at most this many; a larger scope is compared by its townships. */
const mostRows = 20_000;

interface Asked {
  scope: Scoped;
  edition: LoadedEdition;
  asOf: string;
  evaluation: number;
  computed: boolean;
}

/** Villages side by side, or townships: in the order of their codes, never in an order of points. */
export async function compare(
  trx: Trx,
  actor: Actor,
  query: ComparisonQuery,
  today: string,
): Promise<ComparisonView> {
  const asked = await readQuery(trx, actor, query, today);
  return query.by === 'township' ? compareTownships(trx, asked) : compareVillages(trx, asked, query);
}

async function readQuery(trx: Trx, actor: Actor, query: ComparisonQuery, today: string): Promise<Asked> {
  const id = query.scope ?? actor.scope?.id;
  if (id === undefined) throw problems.notFound('比较的范围');
  const scope = await getScope(trx, id, actor.scope?.path);
  if (query.evaluation !== undefined) {
    const saved = await getEvaluation(trx, query.evaluation, actor.scope?.path);
    if (saved.state !== 'done') throw problems.conflict('这次考评还没有完成，请稍后再看。');
    const edition = await getEdition(trx, saved.edition, saved.revision);
    return { scope, edition, asOf: saved.as_of, evaluation: saved.id, computed: false };
  }
  const asOf = query.asOf ?? today;
  if (asOf > today) throw problems.badInput([{ path: 'asOf', message: '截止日期不能晚于今天。' }]);
  const edition = await chooseEdition(trx, query.edition, scope.path, asOf);
  const computed = asOf !== today || !(await hasCurrent(trx, edition.id, scope.path, today));
  return { scope, edition, asOf, evaluation: 0, computed };
}

/** Whether the stored current standings are there and follow today: before the nightly run they may lag a day. */
async function hasCurrent(trx: Trx, edition: string, path: string, today: string): Promise<boolean> {
  const { oldest } = await trx
    .selectFrom('standing')
    .select((of) => of.fn.min('as_of').as('oldest'))
    .where('evaluation', '=', 0)
    .where('edition', '=', edition)
    .where('path', '>=', path)
    .where('path', '<', `${path}~`)
    .executeTakeFirstOrThrow();
  return oldest === today;
}

async function list(
  trx: Trx,
  asked: Asked,
  limit: number,
  after?: { code: string; id: number },
): Promise<ComparedPage[]> {
  const query = { edition: asked.edition, scopePath: asked.scope.path, limit, ...(after ? { after } : {}) };
  return asked.computed
    ? listComputed(trx, { ...query, asOf: asked.asOf })
    : listStored(trx, { ...query, evaluation: asked.evaluation });
}

async function compareVillages(trx: Trx, asked: Asked, query: ComparisonQuery): Promise<ComparisonView> {
  const place = decodeCursor(query.after, 2);
  const after = place ? { code: String(place[0]), id: Number(place[1]) } : undefined;
  const found = await list(trx, asked, query.limit + 1, after);
  const shown = found.slice(0, query.limit);
  const last = shown.at(-1);
  const next = found.length > query.limit && last ? encodeCursor([last.code, last.id]) : null;
  return presentComparison({ ...asked, by: 'village', rows: shown.map(presentVillage), next });
}

async function compareTownships(trx: Trx, asked: Asked): Promise<ComparisonView> {
  const villages = await list(trx, asked, mostRows);
  const townships = await trx
    .selectFrom('organization as o')
    .leftJoin('organization as p', (join) =>
      join.onRef('p.county', '=', 'o.county').onRef('p.id', '=', 'o.parent'),
    )
    .select(['o.id', 'o.name', 'o.level', 'o.parent', 'o.path', 'p.name as parentName'])
    .where('o.path', '>=', asked.scope.path)
    .where('o.path', '<', `${asked.scope.path}~`)
    .where('o.level', '=', 'township')
    .orderBy(sql`o.code collate "C"`)
    .orderBy('o.id')
    .execute();
  const rows = townships.flatMap((township) => {
    const own = villages.map(({ compared }) => compared).filter(({ path }) => path.startsWith(township.path));
    return own.length > 0 ? [presentTownship(township, own, asked.edition)] : [];
  });
  return presentComparison({ ...asked, by: 'township', rows, next: null });
}
