import type { RoundItem } from '@hujian/contract';
import type { Signed } from '../../../../../tests/support/factories.ts';
import type { TestServer } from '../../../../../tests/support/server.ts';
import type { Trx } from '../../../database/door.ts';
import type { Place } from '../../organizations/get-place.ts';
import { getEdition } from '../../standings/editions.ts';
import { freezeItems } from '../freeze-items.ts';
import { type RoundRoomOptions, visitDay } from './round-options.ts';
import type { RoundPeople } from './round-people.ts';
import type { RoundPlaces } from './round-places.ts';

export interface Seated extends Signed {
  panelist: number;
  home: Place | null;
}

export interface SeatedVisit {
  id: number;
  village: Place;
  seats: Seated[];
}

export interface RoundPut {
  round: number;
  session: number;
  items: RoundItem[];
  /** Of `villages`, in their order. */
  visits: SeatedVisit[];
  panelists: Seated[];
}

interface Putting {
  places: RoundPlaces;
  people: RoundPeople;
  options: RoundRoomOptions;
}

/** A round of the first township as the program leaves it once its plan is made (and published). */
export function putRound(server: TestServer, putting: Putting): Promise<RoundPut> {
  return server.services.door.asSystem('a test holds a round', async (trx) => {
    const { places, people, options } = putting;
    const { edition, revision } = await getEdition(trx, 'visit-dimensions/2020');
    const items = freezeItems(edition, options.items);
    const of = { county: places.county.county, organization: places.township.id, path: places.township.path };
    const round = await insertRound(trx, of, { putting, items, revision: String(revision) });
    const session = await insertSession(trx, { ...of, round }, options.revealed ?? false);
    const panelists = await insertPanelists(trx, { ...of, round }, { places, people });
    const visits: SeatedVisit[] = [];
    for (const [at, village] of places.villages.entries()) {
      await insertUnit(trx, round, village);
      const id = await insertVisit(trx, { round, session, village, at, held: options.revealed ?? false });
      visits.push({ id, village, seats: await insertSeats(trx, { visit: id, village, panelists, at }) });
    }
    return { round, session, items, visits, panelists };
  });
}

type Of = Pick<Place, 'county' | 'path'> & { organization: number };

async function insertRound(
  trx: Trx,
  of: Of,
  { putting, items, revision }: { putting: Putting; items: RoundItem[]; revision: string },
): Promise<number> {
  const { options, people } = putting;
  const parts = {
    goals: '看真章',
    methods: '听查看谈评',
    steps: '分批',
    rectification: '',
    supervision: '',
    use: '',
  };
  const setting = {
    days: [visitDay],
    perVisit: 3,
    perDay: 8,
    choice: 'all',
    count: null,
    every: null,
    seed: 'test',
  };
  const { id } = await trx
    .insertInto('round')
    .values({
      ...of,
      title: '第四季度三互活动',
      way: 'three-mutual',
      reach: 'villages',
      cadence: 'quarter',
      period_from: '2026-10-01',
      period_until: '2026-12-31',
      sort: 'themed',
      theme: '三会一课',
      edition: 'visit-dimensions/2020',
      revision,
      standing_edition: options.standingEdition ?? null,
      items: JSON.stringify(items),
      parts: JSON.stringify(parts),
      setting: JSON.stringify(setting),
      weights: JSON.stringify(options.weights ?? { standing: 0, rating: 1, poll: 0, basically: 0.6 }),
      planned: null,
      ...(options.state === 'draft' ? {} : { state: 'published', published_at: new Date(), version: 2 }),
      entered_by: people.townshipOfficer.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function insertSession(trx: Trx, of: Of & { round: number }, closed: boolean): Promise<number> {
  const { id } = await trx
    .insertInto('round_session')
    .values({
      ...of,
      title: '11月18日评议会',
      held_on: visitDay,
      place: '乡政府会议室',
      agenda: JSON.stringify(['通报观摩情况', '逐村点评']),
      ...(closed ? { state: 'closed', closed_by: '', closed_at: new Date() } : {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function insertPanelists(
  trx: Trx,
  of: Of & { round: number },
  { places, people }: Pick<Putting, 'places' | 'people'>,
): Promise<Seated[]> {
  const paired = (signed: readonly Signed[], homes: readonly Place[]) =>
    signed.map((one, at) => ({ ...one, home: homes[at] ?? null }));
  const all = [
    ...paired(people.secretaries, places.villages),
    ...paired(people.neighbourSecretaries, places.neighbourVillages),
    { ...people.panelist, home: null },
  ];
  const seated: Seated[] = [];
  for (const [at, one] of all.entries()) {
    const { id } = await trx
      .insertInto('round_panelist')
      .values({
        ...of,
        name: `评议员${at + 1}`,
        post: one.home ? '支部书记' : '专家',
        home: one.home?.id ?? null,
        account: one.account,
        part: at === 0 ? 'leader' : 'panelist',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    seated.push({ ...one, panelist: id });
  }
  return seated;
}

async function insertUnit(trx: Trx, round: number, village: Place): Promise<void> {
  await trx
    .insertInto('round_unit')
    .values({
      county: village.county,
      organization: village.id,
      path: village.path,
      round,
      class: null,
      chosen: true,
      how: 'all',
    })
    .execute();
}

async function insertVisit(
  trx: Trx,
  {
    round,
    session,
    village,
    at,
    held,
  }: { round: number; session: number; village: Place; at: number; held: boolean },
): Promise<number> {
  const { id } = await trx
    .insertInto('visit')
    .values({
      county: village.county,
      organization: village.id,
      path: village.path,
      round,
      session,
      planned_on: visitDay,
      route: 1,
      turn: at + 1,
      state: held ? 'held' : 'planned',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The next three in the list who are not at home here: the panels overlap, so that everybody can be compared. */
async function insertSeats(
  trx: Trx,
  { visit, village, panelists, at }: { visit: number; village: Place; panelists: Seated[]; at: number },
): Promise<Seated[]> {
  const turned = [...panelists.slice(at + 1), ...panelists.slice(0, at + 1)];
  const seats = turned.filter(({ home }) => home?.id !== village.id).slice(0, 3);
  await trx
    .insertInto('visit_seat')
    .values(
      seats.map((seat) => ({
        county: village.county,
        organization: village.id,
        path: village.path,
        visit,
        panelist: seat.panelist,
        account: seat.account,
      })),
    )
    .execute();
  return seats;
}
