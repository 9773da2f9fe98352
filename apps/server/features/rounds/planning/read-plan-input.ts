import type { Trx } from '../../../database/door.ts';
import { type PanelistRecord, readPanelists } from '../list-panelists.ts';
import { judges, mustRecuse } from '../recusal.ts';
import { type RoundRecord, refuse } from '../rounds.ts';
import { selectRoundUnits } from '../select-round-units.ts';
import type { PlanTask } from './plan-task.ts';

interface PlanUnitRecord {
  county: number;
  id: number;
  path: string;
  code: string;
  name: string;
}

export interface Planning extends PlanTask {
  units: Map<string, PlanUnitRecord>;
  panelists: Map<string, PanelistRecord>;
  /** Chinese sentences about those who could not be planned with at all. */
  told: string[];
}

/** Everything that the plan of a round is made from. Throws bad-input where nothing can be planned. */
export async function readPlanInput(trx: Trx, round: RoundRecord): Promise<Planning> {
  const rows = await listChosen(trx, round);
  if (rows.length === 0) throw refuse('version', '还没有选定观摩对象，请先选择，再编排。');
  const all = (await readPanelists(trx, round)).filter(({ part }) => judges(part));
  // Whoever comes from the holder or from above it stands above every unit.
  const barred = all.filter(({ home_path: home }) => home !== null && round.path.startsWith(home));
  const panelists = all.filter((one) => !barred.includes(one));
  if (panelists.length === 0) throw refuse('version', '还没有可以参加评议的观摩人员，请先确定人员，再编排。');
  const { days, perVisit, perDay, seed } = round.setting;
  const parents = await listParents(trx, round, rows);
  return {
    input: {
      units: rows.map((row) => ({
        id: row.code,
        parent: parents.get(row.id) ?? null,
        class: row.class,
        lat: row.latitude,
        lon: row.longitude,
        risk: row.risk,
      })),
      panelists: panelists.map((one) => ({
        id: String(one.id),
        home: homeOf(one, rows),
        unavailable: one.unavailable,
      })),
      days,
      perVisit,
      perDay,
      seed,
    },
    names: new Map([
      ...rows.map(({ code, name }) => [code, name] as const),
      ...panelists.map(({ id, name }) => [String(id), name] as const),
    ]),
    units: new Map(rows.map((row) => [row.code, row])),
    panelists: new Map(panelists.map((one) => [String(one.id), one])),
    told:
      barred.length > 0
        ? [
            `${barred.map(({ name }) => name).join('、')}来自举办单位或它的上级，对全部观摩对象都应回避，没有排评议任务；可改为记录或联络。`,
          ]
        : [],
  };
}

const listChosen = (trx: Trx, round: RoundRecord) =>
  selectRoundUnits(trx, round)
    .select(['o.county', 'o.latitude', 'o.longitude', 'u.class', 'u.risk'])
    .where('u.chosen', '=', true)
    .orderBy('o.code')
    .execute();
type Chosen = Awaited<ReturnType<typeof listChosen>>[number];

/** The organization directly below the holder that a unit belongs to, by its code: its township. */
async function listParents(
  trx: Trx,
  round: RoundRecord,
  rows: readonly Chosen[],
): Promise<Map<number, string>> {
  const ids = rows.map(({ id, path }) => {
    const next = Number(path.slice(round.path.length).split('.')[0]);
    return { id, parent: next === id ? round.organization : next };
  });
  const places = await trx
    .selectFrom('organization')
    .select(['id', 'code'])
    .where('county', '=', round.county)
    .where('id', 'in', [...new Set(ids.map(({ parent }) => parent))])
    .execute();
  const codes = new Map(places.map(({ id, code }) => [id, code]));
  return new Map(ids.flatMap(({ id, parent }) => (codes.has(parent) ? [[id, codes.get(parent) ?? '']] : [])));
}

/** Whoever comes from below a unit comes from that unit, as far as the plan is concerned. */
const homeOf = (
  { home_path: home, home_code: code }: PanelistRecord,
  rows: readonly Chosen[],
): string | null => (home === null ? null : (rows.find(({ path }) => home.startsWith(path))?.code ?? code));

/** The panel knows parents, not whole paths: nobody sits above or below his own place because of that. */
export const isRecused = (planning: Planning, unit: string, panelist: string): boolean =>
  mustRecuse(planning.panelists.get(panelist)?.home_path, planning.units.get(unit)?.path ?? '');
