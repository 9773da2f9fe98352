import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import type { BookedOrganization, OrganizationBook } from '../organization-book.ts';
import type { LoadedSheet } from '../sheet/load-sheet.ts';
import type { Verdicts } from './match-records.ts';
import type { Batch } from './write-records.ts';

interface IncomingOrganization {
  row: number;
  code: string;
  name: string;
  initials: string;
  parent: string;
  form: string;
  kind: string | null;
  level: string;
  founded_on: string;
}

const words: Record<string, string> = { name: '名称', form: '组织形式', kind: '领域', level: '层级' };

/**
 * Organizations are few, so they are matched in memory. A known code is never changed by a file: a rename or a move has
 * its day and its own procedure. New ones join the book at once, so that the sheets that follow may name them.
 */
export async function bringOrganizations(
  trx: Trx,
  batch: Batch,
  sheet: LoadedSheet,
  book: OrganizationBook,
): Promise<Verdicts> {
  const { rows } =
    await sql<IncomingOrganization>`select row, code, name, initials, parent, form, kind, level,
    founded_on from ${sheet.stage.table} order by row`.execute(trx);
  const added = sortIn(sheet, book, rows);
  const verdicts = { added: added.length, changed: 0, unchanged: rows.length - added.length };
  if (added.length === 0 || sheet.faults > 0) return verdicts;
  const ids = await takeIds(trx, added.length);
  const placed = place(added, ids, book, sheet);
  if (sheet.faults > 0) return verdicts;
  await insert(trx, batch, placed);
  return verdicts;
}

function sortIn(
  sheet: LoadedSheet,
  book: OrganizationBook,
  rows: readonly IncomingOrganization[],
): IncomingOrganization[] {
  const seen = new Map<string, number>();
  return rows.filter((one) => {
    const twin = seen.get(one.code);
    if (twin !== undefined) sheet.fault(one.row, 'code', `与第 ${twin} 行的组织代码重复`);
    seen.set(one.code, twin ?? one.row);
    const known = book.findByCode(one.code);
    if (!known) return twin === undefined;
    for (const key of ['name', 'form', 'kind', 'level'] as const) {
      const before = known[key];
      if ((before ?? '') === (one[key] ?? '')) continue;
      sheet.fault(
        one.row,
        key,
        `代码 ${one.code} 已有组织，${words[key]}与此处不同；更名、调整请在“组织”页办理`,
      );
    }
    return false;
  });
}

async function takeIds(trx: Trx, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: string }>`select nextval('organization_id_seq') as id
    from generate_series(1, ${count}::int)`.execute(trx);
  return rows.map(({ id }) => Number(id));
}

interface Placed extends BookedOrganization {
  row: number;
  initials: string;
  founded_on: string;
}

/** Gives each its place below its parent, which may itself be new and may stand further down in the sheet. */
function place(
  added: readonly IncomingOrganization[],
  ids: readonly number[],
  book: OrganizationBook,
  sheet: LoadedSheet,
): Placed[] {
  const waiting = added.map((one, i) => ({ one, id: ids[i] ?? 0 }));
  const placed: Placed[] = [];
  for (let progress = true; waiting.length > 0 && progress; ) {
    progress = false;
    for (const item of [...waiting]) {
      const found = book.find(item.one.parent);
      if (!('organization' in found)) continue;
      const made = below(found.organization, item.one, item.id);
      placed.push(made);
      book.add(made);
      waiting.splice(waiting.indexOf(item), 1);
      progress = true;
    }
  }
  for (const { one } of waiting) {
    const found = book.find(one.parent);
    sheet.fault(one.row, 'parent', 'message' in found ? found.message : '上级组织不明');
  }
  return placed;
}

function below(parent: BookedOrganization, one: IncomingOrganization, id: number): Placed {
  const unit = one.form === 'office' ? null : one.form === 'group' ? (parent.unit ?? parent.id) : id;
  const { row, code, name, initials, form, kind, level, founded_on } = one;
  const path = `${parent.path}${id}.`;
  return {
    row,
    id,
    path,
    parent: parent.id,
    unit,
    code,
    name,
    initials,
    form,
    kind,
    level,
    founded_on,
    closed: false,
  };
}

async function insert(trx: Trx, batch: Batch, placed: readonly Placed[]): Promise<void> {
  const json = JSON.stringify(placed);
  const list = sql`jsonb_to_recordset(${json}::jsonb) as n(id bigint, path text, parent bigint, unit bigint, code text,
    name text, initials text, form text, kind text, level text, founded_on date)`;
  await sql`insert into organization (county, id, path, parent, unit, code, name, initials, form, kind, level, founded_on)
    select ${batch.county}::bigint, n.id, n.path, n.parent, n.unit, n.code, n.name, n.initials, n.form, n.kind, n.level,
      n.founded_on from ${list}`.execute(trx);
  await sql`insert into organization_span
      (county, organization, path, parent, name, form, kind, level, unit, valid_from)
    select ${batch.county}::bigint, n.id, n.path, n.parent, n.name, n.form, n.kind, n.level, n.unit, n.founded_on
    from ${list}`.execute(trx);
}
