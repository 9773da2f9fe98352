import type { PersonRow } from '../interpret/rows.ts';
import type { Fields } from '../parse/fields.ts';
import { Fields as Inner, isMap } from '../parse/fields.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { addMonths } from '../window/calendar.ts';
import type { ExampleRows } from './example-rows.ts';

const STAGES = ['applicant', 'activist', 'candidate', 'probationary', 'full'] as const;

export interface Setting {
  readonly asOf: string;
  readonly founded: string;
  readonly vocabulary: Vocabulary;
}

/** One entry of `people`: as many persons as `count` says. */
export function readPersonEntry(fields: Fields, into: ExampleRows, setting: Setting): void {
  const count = fields.number('count', 1);
  const ref = fields.optionalText('ref');
  const person = readPerson(fields, setting);
  const posts = fields.has('post') ? fields.words('post') : [];
  for (const post of posts) {
    if (!setting.vocabulary.posts[post]) fields.fail('post', `词汇表里没有职务 “${post}”`);
  }
  const from = fields.has('postFrom') ? fields.day('postFrom') : setting.founded;
  const until = fields.has('postUntil') ? fields.day('postUntil') : null;
  const trainings = readTrainings(fields);
  fields.close();
  for (let i = 0; i < count; i += 1) {
    const id = into.addPerson(person);
    if (ref && i === 0) into.refs.set(ref, id);
    for (const post of posts) into.addSeat({ person: id, post, held_from: from, held_until: until });
    for (const training of trainings) {
      const activity = into.addActivity(training);
      into.addAttendance(id, activity, training);
    }
  }
}

function readPerson(
  fields: Fields,
  setting: Setting,
): Omit<PersonRow, 'id' | 'organization' | 'entered_at' | 'withdrawn_at' | 'source_key'> {
  const { asOf, founded, vocabulary } = setting;
  const stage = fields.choice('stage', STAGES, 'full');
  const reached = STAGES.indexOf(stage);
  const joined = fields.has('joined') ? fields.day('joined') : founded;
  const dayOf = (key: string, rank: number): string | null =>
    fields.has(key) ? fields.day(key) : reached >= rank ? joined : null;
  const education = fields.optionalText('education');
  if (education && !vocabulary.educations[education])
    fields.fail('education', `词汇表里没有学历 “${education}”`);
  const born = fields.has('age') ? addMonths(asOf, -12 * fields.number('age')) : null;
  return {
    sex: fields.has('sex') ? fields.choice('sex', ['male', 'female'] as const) : null,
    birth_on: fields.has('born') ? fields.day('born') : born,
    education: education ? (vocabulary.educations[education]?.rank ?? null) : null,
    applied_on: dayOf('applied', 0),
    activist_on: dayOf('activist', 1),
    candidate_on: dayOf('candidate', 2),
    admitted_on: dayOf('admitted', 3),
    full_on: dayOf('full', 4),
    joined_on: joined,
    left_on: fields.has('left') ? fields.day('left') : null,
    floating: fields.has('floating') ? fields.choice('floating', ['out', 'in'] as const) : null,
    floating_known_on: fields.has('floatingKnown') ? fields.day('floatingKnown') : null,
    paired: fields.flag('paired') ?? null,
    lost_contact: fields.flag('lostContact') ?? false,
    post_duty: fields.optionalText('postDuty') ?? null,
    exempt_hours: fields.flag('exemptHours') ?? false,
  };
}

interface Training {
  readonly kind: string;
  readonly happened_on: string;
  readonly hours: number;
  readonly grade: string;
  readonly concentrated: boolean;
}

/** `hours: { 2026: 24 }` or a list of trainings. */
function readTrainings(fields: Fields): readonly Training[] {
  const list: Training[] = [];
  const hours = fields.raw('hours');
  if (isMap(hours)) {
    for (const [year, value] of Object.entries(hours)) {
      const happened_on = `${year}-06-30`;
      list.push({
        kind: 'training',
        happened_on,
        hours: Number(value),
        grade: 'branch',
        concentrated: false,
      });
    }
  } else if (hours !== undefined) fields.fail('hours', 'hours 写成 { 年份: 学时 }，如 { 2026: 24 }');
  if (!fields.has('trainings')) return list;
  fields.list('trainings', (raw, place) => {
    const inner = new Inner(raw, place, fields.report);
    list.push({
      kind: inner.optionalText('kind') ?? 'training',
      happened_on: inner.day('on'),
      hours: inner.number('hours', 0),
      grade: inner.optionalText('grade') ?? 'branch',
      concentrated: inner.flag('concentrated') ?? false,
    });
    inner.close();
  });
  return list;
}
