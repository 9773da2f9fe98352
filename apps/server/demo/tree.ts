import type { Kind } from '@hujian/engine';
import type { CountyPlan } from './county-plan.ts';
import { dayIn, dayOf, yearOf } from './days.ts';
import { cityName, countyName, nameVillage, townshipNames } from './names.ts';
import { createDiligence, type Diligence, type Quality } from './quality.ts';
import { createRandom, type Random } from './random.ts';
import { others } from './tree-others.ts';

export type { Kind };
export type Form = 'committee' | 'general-branch' | 'branch' | 'group';

/** What sets a village apart from its neighbours; each case of the rules has at least one. */
export type Trait =
  | 'three-members'
  | 'fifty-members'
  | 'hundred-members'
  | 'just-over-fifty'
  | 'just-under-hundred'
  | 'late-entries'
  | 'no-committee'
  | 'merged'
  | 'renamed'
  | 'moved'
  | 'split'
  | 'nothing-kept'
  | 'weak-and-lax'
  | 'newly-founded'
  | 'model';

export interface Place {
  id: number;
  path: string;
  parent: number | null;
  unit: number | null;
  code: string;
  name: string;
  form: Form;
  kind: Kind | null;
  level: 'city' | 'county' | 'township' | 'village' | 'group';
  founded: number;
  closed: number | null;
}

/** One judged organization with its party groups; the unit in which the county is made up and loaded. */
export interface Branch {
  place: Place;
  groups: Place[];
  members: number;
  trait: Trait | null;
  diligence: Diligence;
  township: Place | null;
}

export interface Tree {
  city: Place;
  county: Place;
  townships: Place[];
  /** The committee over the county's agencies, which holds rounds among them. */
  agencies: Place;
  branches: Branch[];
}

const traits: Trait[] = [
  'three-members',
  'model',
  'fifty-members',
  'late-entries',
  'merged',
  'hundred-members',
  'no-committee',
  'nothing-kept',
  'renamed',
  'just-over-fifty',
  'weak-and-lax',
  'model',
  'moved',
  'newly-founded',
  'just-under-hundred',
  'split',
  'weak-and-lax',
  'model',
  'merged',
  'nothing-kept',
]; // prettier lines say nothing more here

const exactSizes: Partial<Record<Trait, number>> = {
  'three-members': 3,
  'fifty-members': 50,
  'hundred-members': 100,
  'just-over-fifty': 51,
  'just-under-hundred': 99,
  'no-committee': 17,
};

export function plantTree(plan: CountyPlan): Tree {
  let last = 0;
  const nextId = () => {
    last += 1;
    return last;
  };
  const old = dayIn(1984, 5, 1);
  const grow = (
    parent: Place | null,
    told: Omit<Place, 'id' | 'path' | 'parent' | 'unit' | 'closed'>,
  ): Place => {
    const id = nextId();
    const path = `${parent?.path ?? ''}${id}.`;
    return { ...told, id, path, parent: parent?.id ?? null, unit: null, closed: null };
  };
  const city = grow(null, {
    code: 'WH',
    name: `中共${cityName}委员会`,
    form: 'committee',
    kind: null,
    level: 'city',
    founded: old,
  });
  const county = grow(city, {
    code: 'QH',
    name: `中共${countyName}委员会`,
    form: 'committee',
    kind: null,
    level: 'county',
    founded: old,
  });
  const townships = Array.from({ length: plan.townships }, (_, index) =>
    grow(county, {
      code: `QH${pad(index + 1)}`,
      name: `${townshipNames[index % townshipNames.length]}党委`,
      form: 'committee',
      kind: null,
      level: 'township',
      founded: old,
    }),
  );
  const agencies = grow(county, {
    code: 'QH-JG',
    name: '县直机关工作委员会',
    form: 'committee',
    kind: 'agency',
    level: 'township',
    founded: old,
  });
  const branches = [
    ...Array.from({ length: plan.villages }, (_, index) => growVillage(plan, townships, index, grow)),
    ...growOthers(plan, { county, townships, agencies }, grow),
  ];
  fitMembers(branches, plan.members);
  for (const branch of branches) settleBranch(branch, grow);
  return { city, county, townships, agencies, branches };
}

type Grow = (parent: Place | null, told: Omit<Place, 'id' | 'path' | 'parent' | 'unit' | 'closed'>) => Place;

function growVillage(plan: CountyPlan, townships: Place[], index: number, grow: Grow): Branch {
  const position = Math.floor((index * townships.length) / plan.villages);
  const township = townships[position];
  if (!township) throw new RangeError('a county needs a township');
  const number = index - Math.ceil((position * plan.villages) / townships.length) + 1;
  const code = `${township.code}-${pad(number)}`;
  const random = createRandom(plan.seed, code, 'village');
  const trait = traitAt(plan, index);
  const quality = drawQuality(random, trait);
  const founded =
    trait === 'newly-founded'
      ? dayIn(yearOf(dayOf(plan.today)), 2, 10)
      : dayIn(random.whole(1958, 2008), random.whole(1, 12), random.whole(1, 28));
  const place = grow(township, {
    code,
    name: nameVillage(index),
    form: 'branch',
    kind: 'rural',
    level: 'village',
    founded,
  });
  const members = (trait && exactSizes[trait]) ?? drawSize(random);
  return {
    place,
    groups: [],
    members,
    trait,
    diligence: createDiligence(plan.seed, code, quality),
    township,
  };
}

function traitAt(plan: CountyPlan, index: number): Trait | null {
  const apart = plan.villages / traits.length;
  const slot = Math.floor(index / apart);
  return Math.ceil(slot * apart) === index ? (traits[slot] ?? null) : null;
}

function drawQuality(random: Random, trait: Trait | null): Quality {
  const drawn = random.fraction();
  if (trait === 'model') return 'good';
  if (trait === 'weak-and-lax') return 'weak';
  if (drawn < 0.32) return 'good';
  return drawn < 0.76 ? 'middling' : 'weak';
}

function drawSize(random: Random): number {
  const drawn = random.fraction();
  if (drawn < 0.2) return random.whole(18, 49);
  if (drawn < 0.45) return random.whole(52, 98);
  return random.whole(102, 360);
}

/** In turn, so that a kind with four organizations has good, middling and weak ones too. */
const qualities: readonly Quality[] = ['middling', 'good', 'weak', 'good', 'middling'];

function growOthers(
  plan: CountyPlan,
  { county, townships, agencies }: Pick<Tree, 'county' | 'townships' | 'agencies'>,
  grow: Grow,
): Branch[] {
  const branches: Branch[] = [];
  for (const { kind, share, names: told } of others) {
    const names = told.split(' ');
    const wanted = Math.round(plan.others * share);
    for (let index = 0; index < wanted && branches.length < plan.others; index += 1) {
      const code = `QH-${kind.slice(0, 2).toUpperCase()}${pad(index + 1)}`;
      const random = createRandom(plan.seed, code, 'other');
      const township = kind === 'community' ? (townships[index % townships.length] ?? null) : null;
      const above = township ?? (kind === 'agency' ? agencies : county);
      const round = Math.floor(index / names.length);
      const name = `${township === null ? '' : township.name.slice(0, 2)}${names[index % names.length]}`;
      const place = grow(above, {
        code,
        name: round === 0 ? name : `${name}${round + 1}分部`,
        form: 'branch',
        kind,
        level: 'village',
        founded: dayIn(random.whole(1962, 2012), random.whole(1, 12), random.whole(1, 28)),
      });
      branches.push({
        place,
        groups: [],
        members: drawSize(random),
        trait: null,
        diligence: createDiligence(plan.seed, code, qualities[index % qualities.length] ?? 'middling'),
        township,
      });
    }
  }
  return branches;
}

/** Stretches the drawn sizes to the wanted total and leaves the exact ones as they are. */
function fitMembers(branches: Branch[], wanted: number): void {
  const free = branches.filter((branch) => !branch.trait || exactSizes[branch.trait] === undefined);
  const fixed = branches
    .filter((branch) => !free.includes(branch))
    .reduce((sum, { members }) => sum + members, 0);
  const drawn = free.reduce((sum, { members }) => sum + members, 0);
  for (const branch of free) {
    branch.members = Math.max(8, Math.round((branch.members * (wanted - fixed)) / drawn));
  }
}

function settleBranch(branch: Branch, grow: Grow): void {
  const { place, members } = branch;
  place.unit = place.id;
  place.form = members >= 100 ? 'committee' : members > 50 ? 'general-branch' : 'branch';
  const title = place.form === 'committee' ? '党委' : place.form === 'general-branch' ? '党总支' : '党支部';
  place.name = `${place.name}${title}`;
  const groups = members < 12 ? 0 : Math.max(1, Math.round(members / 75));
  for (let index = 0; index < groups; index += 1) {
    const group = grow(place, {
      code: `${place.code}-${index + 1}`,
      name: `第${numerals[index] ?? index + 1}党小组`,
      form: 'group',
      kind: null,
      level: 'group',
      founded: place.founded,
    });
    branch.groups.push({ ...group, unit: place.id });
  }
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
