import type { RecordBodies } from '@hujian/contract';
import type { Selectable } from 'kysely';
import type { ActivityTable } from '../../../database/tables.ts';
import { problems } from '../../../http/problem.ts';
import type { Services } from '../../../http/services.ts';
import type { Names, RegisterKind } from '../register-kind.ts';
import { sourceKeys } from '../source-key.ts';
import { presentCommon, presentPerson } from './present-common.ts';
import { requireCode, requireCodes } from './require-code.ts';

type Body = RecordBodies['activities'];

/** Kinds of activity that belong to a register; trainings are activities whose hours count. */
export const codesOf = (services: Services, register: 'activities' | 'trainings'): string[] =>
  Object.entries(services.vocabulary.vocabulary.activities)
    .filter(([, word]) => word.register === register)
    .map(([code]) => code);

const shared = {
  table: 'activity',
  day: 'happened_on',
  code: 'kind',
  searched: ['title', 'place'],
  persons: (row: Selectable<ActivityTable>) => [row.host],
} as const;

/** Meetings, lectures, visits, decisions, notices … */
export const activities: RegisterKind<'activities', 'activity'> = {
  ...shared,
  register: 'activities',
  title: '活动',
  toColumns: (body, services) => toColumns(body, services, 'activities'),
  present: (row, showing) => ({
    register: 'activities',
    ...presentCommon(row, showing),
    ...presentFields(row, showing.names),
  }),
};

/** Trainings and study, with hours. */
export const trainings: RegisterKind<'trainings', 'activity'> = {
  ...shared,
  register: 'trainings',
  title: '培训学习',
  toColumns: (body, services) => toColumns(body, services, 'trainings'),
  present: (row, showing) => ({
    register: 'trainings',
    ...presentCommon(row, showing),
    ...presentFields(row, showing.names),
  }),
};

function toColumns(body: Body, services: Services, register: 'activities' | 'trainings') {
  const { vocabulary } = services.vocabulary;
  requireCode(vocabulary.activities, body.kind, 'kind');
  if (!codesOf(services, register).includes(body.kind))
    throw problems.badInput([
      { path: 'kind', message: '这一类活动不记在这本台账里，请换到对应的台账录入。' },
    ]);
  requireCodes(vocabulary.tags, body.tags, 'tags');
  requireCodes(vocabulary.stages, body.stages, 'stages');
  if (body.way) requireCode(vocabulary.ways, body.way, 'way');
  const present = body.attendedCount ?? body.attendance?.length ?? null;
  if (body.dueCount != null && present != null && present > body.dueCount)
    throw problems.badInput([{ path: 'attendedCount', message: '实到人数不能多于应到人数。' }]);
  return {
    kind: body.kind,
    title: body.title,
    happened_on: body.happenedOn,
    place: body.place ?? null,
    theme: body.theme ?? null,
    tags: body.tags,
    stages: body.stages,
    way: body.way ?? null,
    party_group: body.partyGroup ?? null,
    host: body.host ?? null,
    grade: body.grade ?? null,
    concentrated: body.concentrated,
    hours: body.hours ?? null,
    due_count: body.dueCount ?? null,
    attended_count: present,
    complete: body.complete,
    source_key: sourceKeys.activities(body),
  };
}

function presentFields(row: Selectable<ActivityTable>, names: Names) {
  return {
    kind: row.kind,
    title: row.title,
    happenedOn: row.happened_on,
    place: row.place,
    theme: row.theme,
    tags: row.tags,
    stages: row.stages,
    way: row.way,
    partyGroup: row.party_group,
    host: row.host === null ? null : presentPerson(row.host, names),
    grade: row.grade,
    concentrated: row.concentrated,
    hours: row.hours,
    dueCount: row.due_count,
    attendedCount: row.attended_count,
    complete: row.complete,
  };
}
