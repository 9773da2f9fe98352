import { sql } from 'kysely';
import { commandActor } from '../apps/server/cli/command-actor.ts';
import { findPlace } from '../apps/server/cli/find-place.ts';
import type { Trx } from '../apps/server/database/door.ts';
import { allowResults } from '../apps/server/features/standings/locks.ts';
import { refreshStandings } from '../apps/server/features/standings/refresh-standings.ts';
import { dayOf, type Services } from '../apps/server/http/services.ts';
import { medianOf, round, timeOf } from './numbers.ts';

/** The tables that a standing is made of; each is read once by the bare scan. */
const tables = [
  'organization',
  'register_span',
  'person',
  'seat',
  'activity',
  'attendance',
  'figure',
  'document',
  'event',
  'poll',
  'rating',
] as const;

export interface EvaluationSpeed {
  evaluateRatio: number;
  evaluateMs: number;
  scanMs: number;
  organizations: number;
}

/**
 * Evaluating the 42 items for all villages of the county, standings written, through the actor's door and its
 * row-level security, against one bare aggregate over the same rows without either: in turn, both warm.
 */
export async function measureEvaluation(
  services: Services,
  county: string,
  runs: number,
): Promise<EvaluationSpeed> {
  const place = await services.door.asSystem('the benchmark finds its county', (trx) =>
    findPlace(trx, county),
  );
  const actor = commandActor(place);
  const through = <Result>(work: (trx: Trx) => Promise<Result>) =>
    services.door.asActor(actor, 'read', async (trx) => {
      await allowResults(trx);
      return work(trx);
    });
  let organizations = 0;
  const evaluate = async () => {
    const request = { county: place.county, scopePath: place.path, edition: 'rural-basic/2025' };
    ({ organizations } = await through((trx) => refreshStandings(trx, request, dayOf(services.now()))));
  };
  const scan = () => services.door.asSystem('the benchmark scans every row', scanTables);
  await evaluate();
  await scan();
  const evaluations: number[] = [];
  const scans: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    scans.push(await timeOf(scan));
    evaluations.push(await timeOf(evaluate));
  }
  const [evaluateMs, scanMs] = [medianOf(evaluations), medianOf(scans)];
  return {
    evaluateRatio: round(evaluateMs / scanMs, 2),
    evaluateMs: round(evaluateMs),
    scanMs: round(scanMs),
    organizations,
  };
}

async function scanTables(trx: Trx): Promise<void> {
  for (const table of tables)
    await sql`select count(*), max(entered_at) from ${sql.table(table)}`.execute(trx);
}
