import { commandActor } from '../apps/server/cli/command-actor.ts';
import { findPlace } from '../apps/server/cli/find-place.ts';
import { createImport } from '../apps/server/features/imports/import-files.ts';
import { runImport } from '../apps/server/features/imports/run-import.ts';
import { getScope } from '../apps/server/features/standings/find-scope.ts';
import { followRecords } from '../apps/server/features/standings/follow-records.ts';
import type { Services } from '../apps/server/http/services.ts';
import { medianOf, round, timeOf } from './numbers.ts';
import { parseRoster } from './roster-workbook.ts';

export interface ImportSpeed {
  importRatio: number;
  importMs: number;
  parseMs: number;
  followMs: number;
}

/**
 * Taking in the roster, checked and written by one commit, against parsing the same bytes. The standings of so many
 * branches follow in a job of their own, which is told beside it.
 */
export async function measureImport(
  services: Services,
  county: string,
  roster: Uint8Array,
): Promise<ImportSpeed> {
  const parses: number[] = [];
  for (let run = 0; run < 4; run += 1) parses.push(await timeOf(() => parseRoster(roster)));
  const parseMs = medianOf(parses.slice(1));
  const importMs = await timeOf(() => takeIn(services, county, roster));
  const followMs = await timeOf(() => followAll(services));
  return {
    importRatio: round(importMs / parseMs, 2),
    importMs: round(importMs),
    parseMs: round(parseMs),
    followMs: round(followMs),
  };
}

async function followAll(services: Services): Promise<void> {
  const due = await services.door.asSystem('the benchmark looks for what is due', (trx) =>
    trx.selectFrom('standing_due').select('county').distinct().execute(),
  );
  if (due.length === 0) throw new Error('the roster left no standings to follow');
  for (const { county } of due) await followRecords(services, { county });
}

async function takeIn(services: Services, county: string, roster: Uint8Array): Promise<void> {
  const { door } = services;
  const place = await door.asSystem('the benchmark finds its county', (trx) => findPlace(trx, county));
  const actor = commandActor(place);
  if (!actor.scope) throw new Error('the benchmark has no scope');
  const row = await door.asSystem('the benchmark keeps a file', async (trx) =>
    createImport(trx, actor, {
      organization: await getScope(trx, place.id, undefined),
      template: '',
      fileName: 'roster.xlsx',
      bytes: Buffer.from(roster),
      state: 'taking',
    }),
  );
  const end = await runImport(
    services,
    { actor, scope: actor.scope, work: (access, work) => door.asActor(actor, access, work) },
    { county: row.county, id: row.id, take: true },
  );
  if (end.state !== 'taken') {
    throw new Error(
      `the import ended as ${end.state}: ${end.message} ${JSON.stringify(end.summary?.errors.slice(0, 3))}`,
    );
  }
}
