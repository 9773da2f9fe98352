import type { ActivityRow } from '../interpret/rows.ts';
import type { Fields } from '../parse/fields.ts';
import { sayInstead } from '../parse/suggest.ts';
import { daysInMonth, isDay, makeDay } from '../window/calendar.ts';
import type { ExampleRows } from './example-rows.ts';
import type { Setting } from './read-people.ts';

/** One entry of `activities`: a record for each of its days. */
export function readActivityEntry(fields: Fields, into: ExampleRows, setting: Setting): void {
  const kind = fields.text('kind');
  const known = Object.keys(setting.vocabulary.activities);
  if (!known.includes(kind)) fields.fail('kind', sayInstead('kind', kind, known));
  const days = readDays(fields);
  const host = readRef(fields, 'host', into);
  const group = readRef(fields, 'group', into);
  const hours = fields.has('hours') ? fields.number('hours') : null;
  const activity: Omit<Partial<ActivityRow>, 'kind' | 'happened_on'> = {
    ...(fields.has('title') ? { title: fields.text('title') } : {}),
    ...(fields.has('theme') ? { theme: fields.text('theme') } : {}),
    ...(fields.has('tags') ? { tags: fields.words('tags') } : {}),
    ...(fields.has('stages') ? { stages: fields.words('stages') } : {}),
    ...(fields.has('way') ? { way: fields.text('way') } : {}),
    ...(fields.has('grade') ? { grade: fields.text('grade') } : {}),
    ...(fields.has('concentrated') ? { concentrated: fields.flag('concentrated') ?? false } : {}),
    ...(fields.has('due') ? { due_count: fields.number('due') } : {}),
    ...(fields.has('attended') ? { attended_count: fields.number('attended') } : {}),
    ...(fields.has('complete') ? { complete: fields.flag('complete') ?? true } : {}),
    ...(host === undefined ? {} : { host }),
    ...(group === undefined ? {} : { party_group: group }),
  };
  const present = fields.has('attendedBy') ? fields.words('attendedBy') : [];
  const persons = present.map((name) => into.refOf(name) ?? refuse(fields, 'attendedBy', name));
  fields.close();
  for (const happened_on of days) {
    const id = into.addActivity({ ...activity, kind, happened_on });
    for (const person of persons) {
      const { grade = 'branch', concentrated = false } = activity;
      into.addAttendance(person, id, { kind, happened_on, grade, concentrated, hours });
    }
  }
}

function readRef(fields: Fields, key: string, into: ExampleRows): number | undefined {
  const name = fields.optionalText(key);
  if (name === undefined) return undefined;
  return into.refOf(name) ?? refuse(fields, key, name);
}

function refuse(fields: Fields, key: string, name: string): number {
  fields.fail(key, `${key} 写的 “${name}” 没有定义，请在 people 或 groups 里写 ref: ${name}`);
  return 0;
}

/** `on` a day or a list; `monthly: 2026`; `quarterly: 2026`. */
function readDays(fields: Fields): readonly string[] {
  const day = fields.number('day', 10);
  const last = fields.number('until', 12);
  const months = (list: readonly number[], year: number): string[] =>
    list.filter((m) => m <= last).map((m) => makeDay(year, m, Math.min(day, daysInMonth(year, m))));
  if (fields.has('monthly')) return months([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], fields.number('monthly'));
  if (fields.has('quarterly')) return months([2, 5, 8, 11], fields.number('quarterly'));
  const days = fields.words('on');
  for (const one of days) if (!isDay(one)) fields.fail('on', `on 写的 “${one}” 不是日期`);
  return days;
}
