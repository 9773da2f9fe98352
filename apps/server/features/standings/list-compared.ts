import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { type Cells, makeCells } from './cells.ts';
import type { LoadedEdition } from './editions.ts';
import { evaluate } from './evaluate.ts';
import { readClock } from './locks.ts';

/** One organization of a comparison: totals and cells, nothing of the checks below them. */
export interface Compared extends Cells {
  organization: number;
  path: string;
  points: number;
  possible: number;
  full_marks: number;
  bonus: number;
  blocked: string[];
}

export interface ComparedPage {
  id: number;
  code: string;
  name: string;
  level: 'province' | 'city' | 'county' | 'township' | 'village' | 'group';
  parent: number | null;
  parentName: string | null;
  compared: Compared;
}

export interface ComparedQuery {
  edition: LoadedEdition;
  scopePath: string;
  /** 0: the current standings; otherwise a saved evaluation. */
  evaluation: number;
  /** After this code and id. */
  after?: { code: string; id: number };
  limit: number;
}

// One order everywhere: that of the letters' numbers, whatever the database's own language is.
const byCode = sql`o.code collate "C"`;

/** Stored standings in the order of the organizations' codes: one statement for a whole county. */
export async function listStored(trx: Trx, query: ComparedQuery): Promise<ComparedPage[]> {
  const { after } = query;
  const rows = await trx
    .selectFrom('standing as s')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 's.county').onRef('o.id', '=', 's.organization'),
    )
    .leftJoin('organization as p', (join) =>
      join.onRef('p.county', '=', 'o.county').onRef('p.id', '=', 'o.parent'),
    )
    .select(['o.id', 'o.code', 'o.name', 'o.level', 'o.parent', 'p.name as parentName'])
    .select(['s.organization', 's.path', 's.points', 's.possible', 's.full_marks', 's.bonus', 's.blocked'])
    .select(['s.verdicts', 's.reached', 's.reachable'])
    .where('s.evaluation', '=', query.evaluation)
    .where('s.edition', '=', query.edition.id)
    .where('s.path', '>=', query.scopePath)
    .where('s.path', '<', `${query.scopePath}~`)
    .$if(after !== undefined, (list) =>
      list.where(sql<boolean>`(o.code collate "C", o.id) > (${after?.code ?? ''}, ${after?.id ?? 0})`),
    )
    .orderBy(byCode)
    .orderBy('o.id')
    .limit(query.limit)
    .execute();
  return rows.map(({ id, code, name, level, parent, parentName, ...compared }) => ({
    id,
    code,
    name,
    level,
    parent,
    parentName,
    compared,
  }));
}

/** The same computed for any day. Reads the names in one statement more. */
export async function listComputed(
  trx: Trx,
  query: Omit<ComparedQuery, 'evaluation'> & { asOf: string },
): Promise<ComparedPage[]> {
  const computed = new Map<number, Compared>();
  const asked = { ...query, knownAt: await readClock(trx) };
  for await (const some of evaluate(trx, asked)) {
    for (const { standing } of some) {
      const { organization, path, points, possible, bonus, fullMarks } = standing;
      const totals = { organization, path, points, possible, bonus, full_marks: fullMarks };
      computed.set(organization, { ...totals, blocked: [...standing.blocked], ...makeCells(standing) });
    }
  }
  const names = await trx
    .selectFrom('organization as o')
    .leftJoin('organization as p', (join) =>
      join.onRef('p.county', '=', 'o.county').onRef('p.id', '=', 'o.parent'),
    )
    .select(['o.id', 'o.code', 'o.name', 'o.level', 'o.parent', 'p.name as parentName'])
    .where('o.path', '>=', query.scopePath)
    .where('o.path', '<', `${query.scopePath}~`)
    .where('o.level', '!=', 'group')
    .orderBy(byCode)
    .orderBy('o.id')
    .execute();
  return names
    .flatMap((place) => {
      const compared = computed.get(place.id);
      return compared && isAfter(place, query.after) ? [{ ...place, compared }] : [];
    })
    .slice(0, query.limit);
}

function isAfter(place: { code: string; id: number }, after: ComparedQuery['after']): boolean {
  if (!after) return true;
  return place.code === after.code ? place.id > after.id : place.code > after.code;
}
