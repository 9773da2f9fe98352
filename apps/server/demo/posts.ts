import { dayIn, writeDay, yearOf } from './days.ts';
import type { Member, People } from './people.ts';
import { addRecord, type Scene } from './scene.ts';

/** Who holds the posts that meetings need; the re-election day opens the running term, null when nobody wrote it down. */
export interface Team {
  secretary: Member | null;
  committee: Member[];
  elected: number | null;
}

const committeePosts = [
  'secretary',
  'deputy-secretary',
  'organisation-member',
  'discipline-member',
  'publicity-member',
  'youth-member',
  'women-member',
];

export function fillPosts(scene: Scene, people: People, assisted: boolean): Team {
  const { branch, yesterday } = scene;
  const random = branch.diligence.draws('posts');
  const elected = drawElection(scene);
  const from = Math.max(branch.place.founded, elected ?? yesterday - 700);
  const able = people.members.filter(({ full, floating, age }) => full && !floating && age < 64);
  const queue = orderByPromise(able, branch.diligence.slips('young-cadres'));
  const hold = (member: Member | undefined, post: string, since = from) => {
    if (member) addSeat(scene, member.id, post, since, null);
  };
  const wanted = countCommittee(scene);
  const committee = queue.slice(0, wanted);
  committee.forEach((member, index) => {
    hold(member, postAt(scene, index));
  });
  if (wanted < 2 && !branch.diligence.slips('discipline')) hold(queue[1] ?? queue[0], 'discipline-person');
  const former = queue[wanted];
  if (former) addSeat(scene, former.id, 'secretary', from - 1500, from);
  if (branch.place.kind === 'rural') fillVillagePosts(scene, queue, committee, hold);
  else fillUnitPosts(scene, queue, committee, hold);
  if (assisted && !branch.diligence.slips('first-secretary'))
    hold(queue.at(-1), 'first-secretary', yesterday - 400);
  branch.groups.forEach((_, index) => {
    hold(queue[wanted + 6 + index] ?? queue[index], 'group-leader');
  });
  fillReserve(scene, people, hold);
  const worker = branch.place.kind === 'agency' || branch.place.kind === 'soe';
  if (worker ? !branch.diligence.slips('party-workers') : random.chance(0.3))
    hold(queue[wanted + 1], 'party-affairs-worker');
  return { secretary: committee[0] ?? null, committee: wanted > 1 ? committee : [], elected };
}

/** The last election: in time for most, six years ago where it was let slip, unknown where nobody wrote it down. */
function drawElection(scene: Scene): number | null {
  const { branch, yesterday } = scene;
  if (branch.diligence.silent('re-election') || branch.trait === 'nothing-kept') return null;
  if (branch.trait === 'newly-founded') return branch.place.founded + 4;
  const random = branch.diligence.draws('re-election');
  if (branch.diligence.slips('re-election')) return yesterday - random.whole(1900, 2300);
  // A term lasts five years in villages and three in smaller units elsewhere.
  return random.chance(0.7) || branch.place.kind !== 'rural'
    ? yesterday - random.whole(200, 1000)
    : yesterday - random.whole(1100, 1700);
}

/** Younger and better educated first, the other way round where nobody looks after it. */
function orderByPromise(able: Member[], careless: boolean): Member[] {
  const worth = ({ age, educated }: Member) => (age < 50 ? 2 : 0) + (educated ? 1 : 0);
  return [...able].sort((a, b) => (careless ? worth(a) - worth(b) : worth(b) - worth(a)) || a.id - b.id);
}

function countCommittee(scene: Scene): number {
  const { branch } = scene;
  if (branch.trait === 'no-committee' || branch.members < 7) return 1;
  const usual = branch.place.form === 'branch' ? 3 : branch.place.form === 'general-branch' ? 5 : 7;
  return branch.diligence.slips('committee-number') ? usual - 1 : usual;
}

function postAt(scene: Scene, index: number): string {
  const post = committeePosts[index] ?? 'committee-member';
  if (post === 'discipline-member' && scene.branch.place.form === 'committee') return 'discipline-secretary';
  if (index === 1 && scene.branch.place.form === 'branch') return 'organisation-member';
  if (index === 2 && scene.branch.place.form === 'branch') return 'discipline-member';
  return post;
}

type Hold = (member: Member | undefined, post: string, since?: number) => void;

function fillVillagePosts(scene: Scene, queue: Member[], committee: Member[], hold: Hold): void {
  const { branch } = scene;
  const random = branch.diligence.draws('village-posts');
  const free = queue.slice(committee.length);
  hold(random.chance(0.6) ? committee[0] : free[0], 'village-head');
  hold(committee[1] ?? free[1], 'village-deputy-head');
  hold(free[2], 'village-committee-member');
  if (branch.diligence.slips('supervision')) return;
  hold(free[3], 'supervision-head');
  hold(free[4], 'supervision-member');
  hold(free[5], 'supervision-member');
  for (let index = 0; index < 4; index += 1) hold(free[6 + index], 'villager-group-leader');
}

/** The posts that only one kind of organization knows. */
function fillUnitPosts(scene: Scene, queue: Member[], committee: Member[], hold: Hold): void {
  const { branch } = scene;
  const random = branch.diligence.draws('unit-posts');
  const free = queue.slice(committee.length);
  const kept = (post: string) => !branch.diligence.slips(post);
  const both = random.chance(0.5);
  switch (branch.place.kind) {
    case 'community':
      hold(both ? committee[0] : free[0], 'village-head');
      hold(committee[1] ?? free[1], 'village-deputy-head');
      hold(free[2], 'village-committee-member');
      if (kept('part-time-member')) hold(free[3], 'part-time-member');
      return;
    case 'agency':
      if (branch.place.form === 'committee' && kept('full-time-deputy'))
        hold(committee[1], 'full-time-deputy');
      return;
    case 'soe':
    case 'private':
      if (!kept('manager')) return;
      hold(committee[0], 'manager');
      hold(committee[1], 'manager');
      return;
    case 'school':
      hold(both ? committee[0] : committee[1], 'principal');
      hold(free[0], 'vice-principal');
      return;
    default:
  }
}

function fillReserve(scene: Scene, people: People, hold: Hold): void {
  const { branch } = scene;
  const random = branch.diligence.draws('reserve');
  const wanted = branch.diligence.slips('reserve') ? random.whole(0, 2) : random.whole(3, 5);
  const young = people.members.filter(({ age, floating }) => age < 55 && !floating);
  young.slice(-wanted || young.length).forEach((member) => {
    hold(member, 'reserve-cadre', dayIn(yearOf(scene.firstDay), 3, 1));
  });
}

function addSeat(scene: Scene, person: number, post: string, from: number, until: number | null): void {
  addRecord(scene, 'seat', Math.max(from, scene.firstDay), {
    person,
    post,
    held_from: writeDay(from),
    held_until: until === null ? null : writeDay(until),
  });
}
