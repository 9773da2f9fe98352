import { dayIn, writeDay, yearOf } from './days.ts';
import type { FigureRule, Ground } from './figure-rule.ts';
import type { Asked } from './list-asked.ts';
import type { People } from './people.ts';
import { addRecord, type Scene } from './scene.ts';
import { unitFigures } from './unit-figures.ts';
import { villageFigures } from './village-figures.ts';
import type { Words } from './words.ts';

/** Figures, documents, polls and ratings of one branch, and since when each register is kept. */
export function tellLedgers(scene: Scene, people: People, words: Words, asked: Asked): void {
  if (scene.branch.trait === 'nothing-kept') return;
  tellFigures(scene, people);
  tellDocuments(scene, words, asked);
  tellPolls(scene, asked);
  tellRatings(scene, asked);
}

function tellFigures(scene: Scene, people: People): void {
  const { branch, yesterday } = scene;
  const ground = drawGround(scene, people);
  const year = yearOf(yesterday);
  for (const rule of rulesOf(scene)) {
    const random = branch.diligence.draws(`figure/${rule.figure}`);
    if (branch.diligence.silent(rule.figure)) continue;
    const draw = branch.diligence.slips(rule.figure) ? rule.slipped : rule.well;
    for (const yearsAgo of [0, 1, 2]) {
      const counted =
        rule.period === 'year' ? dayIn(year - 1 - yearsAgo, 12, 31) : yesterday - 40 - 365 * yearsAgo;
      if (counted < branch.place.founded) continue;
      const steady = branch.diligence.draws(`figure/${rule.figure}`);
      const value = draw(rule.period === 'year' ? steady : random, { ...ground, yearsAgo });
      addRecord(scene, 'figure', Math.max(counted, scene.firstDay), {
        figure: rule.figure,
        counted_on: writeDay(counted),
        value,
        source: rule.period === 'year' ? '年报' : '台账',
      });
    }
  }
}

function rulesOf({ branch }: Scene): readonly FigureRule[] {
  const { kind } = branch.place;
  if (kind === null) return [];
  return kind === 'rural' ? villageFigures : unitFigures[kind];
}

function drawGround(scene: Scene, people: People): Ground {
  const { branch } = scene;
  const random = branch.diligence.draws('ground');
  const members = people.members.length;
  const households = Math.max(30, branch.members * random.whole(3, 5));
  return {
    members,
    reported: branch.diligence.slips('in-service-reported')
      ? Math.floor((members * branch.diligence.draws('in-service-reported').whole(50, 88)) / 100)
      : members,
    association: /商会|协会/.test(branch.place.name),
    stock: (of, low, high) => branch.diligence.draws(`stock/${of}`).whole(low, high),
    full: people.members.filter(({ full }) => full).length,
    households,
    population: households * 3 + random.whole(0, 90),
    villagerGroups: random.whole(4, 11),
    floatingPlaces: random.chance(0.6) ? 0 : random.whole(1, 3),
    units: random.chance(0.3) ? 0 : random.whole(1, 4),
    pilot: random.chance(0.25),
    yearsAgo: 0,
    unqualified: random.chance(0.15) ? random.whole(1, 2) : 0,
  };
}

function tellDocuments(scene: Scene, words: Words, asked: Asked): void {
  const { branch, yesterday } = scene;
  for (const { code, name, yearly } of words.documents) {
    if (!asked.documents.has(code)) continue;
    const random = branch.diligence.draws(`document/${code}`);
    // Exactly a hundred members may set up a committee, but this one never asked for approval.
    if (code === 'committee-approval' && branch.trait === 'hundred-members') continue;
    const absent = branch.diligence.slips(code) || (isRare(code) && !random.chance(0.35));
    if (absent && random.chance(0.85)) continue;
    const lapsed = absent ? yesterday - random.whole(10, 200) : null;
    const years = yearly ? [1, 0] : [0];
    for (const yearsAgo of years) {
      const year = yearOf(yesterday) - yearsAgo;
      const held = yearly
        ? dayIn(year, random.whole(1, 3), random.whole(1, 28))
        : dayIn(year - random.whole(1, 5), random.whole(1, 12), random.whole(1, 28));
      if (held > yesterday) continue;
      const until = yearly ? dayIn(year + 1, 1, 31) : lapsed;
      addRecord(scene, 'document', Math.max(held, scene.firstDay), {
        document: code,
        title: `${branch.place.name.replace(/党.*$/, '')}${name}`,
        number: null,
        held_from: writeDay(held),
        held_until: until === null || until <= held ? null : writeDay(until),
      });
    }
  }
}

/** Papers that most branches have no reason to hold. */
function isRare(code: string): boolean {
  return [
    'term-extension',
    'small-general-branch-grounds',
    'online-branch',
    'other',
    'village-plan',
    'one-person-approval',
    'secretary-certificates',
    'sync-evaluation',
  ].includes(code);
}

function tellPolls(scene: Scene, asked: Asked): void {
  const { branch, yesterday } = scene;
  for (const about of [...asked.polls].sort()) {
    if (branch.diligence.silent(`poll/${about}`)) continue;
    const random = branch.diligence.draws(`poll/${about}`);
    const slips = branch.diligence.slips(`poll/${about}`);
    const slips0 = random.chance(0.03) ? random.whole(4, 9) : random.whole(40, 160);
    const content = random.whole(slips ? 45 : 82, slips ? 66 : 96) / 100;
    const satisfied = Math.round(slips0 * content);
    const dissatisfied = Math.min(
      slips0 - satisfied,
      Math.round((slips0 * (slips ? random.whole(11, 25) : random.whole(0, 4))) / 100),
    );
    const held = yesterday - random.whole(20, 300);
    if (held < branch.place.founded) continue;
    addRecord(scene, 'poll', held, {
      about,
      held_on: writeDay(held),
      slips: slips0,
      satisfied,
      basically: slips0 - satisfied - dissatisfied,
      dissatisfied,
    });
  }
}

function tellRatings(scene: Scene, { looks }: Asked): void {
  const { branch, yesterday } = scene;
  for (const look of looks) {
    if (branch.diligence.silent(`rating/${look}`)) continue;
    const random = branch.diligence.draws(`rating/${look}`);
    const rated = yesterday - random.whole(15, 300);
    if (rated < branch.place.founded) continue;
    const slips = branch.diligence.slips(`rating/${look}`);
    addRecord(scene, 'rating', rated, {
      look,
      rated_on: writeDay(rated),
      score: slips ? random.whole(38, 59) : random.whole(78, 97),
      panelists: random.whole(3, 7),
      source: '观摩组合议',
    });
  }
}

const yearsBack = ['roster', 'posts', 'figures', 'documents', 'events', 'polls', 'ratings'] as const;

/** A register counts as kept from a day; where nobody kept it, what it would say is not known. */
export function openRegisters(scene: Scene): void {
  const { branch, firstDay, yesterday } = scene;
  if (branch.trait === 'nothing-kept') return;
  const old = dayIn(2014, 1, 1);
  // Where an election was missed the records go back far enough to say so.
  const since = branch.diligence.slips('re-election') ? old : firstDay;
  const spans = [
    ...yearsBack.map((register) => ({ register, kept: old })),
    { register: 'activities', kept: since },
    { register: 'trainings', kept: firstDay },
  ];
  for (const { register, kept } of spans) {
    const random = branch.diligence.draws(`register/${register}`);
    const missing = branch.trait !== 'model' && branch.diligence.silent(`register/${register}`);
    if (missing && random.chance(0.5)) continue;
    const from = missing ? yesterday - random.whole(10, 80) : kept;
    addRecord(scene, 'register_span', Math.max(from, firstDay), {
      register,
      kept_from: writeDay(from),
      kept_until: null,
    });
  }
}
