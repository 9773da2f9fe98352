import { randomBytes } from 'node:crypto';
import type { RoundSuggested, suggestQuery } from '@hujian/contract';
import { addDays, type Edition } from '@hujian/engine';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getPlace, type Place } from '../organizations/get-place.ts';
import { isWorkingDay } from '../results/working-days.ts';
import { listAdopted, listEditions } from '../standings/adopted.ts';
import { type Reach, selectUnits } from './find-units.ts';
import { freezeItems, isJudgedOnSite } from './freeze-items.ts';
import { type Period, type PeriodLength, periodAt, periodNumber } from './periods.ts';
import { isManager } from './rounds.ts';
import { suggestParts, themes } from './suggest-parts.ts';

type Way = 'three-mutual' | 'four-mutual';
const usual = 'visit-dimensions/2020';
/** An edition with fewer on-site items is no sheet for a round. */
const fewestItems = 5;

/** GET /rounds/suggest: what a new round of this organization would be, for a person to change. */
export async function suggestRound({
  trx,
  actor,
  query,
  today,
}: Context<unknown, z.output<typeof suggestQuery>, unknown>): Promise<RoundSuggested> {
  const place = await getPlace(trx, query.organization, actor);
  if (!isManager(actor, { organization: place.id })) throw problems.forbidden('别的组织的活动的拟定');
  const shape = shapeOf(place);
  const earlier = await listEarlier(trx, place);
  const period = nextPeriod(earlier, shape.cadence, today);
  const units = await selectUnits(trx, { holder: place, reach: shape.reach, day: today }).execute();
  const { onSite, standingEditions } = await listEditionsHere(trx, place, today);
  const sort = earlier.length === 0 ? 'first' : 'themed';
  const list: readonly string[] = themes[shape.way];
  const theme = (sort === 'first' ? themes.first : list[(earlier.length - 1) % list.length]) ?? themes.first;
  const body: RoundSuggested['body'] = {
    organization: place.id,
    title: `${period.title}${shape.way === 'four-mutual' ? '四互' : '三互'}活动`,
    ...shape,
    periodFrom: period.from,
    periodUntil: period.until,
    sort,
    theme,
    edition: suggestEdition(place, onSite),
    standingEdition: standingEditions[0]?.id ?? null,
    items: [],
    parts: suggestParts({ ...shape, sort, theme }),
    setting: {
      days: suggestDays(period, { today, count: Math.min(10, Math.max(1, Math.ceil(units.length / 8))) }),
      perVisit: 3,
      perDay: 4,
      choice: 'all',
      count: null,
      every: shape.cadence === 'quarter' ? 4 : 2,
      seed: randomBytes(8).toString('hex'),
    },
    weights: standingEditions[0]
      ? { standing: 0.4, rating: 0.6, poll: 0, basically: 0.6 }
      : { standing: 0, rating: 1, poll: 0, basically: 0.6 },
  };
  const editions = onSite.map((edition) => ({
    id: edition.id,
    title: edition.title,
    items: freezeItems(edition),
  }));
  return { body, editions, standingEditions, themes: [themes.first, ...list] };
}

/** The eight dimensions ask about villages: agencies, companies and schools take the sheet of their kind that asks most. */
function suggestEdition({ kind }: Pick<Place, 'kind'>, editions: readonly Edition[]): string {
  const general = editions.find(({ id }) => id === usual) ?? editions[0];
  const fits = ({ appliesTo }: Edition) => kind === null || appliesTo.kinds.includes(kind);
  if (general === undefined || fits(general)) return general?.id ?? usual;
  const count = (edition: Edition) => freezeItems(edition).length;
  const [own] = editions
    .filter((edition) => fits(edition) && count(edition) >= fewestItems)
    .toSorted((a, b) => count(b) - count(a));
  return (own ?? general).id;
}

/** A county sees townships each half-year, a township its villages each quarter, a unit's committee its branches. */
export function shapeOf(place: Pick<Place, 'level' | 'kind'>): {
  way: Way;
  reach: Reach;
  cadence: PeriodLength;
} {
  const ofUnits = place.kind !== null && place.kind !== 'rural' && place.kind !== 'community';
  if (place.level === 'county') return { way: 'three-mutual', reach: 'townships', cadence: 'half-year' };
  if (place.level === 'township' && !ofUnits)
    return { way: 'three-mutual', reach: 'villages', cadence: 'quarter' };
  return { way: 'four-mutual', reach: 'branches', cadence: 'quarter' };
}

const listEarlier = (trx: Trx, place: Place) =>
  trx
    .selectFrom('round')
    .select(['period_from', 'period_until'])
    .where('county', '=', place.county)
    .where('organization', '=', place.id)
    .where('state', '!=', 'cancelled')
    .orderBy('period_from', 'desc')
    .limit(400)
    .execute();

/** The running period, or the next one where the running one has its round already. */
function nextPeriod(
  earlier: readonly { period_from: string; period_until: string }[],
  length: PeriodLength,
  today: string,
): Period {
  const now = periodNumber(today, length);
  const period = periodAt(now, length);
  const taken = earlier.some((one) => one.period_from <= period.until && one.period_until >= period.from);
  return taken ? periodAt(now + 1, length) : period;
}

/** Working days from a week ahead on; fewer where the period ends before. */
function suggestDays(period: Period, { today, count }: { today: string; count: number }): string[] {
  const ahead = addDays(today, 7);
  const [first = period.from] = [period.from, ahead > period.until ? today : ahead].sort().toReversed();
  const days: string[] = [];
  for (let day = first; day <= period.until && days.length < count; day = addDays(day, 1))
    if (isWorkingDay(day)) days.push(day);
  return days.length > 0 ? days : [period.until];
}

async function listEditionsHere(
  trx: Trx,
  place: Place,
  today: string,
): Promise<{ onSite: Edition[]; standingEditions: RoundSuggested['standingEditions'] }> {
  const { rows } = await sql<{ body: Edition; path: string | null }>`
    select distinct on (id) body, path from edition order by id, revision desc`.execute(trx);
  const here = rows
    .filter(({ path }) => path === null || place.path.startsWith(path))
    .map(({ body }) => body);
  const adopted = listEditions(await listAdopted(trx, place.path, today));
  return {
    onSite: here.filter(isJudgedOnSite),
    standingEditions: (await sortByUse(trx, place, here))
      .filter(({ id }) => adopted.includes(id))
      .map(({ id, title }) => ({ id, title })),
  };
}

/** First those by which most of the organizations below are judged: villages are not held against a company's standard. */
async function sortByUse(trx: Trx, { path }: Place, editions: readonly Edition[]): Promise<Edition[]> {
  const rows = await trx
    .selectFrom('standing')
    .select(['edition', sql<number>`count(distinct organization)::int`.as('organizations')])
    .where('path', '>', path)
    .where('path', '<', `${path}~`)
    .where('evaluation', '=', 0)
    .groupBy('edition')
    .execute();
  const uses = new Map(rows.map(({ edition, organizations }) => [edition, organizations]));
  return editions.toSorted((a, b) => (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0));
}
