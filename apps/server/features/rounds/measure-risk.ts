import type { UnitClass } from '@hujian/contract';
import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { percent } from '../reports/words.ts';
import type { RoundRecord } from './rounds.ts';

/** What makes a visit more urgent, as the records know it. */
interface RiskFacts {
  /** Sums of the current standings; undefined where there is none. */
  standing: { points: number; possible: number; fullMarks: number } | undefined;
  class: UnitClass | null;
  /** Rounds of the same holder since the last visit. */
  waited: number;
}

type KnownStanding = NonNullable<RiskFacts['standing']> & { organization: number; path: string };

interface Risk {
  risk: number;
  why: string;
}

const shares = { unknown: 0.5, lagging: 0.5, waited: 0.1, mostWaited: 5 };

/**
 * The risk, 0 and more: the share of the known points that was lost, half of the share that is not known, 0.5 for a
 * lagging class, 0.1 for each round without a visit (5 at most). Without any standing nothing is known.
 */
export function measureRisk({ standing, class: ofClass, waited }: RiskFacts): Risk {
  const lost = standing && standing.possible > 0 ? Math.max(0, 1 - standing.points / standing.possible) : 0;
  const unknown =
    standing && standing.fullMarks > 0
      ? Math.max(0, (standing.fullMarks - standing.possible) / standing.fullMarks)
      : 1;
  const parts: [number, string][] = [
    [lost, `已知分值中失分${percent(lost)}`],
    [unknown * shares.unknown, standing ? `缺数据的分值占${percent(unknown)}` : '还没有考评结果'],
    [ofClass === 'lagging' ? shares.lagging : 0, '分类为后进'],
    [Math.min(waited, shares.mostWaited) * shares.waited, `已有${waited}轮没有观摩`],
  ];
  const told = parts.filter(([part]) => part > 0.0005);
  return {
    risk: Math.round(told.reduce((sum, [part]) => sum + part, 0) * 1000) / 1000,
    why: told.map(([part, words]) => `${words}（+${part.toFixed(2)}）`).join('，') || '没有发现风险',
  };
}

/**
 * Current standings below a path, in one statement: against the edition where a unit is judged by it, else against its
 * own ones together, so that a community is not a risk because the round compares villages.
 */
export async function listStandings(
  trx: Trx,
  path: string,
  edition: string | null,
): Promise<KnownStanding[]> {
  const rows = await trx
    .selectFrom('standing')
    .select(['organization', 'path'])
    .select([
      sql<boolean>`coalesce(edition = ${edition}::text, false)`.as('asked'),
      sql<number>`sum(points)::float8`.as('points'),
      sql<number>`sum(possible)::float8`.as('possible'),
      sql<number>`sum(full_marks)::float8`.as('fullMarks'),
    ])
    .where('path', '>=', path)
    .where('path', '<', `${path}~`)
    .where('evaluation', '=', 0)
    .groupBy(['organization', 'path', 'asked'])
    .execute();
  const judged = new Set(rows.flatMap(({ asked, organization }) => (asked ? [organization] : [])));
  return rows
    .filter(({ asked, organization }) => asked || !judged.has(organization))
    .map(({ asked: _asked, ...standing }) => standing);
}

/**
 * Rounds of the same holder and reach before this one, and how many of them have passed since each unit's last visit;
 * who was never visited has waited for all.
 */
export async function listWaits(
  trx: Trx,
  round: Pick<RoundRecord, 'county' | 'organization' | 'reach' | 'period_from' | 'id'>,
): Promise<{ rounds: number; waited: Map<number, number> }> {
  const { rows } = await sql<{ organization: number; waited: number }>`
    with earlier as (
      select id, row_number() over (order by period_from desc, id desc) - 1 as since from round
      where county = ${round.county} and organization = ${round.organization} and reach = ${round.reach}
        and state in ('published', 'closed') and id <> ${round.id} and period_from <= ${round.period_from}::date
    )
    select 0::bigint as organization, count(*)::int as waited from earlier
    union all
    select v.organization, min(e.since)::int from earlier e
    join visit v on v.county = ${round.county} and v.round = e.id and v.state = 'held'
    group by v.organization`.execute(trx);
  const all = rows.find(({ organization }) => Number(organization) === 0)?.waited ?? 0;
  return {
    rounds: all,
    waited: new Map(
      rows.flatMap(({ organization, waited }) =>
        Number(organization) === 0 ? [] : [[Number(organization), waited] as const],
      ),
    ),
  };
}
