import { createHmac } from 'node:crypto';
import type { RoundItem } from '@hujian/contract';
import { sql } from 'kysely';
import type { Trx } from '../../apps/server/database/door.ts';
import { createAccount } from '../../apps/server/features/account/create-account.ts';
import { dayOf, type Services } from '../../apps/server/http/services.ts';

/** One panelist's phone: who it is, and the visits it has come back from. */
export interface Phone {
  account: string;
  cookie: string;
  visits: number[];
}

export interface PreparedRound {
  phones: Phone[];
  round: number;
  session: number;
  items: RoundItem[];
}

interface Place {
  id: number;
  county: number;
  path: string;
}

/** A county's round in the middle: everybody has rated all and sent nothing. 42 items, `perPhone` visits each. */
export async function prepareRound(
  services: Services,
  county: Place,
  { phones, perPhone }: { phones: number; perPhone: number },
): Promise<PreparedRound> {
  const items = Array.from({ length: 42 }, (_, at) => makeItem(at + 1));
  const accounts = await openAccounts(services, county, phones);
  const made = await services.door.asSystem('the benchmark holds a round', async (trx) => {
    const { round, session } = await insertRound(trx, county, items, dayOf(services.now()));
    const visits = await insertVisits(trx, county, { round, session, day: dayOf(services.now()) });
    const seats = await insertSeats(trx, county, { round, visits, accounts, perPhone });
    return { round, session, seats };
  });
  const cookies = await enter(services, accounts);
  const list = accounts.map((account, at) => ({
    account,
    cookie: cookies[at] ?? '',
    visits: made.seats.get(account) ?? [],
  }));
  return { phones: list, round: made.round, session: made.session, items };
}

function makeItem(nth: number): RoundItem {
  const code = `BN-${String(nth).padStart(2, '0')}/look`;
  return {
    code,
    look: `bench/${code}`,
    number: String(nth),
    title: `第${nth}条`,
    chapter: '测速',
    guide: '看一看',
    points: 2,
    recorded: [],
  };
}

async function openAccounts(services: Services, county: Place, count: number): Promise<string[]> {
  return services.door.asSystem('the benchmark opens accounts of panelists', async (trx) => {
    const accounts: string[] = [];
    for (let nth = 1; nth <= count; nth += 1)
      accounts.push(await createAccount(trx, { userName: `bench-phone-${nth}`, name: `评议人${nth}` }));
    await trx
      .insertInto('assignment')
      .values(
        accounts.map((account) => ({
          account,
          role: 'panelist',
          county: county.county,
          organization: county.id,
          path: county.path,
          made_by: null,
          ended_at: null,
        })),
      )
      .execute();
    return accounts;
  });
}

async function insertRound(trx: Trx, county: Place, items: RoundItem[], day: string) {
  const own = { county: county.county, organization: county.id, path: county.path };
  const words = { goals: '', methods: '', steps: '', rectification: '', supervision: '', use: '' };
  const { id: round } = await trx
    .insertInto('round')
    .values({
      ...own,
      title: '测速轮次',
      way: 'three-mutual',
      reach: 'villages',
      cadence: 'special',
      period_from: day,
      period_until: day,
      sort: 'themed',
      theme: '测速',
      edition: 'visit-dimensions/2020',
      revision: '',
      standing_edition: null,
      items: JSON.stringify(items),
      parts: JSON.stringify(words),
      setting: JSON.stringify({
        days: [day],
        perVisit: 3,
        perDay: 4,
        choice: 'all',
        count: null,
        every: null,
        seed: 'bench',
      }),
      weights: JSON.stringify({ standing: 0, rating: 1, poll: 0, basically: 0.6 }),
      planned: null,
      state: 'published',
      published_at: new Date(),
      entered_by: 'bench',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: session } = await trx
    .insertInto('round_session')
    .values({ ...own, round, title: '测速评议会', held_on: day, agenda: '[]' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { round, session };
}

async function insertVisits(
  trx: Trx,
  { county, path }: Place,
  { round, session, day }: { round: number; session: number; day: string },
) {
  const { rows } = await sql<{ id: number; organization: number; path: string }>`
    insert into visit (county, organization, path, round, session, planned_on, route, turn)
    select county, id, path, ${round}::bigint, ${session}::bigint, ${day}::date, 1, row_number() over (order by id)
    from organization where county = ${county} and path >= ${path} and path < ${`${path}~`}
      and kind = 'rural' and level = 'village' and closed_on is null
    returning id, organization, path`.execute(trx);
  return rows;
}

/** In turn over the visits, so that each phone has as many and no visit twice. */
async function insertSeats(
  trx: Trx,
  { county, id: holder, path }: Place,
  told: {
    round: number;
    visits: { id: number; organization: number; path: string }[];
    accounts: string[];
    perPhone: number;
  },
): Promise<Map<string, number[]>> {
  const { round, visits, accounts, perPhone } = told;
  const panelists = await trx
    .insertInto('round_panelist')
    .values(
      accounts.map((account, at) => ({
        county,
        organization: holder,
        path,
        round,
        name: `评议人${at + 1}`,
        home: null,
        account,
      })),
    )
    .returning(['id', 'account'])
    .execute();
  const idOf = new Map(panelists.map(({ id, account }) => [account, id]));
  const seats = new Map<string, number[]>();
  const rows = accounts.flatMap((account, at) =>
    Array.from({ length: perPhone }, (_, nth) => {
      const visit = visits[(at * perPhone + nth) % visits.length];
      if (!visit) throw new Error('there is nobody to visit');
      seats.set(account, [...(seats.get(account) ?? []), visit.id]);
      return {
        county,
        organization: visit.organization,
        path: visit.path,
        visit: visit.id,
        panelist: idOf.get(account) ?? 0,
        account,
      };
    }),
  );
  for (let at = 0; at < rows.length; at += 1000)
    await trx
      .insertInto('visit_seat')
      .values(rows.slice(at, at + 1000))
      .execute();
  return seats;
}

/** Cookies as sign-in gives them, without five hundred passwords that take a tenth of a second each. */
async function enter(services: Services, accounts: readonly string[]): Promise<string[]> {
  const context = await services.auth.$context;
  const cookies: string[] = [];
  for (const account of accounts) {
    const session = await context.internalAdapter.createSession(account);
    const signature = createHmac('sha256', context.secret).update(session.token).digest('base64');
    const { name } = context.authCookies.sessionToken;
    cookies.push(`${name}=${encodeURIComponent(`${session.token}.${signature}`)}`);
  }
  return cookies;
}
