import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Actor, Scope } from '../../../access/actor.ts';
import { permissionsOf } from '../../../access/roles.ts';
import { createSealed } from '../../../access/sealed.ts';
import { createDoor, type Door, type Trx } from '../../../database/door.ts';
import { openPool } from '../../../database/open-pool.ts';
import { createImport } from '../import-files.ts';
import { type ImportEnd, type ImportEntry, runImport } from '../run-import.ts';

/** A county of two townships and three villages, with an officer of the county and one of the first township. */
export interface SmallCounty {
  pool: Pool;
  door: Door;
  county: Scope;
  township: Scope;
  neighbour: Scope;
  villages: { id: number; code: string; name: string }[];
  officer: Actor;
  townshipOfficer: Actor;
  bringIn(bytes: Uint8Array, options?: BringOptions): Promise<ImportEnd & { id: number }>;
  count(table: string, where?: string): Promise<number>;
}
export interface BringOptions {
  actor?: Actor;
  take?: boolean;
  wanted?: string;
}

const sealed = createSealed(Buffer.alloc(32, 7));
export const importServices = {
  sealed,
  now: () => new Date('2026-11-21T04:00:00Z'),
  log: (message: string) => console.error(message),
};

const tree = [
  { code: 'X', name: '示范县委', parent: '', form: 'committee', kind: null, level: 'county' },
  { code: 'X1', name: '青山镇党委', parent: 'X', form: 'committee', kind: 'rural', level: 'township' },
  { code: 'X2', name: '白水镇党委', parent: 'X', form: 'committee', kind: 'rural', level: 'township' },
  { code: 'X101', name: '松林村党支部', parent: 'X1', form: 'branch', kind: 'rural', level: 'village' },
  { code: 'X102', name: '石桥村党支部', parent: 'X1', form: 'branch', kind: 'rural', level: 'village' },
  { code: 'X201', name: '竹园村党支部', parent: 'X2', form: 'branch', kind: 'rural', level: 'village' },
] as const;

export async function createSmallCounty(url: string): Promise<SmallCounty> {
  const pool = openPool(url);
  const door = createDoor(pool);
  const scopes = await door.asSystem('a county for a test', plantTree);
  const of = (code: string): Scope => {
    const scope = scopes.get(code);
    if (!scope) throw new Error(code);
    return scope;
  };
  const officer = makeActor('officer', 'county-officer', of('X'));
  return {
    pool,
    door,
    county: of('X'),
    township: of('X1'),
    neighbour: of('X2'),
    villages: ['X101', 'X102', 'X201'].map((code) => ({ id: of(code).id, code, name: of(code).name })),
    officer,
    townshipOfficer: makeActor('township', 'township-officer', of('X1')),
    bringIn: (bytes, options = {}) => bringInto(door, options.actor ?? officer, bytes, options),
    count: (table, where = 'withdrawn_at is null') =>
      door.asSystem('count for a test', async (trx) => {
        const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}
          where ${sql.raw(where)}`.execute(trx);
        return Number(rows[0]?.count ?? 0);
      }),
  };
}

async function plantTree(trx: Trx): Promise<Map<string, Scope>> {
  const scopes = new Map<string, Scope>();
  let id = 100;
  for (const { code, name, parent, form, kind, level } of tree) {
    id++;
    const above = scopes.get(parent);
    const county = above?.county ?? id;
    const path = `${above?.path ?? ''}${id}.`;
    const common = { county, path, parent: above?.id ?? null, unit: id, name, form, kind, level };
    await trx
      .insertInto('organization')
      .values({
        ...common,
        id,
        code,
        founded_on: '2000-01-01',
        closed_on: null,
        latitude: null,
        longitude: null,
      })
      .execute();
    await trx
      .insertInto('organization_span')
      .values({ ...common, organization: id, valid_from: '2000-01-01', valid_until: null })
      .execute();
    scopes.set(code, { id, county, path, name, level });
  }
  return scopes;
}

const makeActor = (account: string, role: 'county-officer' | 'township-officer', scope: Scope): Actor => ({
  account,
  name: account,
  userName: account,
  totpOn: true,
  totpRequired: false,
  assignment: null,
  role,
  scope,
  can: permissionsOf(role),
});

export const entryOf = (door: Door, actor: Actor): ImportEntry => {
  if (!actor.scope) throw new Error('an actor without a scope');
  return { actor, scope: actor.scope, work: (access, work) => door.asActor(actor, access, work) };
};

async function bringInto(door: Door, actor: Actor, bytes: Uint8Array, options: BringOptions) {
  const take = options.take ?? true;
  const file = await door.asActor(actor, 'write', async (trx) => {
    const organization = await trx
      .selectFrom('organization')
      .selectAll()
      .where('id', '=', actor.scope?.id ?? 0)
      .executeTakeFirstOrThrow();
    return createImport(trx, actor, {
      organization,
      template: options.wanted ?? '',
      fileName: '测试.xlsx',
      bytes,
      state: take ? 'taking' : 'checking',
    });
  });
  const job = { county: file.county, id: file.id, take };
  return { id: file.id, ...(await runImport(importServices, entryOf(door, actor), job)) };
}
