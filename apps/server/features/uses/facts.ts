import type { ResultOutcome, RoundUnit, UnitClass } from '@hujian/contract';
import { sql } from 'kysely';
import type { Trx } from '../../database/door.ts';
import { listClasses } from '../rounds/find-units.ts';
import type { RoundRecord } from '../rounds/rounds.ts';
import { selectRoundUnits } from '../rounds/select-round-units.ts';
import { type Marked, readMarked, readSheets, type Sheets } from './read-entries.ts';
import { type Planned, readPlanned } from './read-planned.ts';
import { findResult, type RoundResult } from './read-result.ts';

export interface UnitFacts {
  id: number;
  code: string;
  name: string;
  parentName: string;
  path: string;
  /** As it is decided today, else as it was when the round was planned. */
  class: UnitClass | null;
  chosen: boolean;
  how: RoundUnit['how'];
  reason: string | null;
  risk: number;
  waited: number;
  result: ResultOutcome['units'][number] | undefined;
}

/** Everything that the documents of a round are made from; a handful of statements, however many units there are. */
export interface RoundFacts extends Planned {
  round: RoundRecord;
  today: string;
  /** The holder's parent, to whom reports go; '' at the top. */
  above: string;
  /** In the order of their codes. */
  units: UnitFacts[];
  sheets: Map<number, Sheets>;
  findings: Marked[];
  practices: Marked[];
  result: RoundResult | undefined;
}

export async function readFacts(trx: Trx, round: RoundRecord, today: string): Promise<RoundFacts> {
  const result = await findResult(trx, round);
  const marked = await readMarked(trx, round);
  return {
    round,
    today,
    above: await findAbove(trx, round),
    units: await listUnits(trx, round, { today, result }),
    ...(await readPlanned(trx, round)),
    sheets: await readSheets(trx, round),
    findings: marked.filter(({ kind }) => kind === 'finding'),
    practices: marked.filter(({ kind }) => kind === 'practice'),
    result,
  };
}

export async function listUnits(
  trx: Trx,
  round: RoundRecord,
  { today, result }: { today: string; result: RoundResult | undefined },
): Promise<UnitFacts[]> {
  const classes = await listClasses(trx, round.path, today);
  const results = new Map(result?.outcome.units.map((unit) => [unit.code, unit]));
  const rows = await selectRoundUnits(trx, round)
    .select('p.name as parentName')
    .select(['u.class', 'u.chosen', 'u.how', 'u.reason', 'u.risk', 'u.waited'])
    .orderBy(sql`o.code collate "C"`)
    .orderBy('o.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    parentName: row.parentName ?? '',
    class: classes.get(row.id) ?? row.class,
    result: results.get(row.code),
  }));
}

async function findAbove(trx: Trx, round: RoundRecord): Promise<string> {
  const row = await trx
    .selectFrom('organization as o')
    .innerJoin('organization as p', 'p.id', 'o.parent')
    .select('p.name')
    .where('o.county', '=', round.county)
    .where('o.id', '=', round.organization)
    .executeTakeFirst();
  return row?.name ?? '';
}
