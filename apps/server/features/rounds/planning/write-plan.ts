import type { RoundFull } from '@hujian/contract';
import type { Plan } from '@hujian/panel';
import type { Trx } from '../../../database/door.ts';
import { findSession } from '../find-session.ts';
import type { RoundRecord } from '../rounds.ts';
import { isRecused, type Planning } from './read-plan-input.ts';

/** Puts the visits of a draft's plan in the place of those it had; sessions of days that stay are kept. */
export async function writePlan(
  trx: Trx,
  round: RoundRecord,
  { plan, planning }: { plan: Plan; planning: Planning },
): Promise<void> {
  await removeVisits(trx, round);
  for (const [day, visits] of Map.groupBy(plan.visits, (visit) => visit.day)) {
    const session = await findSession(trx, round, day);
    const ids = await insertVisits(trx, { round, session, planning, visits });
    await insertSeats(trx, { ids, planning, visits });
  }
  await trx
    .deleteFrom('round_session as s')
    .where('s.county', '=', round.county)
    .where('s.round', '=', round.id)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('visit as v')
            .select('v.id')
            .whereRef('v.county', '=', 's.county')
            .whereRef('v.session', '=', 's.id'),
        ),
      ),
    )
    .execute();
}

async function removeVisits(trx: Trx, { county, id }: RoundRecord): Promise<void> {
  await trx
    .deleteFrom('visit_seat')
    .where('county', '=', county)
    .where('visit', 'in', (select) =>
      select.selectFrom('visit').select('id').where('county', '=', county).where('round', '=', id),
    )
    .execute();
  await trx.deleteFrom('visit').where('county', '=', county).where('round', '=', id).execute();
}

interface Day {
  planning: Planning;
  visits: Plan['visits'];
}

/** Gives the visits' ids by the codes of their units. */
async function insertVisits(
  trx: Trx,
  { round, session, planning, visits }: Day & { round: RoundRecord; session: number },
): Promise<Map<string, number>> {
  const codes = new Map<number, string>();
  const rows = visits.map(({ unit, day, route, order }) => {
    const place = requireUnit(planning, unit);
    codes.set(place.id, unit);
    return {
      county: place.county,
      organization: place.id,
      path: place.path,
      round: round.id,
      session,
      planned_on: day,
      route,
      turn: order,
    };
  });
  const made = await trx.insertInto('visit').values(rows).returning(['id', 'organization']).execute();
  return new Map(made.map(({ id, organization }) => [codes.get(organization) ?? '', id]));
}

async function insertSeats(
  trx: Trx,
  { ids, planning, visits }: Day & { ids: Map<string, number> },
): Promise<void> {
  const rows = visits.flatMap(({ unit, panelists }) => {
    const place = requireUnit(planning, unit);
    return panelists
      .filter((panelist) => !isRecused(planning, unit, panelist))
      .map((panelist) => ({
        county: place.county,
        organization: place.id,
        path: place.path,
        visit: ids.get(unit) ?? 0,
        panelist: Number(panelist),
        account: planning.panelists.get(panelist)?.account ?? null,
      }));
  });
  for (let at = 0; at < rows.length; at += 500)
    await trx
      .insertInto('visit_seat')
      .values(rows.slice(at, at + 500))
      .execute();
}

function requireUnit(planning: Planning, code: string) {
  const unit = planning.units.get(code);
  if (!unit) throw new Error(`the plan visits ${code}, which it was not given`);
  return unit;
}

/** What the plan says of itself, with the names of those it missed. */
export function describePlan(plan: Plan, planning: Planning, at: Date): NonNullable<RoundFull['planned']> {
  const missing = plan.coverage.missing.map((code) => requireUnit(planning, code));
  const recused = plan.visits.flatMap(({ unit, panelists }) =>
    panelists
      .filter((panelist) => isRecused(planning, unit, panelist))
      .map((one) => `${planning.names.get(one)}应当回避${planning.names.get(unit)}，已从这次观摩中去掉。`),
  );
  return {
    share: plan.coverage.share,
    missing: missing.map(({ id, name }) => ({ id, name })),
    connected: plan.overlap.connected,
    kilometres: plan.kilometres,
    reasons: [...planning.told, ...recused, ...plan.reasons],
    at: at.toISOString(),
  };
}
