import { pinyin } from 'pinyin-pro';
import { writeDay } from './days.ts';
import { namePerson } from './names.ts';
import type { Random } from './random.ts';
import type { Row } from './rows.ts';
import type { Scene } from './scene.ts';

/** A member while the branch's meetings are told: who could come, and how often this one stays away. */
export interface Member {
  id: number;
  from: number;
  until: number;
  /** Of eight trainings, so many are missed. */
  misses: number;
  floating: boolean;
  full: boolean;
  age: number;
  educated: boolean;
}

export interface SealedPerson {
  identity_cipher: Buffer;
  identity_index: Buffer;
  phone_cipher: Buffer;
  phone_index: Buffer;
}

/** Encrypts what is sensitive the way the program itself does. */
export type SealPerson = (identity: string, phone: string) => SealedPerson;

export interface Admission {
  day: number;
  person: number;
}

export interface People {
  members: Member[];
  admissions: Admission[];
}

export function fillRoster(scene: Scene, seal: SealPerson): People {
  const { branch } = scene;
  const random = branch.diligence.draws('people');
  const people: People = { members: [], admissions: [] };
  const fresh = branch.diligence.slips('admission') || branch.members <= 3 ? 0 : random.whole(2, 4);
  for (let index = 0; index < branch.members; index += 1) {
    addMember(scene, random, seal, people, index >= branch.members - fresh);
  }
  if (branch.members > 20) addGone(scene, random, seal);
  addAspirants(scene, random, seal);
  return people;
}

function addMember(scene: Scene, random: Random, seal: SealPerson, people: People, fresh: boolean): void {
  const { branch, yesterday } = scene;
  const untidy = branch.diligence.slips('admission-quality');
  const age = fresh
    ? random.whole(20, untidy ? 52 : 38)
    : Math.min(84, 30 + random.whole(0, 30) + random.whole(0, 24));
  const born = yesterday - Math.round(age * 365.25) - random.whole(0, 300);
  const admitted = fresh
    ? yesterday - random.whole(20, 600)
    : Math.min(yesterday - 800, born + Math.round(365.25 * random.whole(19, 34)));
  const full = admitted + 366 <= yesterday ? admitted + 366 : null;
  const floating = !fresh && branch.members > 12 && age < 62 && random.chance(0.07);
  const exempt = age >= 76;
  const misses =
    floating || exempt
      ? 8
      : branch.diligence.slips('training') && random.chance(0.2)
        ? 5
        : random.whole(0, 1);
  const education =
    fresh && !untidy ? random.whole(3, 5) : Math.max(1, Math.min(6, random.whole(1, 3) + (age < 50 ? 2 : 0)));
  const tracked = !branch.diligence.slips('floating');
  const id = addPerson(scene, random, seal, born, admitted, {
    education,
    applied_on: writeDay(admitted - random.whole(800, 1400)),
    activist_on: writeDay(admitted - random.whole(420, 700)),
    candidate_on: writeDay(admitted - random.whole(40, 200)),
    admitted_on: writeDay(admitted),
    full_on: full === null ? null : writeDay(full),
    joined_on: writeDay(Math.max(admitted, branch.place.founded)),
    floating: floating ? 'out' : null,
    floating_since: floating ? writeDay(yesterday - random.whole(200, 1500)) : null,
    floating_known_on: floating
      ? writeDay(yesterday - (tracked ? random.whole(3, 60) : random.whole(100, 400)))
      : null,
    paired: floating ? tracked || random.chance(0.5) : null,
    lost_contact: floating && branch.diligence.slips('lost-contact') && random.chance(0.2),
    post_duty: branch.diligence.slips('post-duty') && random.chance(0.3) ? null : random.pick(dutyPosts),
    // Whoever works far away is taught where they are; the home branch does not count their hours.
    exempt_hours: exempt || floating,
  });
  people.members.push({
    id,
    from: Math.max(admitted, branch.place.founded),
    until: Number.POSITIVE_INFINITY,
    misses,
    floating,
    full: full !== null,
    age,
    educated: education >= 3,
  });
  if (fresh) people.admissions.push({ day: admitted, person: id });
}

const dutyPosts = ['政策宣传岗', '环境卫生岗', '矛盾调解岗', '致富带动岗', '民意收集岗', '扶老助困岗'];

/** A few who left during the last year: transferred or deceased. */
function addGone(scene: Scene, random: Random, seal: SealPerson): void {
  const gone = Math.max(1, Math.round(scene.branch.members / 90));
  for (let index = 0; index < gone; index += 1) {
    const born = scene.yesterday - random.whole(9_000, 30_000);
    const admitted = born + random.whole(7_300, 8_700);
    const left = scene.yesterday - random.whole(30, 360);
    addPerson(scene, random, seal, born, admitted, {
      education: random.whole(1, 5),
      admitted_on: writeDay(admitted),
      full_on: writeDay(admitted + 366),
      joined_on: writeDay(Math.max(admitted, scene.branch.place.founded)),
      left_on: writeDay(left),
      left_why: random.chance(0.6) ? 'transfer' : 'death',
    });
  }
}

/** Applicants, activists and candidates for membership; three activists for each candidate where work is done well. */
function addAspirants(scene: Scene, random: Random, seal: SealPerson): void {
  const { branch, yesterday } = scene;
  const small = branch.members < 30;
  const candidates = small && random.chance(0.5) ? 0 : 1;
  const activists = branch.diligence.slips('activists') ? candidates : candidates * 3 + random.whole(0, 2);
  const applicants = random.whole(1, 4);
  for (let index = 0; index < applicants + activists + candidates; index += 1) {
    const born = yesterday - random.whole(7_600, 13_500);
    const applied = yesterday - random.whole(400, 1300);
    const activist = index < activists + candidates ? applied + random.whole(180, 300) : null;
    const candidate = index < candidates && activist ? yesterday - random.whole(10, 80) : null;
    addPerson(scene, random, seal, born, applied, {
      education: random.whole(3, 5),
      applied_on: writeDay(applied),
      activist_on: activist === null ? null : writeDay(activist),
      candidate_on: candidate === null ? null : writeDay(candidate),
      joined_on: writeDay(Math.max(applied, branch.place.founded)),
    });
  }
}

function addPerson(
  scene: Scene,
  random: Random,
  seal: SealPerson,
  born: number,
  since: number,
  told: Row,
): number {
  const sex = random.chance(0.7) ? 'male' : 'female';
  const name = namePerson(random, sex);
  const birth = writeDay(born);
  const id = scene.next('person');
  // No region has the number 999999 and no telephone begins with 100: nobody can be meant by accident.
  const identity = `999999${birth.replaceAll('-', '')}${String(id % 1000).padStart(3, '0')}0`;
  const phone = `100${String(10_000_000 + ((id * 7919) % 89_999_999)).padStart(8, '0')}`;
  const { place } = scene.branch;
  scene.batch.person.push({
    county: scene.county,
    id,
    organization: place.id,
    path: place.path,
    name,
    initials: writeInitials(name),
    sex,
    birth_on: birth,
    left_on: null,
    lost_contact: false,
    exempt_hours: false,
    source_key: `demo/person/${id}`,
    entered_by: 'demo',
    entered_at: `${writeDay(Math.min(scene.yesterday, Math.max(scene.firstDay, since) + 3))} 18:00:00+08`,
    ...seal(identity, phone),
    ...told,
  });
  return id;
}

const initials = new Map<string, string>();

/** Pinyin initials, kept character by character: the same few hundred characters make all the names. */
export function writeInitials(name: string): string {
  let text = '';
  for (const character of name) {
    let initial = initials.get(character);
    if (initial === undefined) {
      initial = pinyin(character, { pattern: 'first', toneType: 'none' }).trim().toLowerCase();
      initials.set(character, initial);
    }
    text += initial;
  }
  return text;
}
