import type { CountyPlan } from './county-plan.ts';
import { startOfRecords } from './county-plan.ts';
import { dayIn, dayOf, writeDay, yearOf } from './days.ts';
import type { Batch, Row, TableName } from './rows.ts';
import type { Branch } from './tree.ts';

/** Everything that one branch needs while its records are told. */
export interface Scene {
  plan: CountyPlan;
  county: number;
  branch: Branch;
  /** The last day that has records: the day before the county is made. */
  yesterday: number;
  /** From here on meetings are told with the names of who came. */
  start: number;
  /** From here on activities are told: the last whole calendar year is always covered. */
  firstDay: number;
  next(table: TableName): number;
  batch: Batch;
}

export type NextId = (table: TableName) => number;

export function createNextId(): NextId {
  const last = new Map<TableName, number>();
  return (table) => {
    const id = (last.get(table) ?? 0) + 1;
    last.set(table, id);
    return id;
  };
}

export function openScene(
  plan: CountyPlan,
  county: number,
  branch: Branch,
  next: NextId,
  batch: Batch,
): Scene {
  const today = dayOf(plan.today);
  const start = startOfRecords(plan);
  const firstDay = Math.min(start, dayIn(yearOf(today) - 1, 1, 1));
  return { plan, county, branch, yesterday: today - 1, start, firstDay, next, batch };
}

/** Adds a record of the branch with the columns that all records share; returns its id. */
export function addRecord(scene: Scene, table: TableName, happened: number, row: Row): number {
  const id = scene.next(table);
  const { place } = scene.branch;
  scene.batch[table].push({
    county: scene.county,
    id,
    organization: place.id,
    path: place.path,
    source_key: `demo/${table}/${id}`,
    entered_by: 'demo',
    entered_at: enteredAt(scene, happened),
    ...row,
  });
  return id;
}

/** A record is entered within days of what it tells; the village that was late entered all of it last month. */
export function enteredAt(scene: Scene, happened: number): string {
  const late = scene.branch.trait === 'late-entries' ? scene.yesterday - 9 : happened + 3;
  return `${writeDay(Math.min(Math.max(late, happened), scene.yesterday))} 18:00:00+08`;
}
