import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import { repointPeople } from '../../records/repoint-people.ts';
import { followSoon, type TouchedUnits } from '../../standings/follow-records.ts';
import type { SheetPlan } from '../column.ts';
import type { Detected } from '../detect-template.ts';
import type { OrganizationBook } from '../organization-book.ts';
import type { LoadedSheet, StartWriter } from '../sheet/load-sheet.ts';
import type { BringInTask } from '../task.ts';
import { registersSheet } from '../templates/registers.ts';
import {
  compareAttendance,
  joinAttendance,
  tellDoubleAttendance,
  withdrawAttendance,
  writeAttendance,
} from './attendance.ts';
import { findPeople } from './find-people.ts';
import { countVerdicts, matchRecords, type Verdicts } from './match-records.ts';
import { bringOrganizations } from './organizations.ts';
import { statesOf } from './record-sql.ts';
import { gatherTrainings } from './trainings.ts';
import { type EarlyWriter, startEarly } from './write-early.ts';
import { openRegister, writeRecords } from './write-records.ts';

export interface TakenSheet {
  sheet: LoadedSheet;
  verdicts: Verdicts;
}
export type Load = (
  plan: SheetPlan,
  part: Detected['parts'][number]['part'],
  startWriter?: StartWriter,
) => Promise<LoadedSheet>;

/** What one template does with its sheets. */
interface Taking {
  trx: Trx;
  task: BringInTask;
  detected: Detected;
  load: Load;
}

/** Loads, checks and (if asked, and if nothing is wrong) writes the sheets of a file. */
export async function takeSheets(
  trx: Trx,
  task: BringInTask,
  detected: Detected,
  organizations: OrganizationBook,
  load: Load,
): Promise<TakenSheet[]> {
  const taking: Taking = { trx, task, detected, load };
  const sheets: TakenSheet[] = [];
  const [main] = detected.template.sheets;
  const mainPart = detected.parts.find(({ plan }) => plan === main)?.part;
  if (main && mainPart && detected.template.name === 'organizations') {
    const sheet = await load(main, mainPart);
    sheets.push({ sheet, verdicts: await bringOrganizations(trx, task.batch, sheet, organizations) });
  }
  const registers = await prepareRegisters(taking, main);
  if (registers) sheets.push(registers.taken);
  const records = main?.record || main?.people ? await prepareMain(taking, main, mainPart) : undefined;
  if (records) sheets.unshift(...records.taken);
  const faults = sheets.reduce((sum, { sheet }) => sum + sheet.faults, 0);
  if (!task.take || faults > 0) return sheets;
  await registers?.write();
  await records?.write();
  const where = { county: task.batch.county, scope: task.scope, account: task.batch.account };
  await followSoon(trx, where, await findTouched(trx, task.batch.county, sheets), task.today);
  return sheets;
}

async function prepareRegisters(taking: Taking, main: SheetPlan | undefined) {
  const { trx, task, detected, load } = taking;
  const part = detected.parts.find(({ plan }) => plan === registersSheet)?.part;
  const { record } = registersSheet;
  if (!part || !record || main === registersSheet) return undefined;
  const sheet = await load(registersSheet, part);
  const states = statesOf(registersSheet, sheet.header);
  await matchRecords(trx, task.batch, sheet, record, states);
  return {
    taken: { sheet, verdicts: await countVerdicts(trx, sheet) },
    write: () => writeRecords(trx, task.batch, sheet, record, states),
  };
}

async function prepareMain(
  taking: Taking,
  plan: SheetPlan,
  part: Detected['parts'][number]['part'] | undefined,
) {
  if (!part) return undefined;
  const { trx, task, detected, load } = taking;
  const { county } = task.batch;
  let early: EarlyWriter | undefined;
  const sheet = await load(plan, part, (one, size) => {
    if (task.take && !task.whole) early = startEarly(trx, task.batch, one, size);
    return early;
  });
  for (const lookup of plan.people ?? []) await findPeople(trx, county, sheet, lookup);
  const own = plan.record ? sheet : await gatherTrainings(trx, sheet);
  const attendance = plan.record ? await loadAttendance(taking, sheet) : sheet;
  if (attendance) await tellDoubleAttendance(trx, attendance);
  const record = own.plan.record;
  if (!record) return undefined;
  const states = statesOf(own.plan, own.header);
  await matchRecords(trx, task.batch, own, record, states, early);
  if (attendance) await compareAttendance(trx, county, own.stage, attendance.stage);
  if (attendance) await passVerdicts(trx, own, attendance);
  const taken = [own === sheet ? sheet : attendance, own === sheet ? attendance : undefined];
  const counted: TakenSheet[] = [];
  for (const one of taken) {
    const written = one === sheet && early?.wrote(one.stage.count);
    const added = { added: one?.stage.count ?? 0, changed: 0, unchanged: 0 };
    if (one) counted.push({ sheet: one, verdicts: written ? added : await countVerdicts(trx, one) });
  }
  const write = async (): Promise<void> => {
    if (record.table === 'activity') await withdrawAttendance(trx, county, own.stage);
    if (!early?.wrote(own.stage.count)) {
      await writeRecords(trx, task.batch, own, record, states);
      if (record.table === 'person') await followPeople(trx, county, sheet);
    }
    if (record.table === 'activity') await writeAttendance(trx, task.batch, own.stage, attendance?.stage);
    if (record.day && detected.template.name !== 'organizations') {
      await openRegister(trx, task.batch, own, detected.template.name, record.day);
    }
  };
  return { taken: counted, write };
}

async function loadAttendance({ trx, task, detected, load }: Taking, activities: LoadedSheet) {
  const found = detected.parts.find(({ plan }) => plan.people && !plan.record && plan !== activities.plan);
  if (!found) return undefined;
  const attendance = await load(found.plan, found.part);
  if (attendance.rows === 0 && attendance.faults === 0) return undefined;
  for (const lookup of found.plan.people ?? []) await findPeople(trx, task.batch.county, attendance, lookup);
  await joinAttendance(trx, activities, attendance);
  return attendance;
}

/** A line of attendance shares the fate of its activity. */
async function passVerdicts(trx: Trx, activities: LoadedSheet, attendance: LoadedSheet): Promise<void> {
  await sql`update ${attendance.stage.table} i set verdict = a.verdict from ${activities.stage.table} a
    where a.row = i.activity_row`.execute(trx);
}

/** A corrected person is a new row: what points at the old one follows. */
async function followPeople(trx: Trx, county: number, people: LoadedSheet): Promise<void> {
  const { rows } = await sql<{ from: number; to: number }>`select i.old as "from", p.id as "to"
    from ${people.stage.table} i join person p on p.county = ${county} and p.organization = i.organization
      and p.source_key = i.source_key and p.withdrawn_at is null
    where i.verdict = 'changed'`.execute(trx);
  await repointPeople(trx, county, rows);
}

/** The branches whose records moved; all of the scope when a register or the tree did. */
async function findTouched(trx: Trx, county: number, sheets: readonly TakenSheet[]): Promise<TouchedUnits> {
  const units = new Set<number>();
  for (const { sheet, verdicts } of sheets) {
    if (verdicts.added + verdicts.changed === 0) continue;
    const all = !sheet.plan.people && sheet.plan.record?.table === undefined;
    if (all || sheet.plan === registersSheet) return 'all';
    const moved =
      verdicts.unchanged === 0
        ? sql`any (${[...sheet.stage.organizations]}::bigint[])`
        : sql`any (array(select distinct organization from ${sheet.stage.table} where verdict <> 'unchanged'))`;
    const { rows } = await sql<{ unit: number | null }>`select coalesce(o.unit, o.id) as unit
      from organization o where o.county = ${county} and o.id = ${moved}`.execute(trx);
    for (const { unit } of rows) if (unit !== null) units.add(Number(unit));
  }
  return [...units];
}
