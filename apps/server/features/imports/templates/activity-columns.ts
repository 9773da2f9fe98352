import { choicesOf } from '../choices.ts';
import type { ImportColumn, RecordPlan } from '../column.ts';

export const gradeColumn: ImportColumn = {
  key: 'grade',
  title: '举办层级',
  kind: 'choice',
  choices: choicesOf('grades'),
  note: '由哪一级举办；培训必填，其他可不填。',
  width: 12,
};

export const concentratedColumn: ImportColumn = {
  key: 'concentrated',
  title: '集中培训',
  kind: 'yes-no',
  empty: 'false',
  note: '集中培训填“是”。',
  width: 10,
};

/** How staged activities, of whichever sheet, become records. */
export const activityRecord: RecordPlan = {
  table: 'activity',
  fields: [
    { column: 'kind', type: 'text' },
    { column: 'title', type: 'text' },
    { column: 'happened_on', type: 'date' },
    { column: 'place', type: 'text' },
    { column: 'theme', type: 'text' },
    { column: 'tags', type: 'text[]' },
    { column: 'stages', type: 'text[]' },
    { column: 'way', type: 'text' },
    { column: 'party_group', type: 'bigint' },
    { column: 'host', type: 'bigint' },
    { column: 'grade', type: 'text' },
    { column: 'concentrated', type: 'boolean' },
    { column: 'hours', type: 'numeric' },
    { column: 'due_count', type: 'integer' },
    { column: 'attended_count', type: 'integer' },
    { column: 'complete', type: 'boolean' },
  ],
  keys: [['kind', 'happened_on', 'party_group', 'title', 'host']],
  looseKeys: [
    ['kind', 'happened_on', 'party_group', 'title'],
    ['kind', 'happened_on', 'party_group', 'host'],
  ],
  sourceKey: ['kind', 'happened_on', 'title', 'party_group', 'host'],
  day: 'happened_on',
};
