import type { CountyPlan } from './county-plan.ts';
import { dayIn, dayOf, writeDay, yearOf } from './days.ts';
import { writeInitials } from './people.ts';
import { createRandom } from './random.ts';
import type { Batch } from './rows.ts';
import type { NextId } from './scene.ts';
import type { Branch, Place, Tree } from './tree.ts';

interface Planting {
  plan: CountyPlan;
  tree: Tree;
  batch: Batch;
  next: NextId;
}

/** The organizations with their history: spans, and who came out of whom. */
export function recordTree(planting: Planting): void {
  const { plan, tree } = planting;
  const all = [
    tree.city,
    tree.county,
    ...tree.townships,
    tree.agencies,
    ...tree.branches.flatMap(({ place, groups }) => [place, ...groups]),
  ];
  all.forEach((place) => {
    addPlace(planting, place);
  });
  const special = tree.branches.filter(({ trait }) => trait !== null);
  for (const branch of tree.branches)
    if (!hasHistory(branch)) addSpan(planting, branch.place, branch.place.founded, null);
  for (const place of [tree.city, tree.county, ...tree.townships, tree.agencies])
    addSpan(planting, place, place.founded, null);
  for (const { groups } of tree.branches)
    for (const group of groups) addSpan(planting, group, group.founded, null);
  for (const branch of special) if (hasHistory(branch)) addHistory(planting, branch);
  addCountyFigures(planting, yearOf(dayOf(plan.today)));
}

function hasHistory({ trait }: Branch): boolean {
  return trait === 'merged' || trait === 'renamed' || trait === 'moved' || trait === 'split';
}

function addPlace({ plan, tree, batch }: Planting, place: Place): void {
  const random = createRandom(plan.seed, place.code, 'map');
  const judged = place.level === 'village';
  batch.organization.push({
    county: place.level === 'city' ? place.id : tree.county.id,
    id: place.id,
    path: place.path,
    parent: place.parent,
    unit: place.unit ?? place.id,
    code: place.code,
    name: place.name,
    initials: writeInitials(place.name),
    form: place.form,
    kind: place.kind,
    level: place.level,
    founded_on: writeDay(place.founded),
    closed_on: place.closed === null ? null : writeDay(place.closed),
    latitude: judged ? 30 + random.whole(0, 40_000) / 1e5 : null,
    longitude: judged ? 110 + random.whole(0, 50_000) / 1e5 : null,
    entered_at: `${writeDay(dayOf(plan.today) - 730)} 09:00:00+08`,
  });
}

interface Former {
  name?: string;
  path?: string;
  parent?: number | null;
}

function addSpan(
  { tree, batch, next }: Planting,
  place: Place,
  from: number,
  until: number | null,
  former: Former = {},
): void {
  batch.organization_span.push({
    county: place.level === 'city' ? place.id : tree.county.id,
    id: next('organization_span'),
    organization: place.id,
    path: former.path ?? place.path,
    parent: former.parent === undefined ? place.parent : former.parent,
    name: former.name ?? place.name,
    form: place.form,
    kind: place.kind,
    level: place.level,
    unit: place.unit ?? place.id,
    valid_from: writeDay(from),
    valid_until: until === null ? null : writeDay(until),
  });
}

function addHistory(planting: Planting, branch: Branch): void {
  const { plan, tree } = planting;
  const { place, trait } = branch;
  const changed = dayIn(yearOf(dayOf(plan.today)) - 1, 9, 1);
  if (trait === 'renamed') {
    addSpan(planting, place, place.founded, changed, { name: place.name.replace('村', '新村') });
    addSpan(planting, place, changed, null);
  } else if (trait === 'moved') {
    const before = tree.townships.find(({ id }) => id !== place.parent) ?? tree.county;
    addSpan(planting, place, place.founded, changed, {
      path: `${before.path}${place.id}.`,
      parent: before.id,
    });
    addSpan(planting, place, changed, null);
  } else {
    addSpan(planting, place, place.founded, null);
  }
  if (trait === 'merged') for (const side of ['东', '西']) addPredecessor(planting, branch, side, changed);
  if (trait === 'split') addLineage(planting, place, findNeighbour(tree, place), changed, 'split');
}

/** A village that closed when it was merged into its successor; what it did wrong follows the successor. */
function addPredecessor(planting: Planting, branch: Branch, side: string, merged: number): void {
  const { tree, batch, next } = planting;
  const { place } = branch;
  const id = lastOrganization(batch) + 1;
  const former: Place = {
    ...place,
    id,
    unit: id,
    path: `${place.path.slice(0, place.path.lastIndexOf('.', place.path.length - 2) + 1)}${id}.`,
    code: `${place.code}${side === '东' ? 'E' : 'W'}`,
    name: `${side}${place.name}`,
    form: 'branch',
    founded: dayIn(1965, 3, 1),
    closed: merged,
  };
  addPlace(planting, former);
  addSpan(planting, former, former.founded, merged);
  addLineage(planting, place, former, merged, 'merge');
  if (side === '西') return;
  const event = next('event');
  batch.event.push({
    county: tree.county.id,
    id: event,
    organization: id,
    path: former.path,
    event: 'mass-petition',
    happened_on: writeDay(merged - 90),
    ended_on: null,
    told: '合并前发生的群体性上访',
    confirmed_by: '县委组织部',
    confirmed_on: writeDay(merged - 60),
    source_key: `demo/event/${event}`,
    entered_by: 'demo',
    entered_at: `${writeDay(merged - 59)} 18:00:00+08`,
  });
}

function addLineage(
  { tree, batch, next }: Planting,
  place: Place,
  from: Place,
  day: number,
  way: 'merge' | 'split',
): void {
  batch.lineage.push({
    county: tree.county.id,
    id: next('lineage'),
    organization: place.id,
    path: place.path,
    predecessor: from.id,
    happened_on: writeDay(day),
    way,
  });
}

function findNeighbour(tree: Tree, place: Place): Place {
  const neighbours = tree.branches.filter(
    ({ place: other }) => other.parent === place.parent && other.id !== place.id,
  );
  return neighbours[0]?.place ?? place;
}

function lastOrganization(batch: Batch): number {
  return batch.organization.reduce((last, { id }) => Math.max(last, Number(id)), 0);
}

/** The county's and the townships' own income, which the villages' is held against. */
function addCountyFigures({ tree, batch, next }: Planting, year: number): void {
  for (const place of [tree.county, ...tree.townships]) {
    const figure = place === tree.county ? 'county-per-capita-income' : 'per-capita-income';
    for (const yearsAgo of [0, 1, 2]) {
      const id = next('figure');
      const counted = dayIn(year - 1 - yearsAgo, 12, 31);
      batch.figure.push({
        county: tree.county.id,
        id,
        organization: place.id,
        path: place.path,
        figure,
        counted_on: writeDay(counted),
        value: 21_800 - 1_300 * yearsAgo,
        source: '统计公报',
        source_key: `demo/figure/${id}`,
        entered_by: 'demo',
        entered_at: `${writeDay(counted + 50)} 18:00:00+08`,
      });
    }
  }
}
