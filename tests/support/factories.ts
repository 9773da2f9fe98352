/** Things a test needs, named for what they are meant to be. Everything comes to be as the program would make it. */
import type { RecordBodies, RecordRegister, Role } from '@hujian/contract';
import type { Kind } from '@hujian/engine';
import { nobody } from '../../apps/server/access/require-actor.ts';
import { roles } from '../../apps/server/access/roles.ts';
import { createAccount, setPassword } from '../../apps/server/features/account/create-account.ts';
import { insertOrganization } from '../../apps/server/features/organizations/create-organization.ts';
import type { Place } from '../../apps/server/features/organizations/get-place.ts';
import { insertRecord } from '../../apps/server/features/records/insert-record.ts';
import type { Caller, TestServer } from './server.ts';

export const password = 'Zhi-Chun-2026';
let count = 0;
const next = (): number => (count += 1);

export interface Signed extends Caller {
  account: string;
  userName: string;
  assignment: number;
}

/** A county under a city of its own. */
export function buildCounty(server: TestServer, name = `县${next()}`): Promise<Place> {
  return server.services.door.asSystem('a test builds a county', async (trx) => {
    const root = { county: 0, id: 0, path: '', unit: null, level: 'province' as const };
    const city = await insertOrganization(trx, root, {
      code: `C${next()}`,
      name: `${name}所在市`,
      form: 'committee',
      level: 'city',
      foundedOn: '2000-01-01',
    });
    return insertOrganization(trx, city, {
      code: 'X',
      name,
      form: 'committee',
      level: 'county',
      foundedOn: '2000-01-01',
    });
  });
}

export const buildTownship = (server: TestServer, county: Place, name = `乡${next()}`): Promise<Place> =>
  build(server, county, { name, form: 'committee', level: 'township' });

/** A rural village branch. */
export const buildVillage = (server: TestServer, township: Place, name = `村${next()}`): Promise<Place> =>
  build(server, township, { name, form: 'branch', level: 'village', kind: 'rural' });

/** A branch of another kind: a school, a company, an office … */
export const buildUnit = (
  server: TestServer,
  parent: Place,
  kind: Kind,
  name = `单位${next()}`,
): Promise<Place> => build(server, parent, { name, form: 'branch', level: 'village', kind });

export const buildGroup = (server: TestServer, branch: Place, name = `小组${next()}`): Promise<Place> =>
  build(server, branch, { name, form: 'group', level: 'group' });

function build(
  server: TestServer,
  parent: Place,
  fields: Pick<Place, 'name' | 'form' | 'level'> & { kind?: Kind; foundedOn?: string },
): Promise<Place> {
  return server.services.door.asSystem('a test builds an organization', (trx) =>
    insertOrganization(trx, parent, { code: `T${next()}`, foundedOn: '2001-01-01', ...fields }),
  );
}

/** A record as if typed by the program itself: any register, any organization. */
export function buildRecord<R extends RecordRegister>(
  server: TestServer,
  place: Place,
  register: R,
  body: RecordBodies[R],
): Promise<{ id: number }> {
  const { services } = server;
  return services.door.asSystem('a test enters a record', (trx) =>
    insertRecord({ trx, services, actor: nobody, today: '2999-01-01' }, register, place, body),
  );
}

/** Somebody on the roster. */
export function buildPerson(
  server: TestServer,
  place: Place,
  fields: Partial<RecordBodies['roster']> = {},
): Promise<{ id: number }> {
  return buildRecord(server, place, 'roster', {
    name: `党员${next()}`,
    joinedOn: '2010-01-01',
    admittedOn: '2010-01-01',
    fullOn: '2011-01-01',
    lostContact: false,
    exemptHours: false,
    ...fields,
  });
}

/** The place is judged by an edition from 2020 on. */
export function buildAdoption(server: TestServer, place: Place, edition = 'rural-basic/2019'): Promise<void> {
  return server.services.door.asSystem('a test adopts an edition', async (trx) => {
    await trx
      .insertInto('adoption')
      .values({
        county: place.county,
        organization: place.id,
        path: place.path,
        edition,
        valid_from: '2020-01-01',
        valid_until: null,
        basis: JSON.stringify({ document: '试行通知' }),
        entered_by: '',
        withdrawn_at: null,
      })
      .execute();
  });
}

/** An account with a password and a role, signed in; with TOTP on where the role requires it, unless said otherwise. */
export async function buildAccount(
  server: TestServer,
  role: Role,
  place: Place | null = null,
  options: { totp?: boolean } = {},
): Promise<Signed> {
  const { services } = server;
  const userName = `user${next()}`;
  const hash = await hashPassword(server);
  const { account, assignment } = await services.door.asSystem('a test opens an account', async (trx) => {
    const id = await createAccount(trx, { userName, name: `${roles[role].title}某` });
    await setPassword(trx, id, hash);
    const made = await trx
      .insertInto('assignment')
      .values({
        account: id,
        role,
        county: place?.county ?? 0,
        organization: place?.id ?? null,
        path: place?.path ?? '',
        made_by: null,
        ended_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { account: id, assignment: made.id };
  });
  const cookie = await signIn(server, userName);
  if (options.totp ?? roles[role].totp) await switchTotpOn(server, account);
  return { account, userName, assignment, cookie };
}

let hashed: Promise<string> | undefined;
/** Every account of the tests has the same password, and making its hash is meant to be slow. */
const hashPassword = (server: TestServer): Promise<string> =>
  (hashed ??= server.services.auth.$context.then((context) => context.password.hash(password)));

/** Signs in with the password; throws when that fails. */
export async function signIn(server: TestServer, userName: string, secret = password): Promise<string> {
  const answer = await server.call(null, 'POST', '/auth/sign-in/username', {
    username: userName,
    password: secret,
  });
  if (answer.status !== 200)
    throw new Error(`sign-in answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return readCookie(answer.headers);
}

export const readCookie = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

const switchTotpOn = (server: TestServer, account: string): Promise<void> =>
  server.services.door.asSystem('a test has enrolled a telephone', async (trx) => {
    await trx.updateTable('account').set({ totp_on: true }).where('id', '=', account).execute();
  });
