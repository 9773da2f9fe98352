import { recordAttendance } from './attendance.ts';
import { branchHabits } from './branch-habits.ts';
import { dayIn, listMonths, type Month, writeDay } from './days.ts';
import type { Habit } from './habit.ts';
import type { Member, People } from './people.ts';
import type { Team } from './posts.ts';
import type { Random } from './random.ts';
import type { Row } from './rows.ts';
import { addRecord, type Scene } from './scene.ts';
import { unitHabits } from './unit-habits.ts';
import { villageHabits } from './village-habits.ts';
import type { Words } from './words.ts';

/** All that happened in one branch since its records begin. */
export function tellActivities(scene: Scene, people: People, team: Team, words: Words): void {
  const { branch } = scene;
  if (branch.trait === 'nothing-kept') return;
  const from = Math.max(scene.firstDay, branch.place.founded);
  const months = listMonths(from, scene.yesterday);
  const { kind } = branch.place;
  [...branchHabits, ...villageHabits, ...unitHabits].forEach((habit, number) => {
    if (habit.kinds && (kind === null || !habit.kinds.includes(kind))) return;
    if (habit.needs === 'committee' && team.committee.length < 2) return;
    if (habit.needs === 'team' && branch.place.form === 'branch') return;
    const random = branch.diligence.draws(`${habit.kind}/${number}`);
    const telling = { scene, habit, random, people, team, stages: words.stages.get(habit.kind) ?? [], from };
    for (const month of months) if (habit.months.includes(month.month)) tellMonth(telling, month);
  });
  tellElection(scene, team);
  for (const { day } of people.admissions) tellAdmission(scene, day, words);
}

interface Telling {
  scene: Scene;
  habit: Habit;
  random: Random;
  people: People;
  team: Team;
  stages: readonly string[];
  from: number;
}

function tellMonth(telling: Telling, month: Month): void {
  const { scene, habit, random, team, from } = telling;
  const slips = scene.branch.diligence.slips(habit.kind);
  const forgotten = habit.months.length > 2 ? 0.3 : 0.75;
  const places = habit.audience === 'group' ? scene.branch.groups : [null];
  const hosts = listHosts(habit, team, month);
  const forms =
    habit.oneOfEach && habit.ways ? habit.ways : [habit.ways?.[month.month % habit.ways.length] ?? null];
  for (const group of places) {
    for (const host of hosts) {
      for (const way of forms) {
        const happened = drawDay(scene, habit, random, month, slips);
        const skipped = slips && random.chance(forgotten);
        if (skipped || happened < from || happened > scene.yesterday) continue;
        tellOnce(telling, { month, happened, slips, group: group?.id ?? null, host, way });
      }
    }
  }
}

interface Occasion {
  month: Month;
  happened: number;
  slips: boolean;
  group: number | null;
  host: Member | null;
  way: string | null;
}

function tellOnce(telling: Telling, occasion: Occasion): void {
  const { scene, habit, random, stages } = telling;
  const { happened, slips, group, host, way, month } = occasion;
  const present = listPresent(telling, occasion);
  const due = countDue(telling, happened, group);
  const rate = slips ? habit.rate * 0.6 : habit.rate;
  const titles = (scene.branch.place.kind !== 'rural' && habit.elsewhere) || habit.titles;
  const came = habit.audience === 'nobody' ? Math.round(due * rate) : present.length;
  const told: Row = {
    kind: habit.kind,
    title: titles[(month.month - 1) % titles.length] ?? '',
    happened_on: writeDay(happened),
    place: habit.grade === 'county' ? '县委党校' : venueOf(scene),
    theme: null,
    tags: slips && random.chance(0.5) ? [] : (habit.tags ?? []),
    stages: slips && random.chance(0.6) ? leaveOut(stages, random) : stages,
    way,
    party_group: group,
    host: host?.id ?? null,
    grade: habit.grade ?? null,
    concentrated: habit.concentrated ?? false,
    hours: habit.hours ?? null,
    due_count: habit.counted ? due : null,
    attended_count: habit.counted || habit.hours ? came : null,
    complete: !(slips && random.chance(0.4)),
  };
  const activity = addRecord(scene, 'activity', happened, told);
  // Before the eighteen months only the hours are told by name: they are needed for the last whole year.
  if (happened >= scene.start || habit.hours) recordAttendance(scene, activity, happened, told, present);
}

const venueOf = ({ branch: { place } }: Scene): string =>
  place.kind === 'rural' || place.kind === 'community' ? '党群服务中心' : '党员活动室';

/** One step was skipped, whichever. */
function leaveOut(stages: readonly string[], random: Random): string[] {
  const skipped = random.whole(0, Math.max(0, stages.length - 1));
  return stages.filter((_, index) => index !== skipped);
}

function drawDay(scene: Scene, habit: Habit, random: Random, month: Month, slips: boolean): number {
  const drawn = random.whole(2, 26);
  if (habit.fixedDay && !slips) {
    const fixed = scene.branch.diligence.draws('fixed-day').whole(5, 25);
    return dayIn(month.year, month.month, fixed);
  }
  return month.first + drawn - 1;
}

function listHosts(habit: Habit, team: Team, month: Month): (Member | null)[] {
  if (habit.host === undefined) return [null];
  if (habit.host === 'secretary' || team.committee.length < 2) return [team.secretary];
  if (habit.oneOfEach) return team.committee;
  // A lecture a quarter, and over a year every member of the committee lectures: two share the later ones.
  const turn = Math.floor((month.month - 1) / 3);
  return team.committee.filter((_, index) => index % 4 === turn);
}

function countDue({ scene, habit, people, team }: Telling, happened: number, group: number | null): number {
  if (habit.audience === 'committee') return listLeaders(team).length;
  const there = people.members.filter(({ from, until }) => from <= happened && happened < until);
  if (habit.kind === 'home-life') return there.filter(({ floating }) => floating).length;
  if (habit.kind === 'reserve-tracking') return 4;
  return group === null ? there.length : Math.ceil(there.length / scene.branch.groups.length);
}

function listPresent({ scene, habit, random, people, team }: Telling, occasion: Occasion): Member[] {
  const { happened, slips, group, month } = occasion;
  if (habit.audience === 'nobody') return [];
  const rate = slips && !habit.hours ? habit.rate * 0.6 : habit.rate;
  if (habit.audience === 'committee') return listLeaders(team).filter(() => random.chance(rate));
  const groups = Math.max(1, scene.branch.groups.length);
  const number = scene.branch.groups.findIndex(({ id }) => id === group);
  return people.members.filter((member, index) => {
    if (member.from > happened || happened >= member.until) return false;
    if (group !== null && index % groups !== number) return false;
    if (habit.hours) return (index + month.month) % 8 >= member.misses;
    return !member.floating && random.chance(rate);
  });
}

/** Whoever leads goes to the training for leaders, with or without a committee. */
function listLeaders({ committee, secretary }: Team): Member[] {
  if (committee.length > 1) return committee;
  return secretary ? [secretary] : [];
}

function tellElection(scene: Scene, { elected, committee }: Team): void {
  if (elected === null) return;
  const shared: Row = {
    title: '换届选举',
    happened_on: writeDay(elected),
    place: venueOf(scene),
    theme: null,
    tags: [],
    stages: [],
    concentrated: false,
    complete: true,
  };
  addRecord(scene, 'activity', Math.max(elected, scene.firstDay), {
    ...shared,
    kind: 're-election',
    due_count: scene.branch.members,
    attended_count: Math.round(scene.branch.members * 0.9),
  });
  if (
    scene.branch.place.form === 'committee' &&
    committee.length > 1 &&
    !scene.branch.diligence.slips('discipline')
  ) {
    addRecord(scene, 'activity', Math.max(elected, scene.firstDay), {
      ...shared,
      kind: 'discipline-re-election',
    });
  }
}

function tellAdmission(scene: Scene, day: number, words: Words): void {
  if (day < scene.firstDay) return;
  const stages = words.stages.get('admission') ?? [];
  addRecord(scene, 'activity', day, {
    kind: 'admission',
    title: '接收预备党员',
    happened_on: writeDay(day),
    place: venueOf(scene),
    theme: null,
    tags: [],
    stages: scene.branch.diligence.slips('admission-steps') ? stages.slice(0, -2) : stages,
    concentrated: false,
    complete: !scene.branch.diligence.slips('admission-papers'),
  });
}
