import type { RecordView } from '@hujian/contract';
import { day, number } from '../../parts/words.ts';

type Names = (table: string, code: string | null | undefined) => string;

export interface Described {
  day: string | null;
  title: string;
  details: string[];
}

const said = (...parts: (string | null | false | undefined)[]): string[] =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '');

const until = (from: string, end: string | null) =>
  `${day(from)}起${end === null ? '' : `，至${day(end)}止`}`;

type Describers = {
  [R in RecordView['register']]: (record: Extract<RecordView, { register: R }>, names: Names) => Described;
};

const activity = (
  record: Extract<RecordView, { register: 'activities' | 'trainings' }>,
  names: Names,
): Described => ({
  day: record.happenedOn,
  title:
    record.title === ''
      ? names('activities', record.kind)
      : `${names('activities', record.kind)}：${record.title}`,
  details: said(
    record.attendedCount !== null &&
      `实到${record.attendedCount}人${record.dueCount === null ? '' : `，应到${record.dueCount}人`}`,
    record.hours !== null && `${number(record.hours)}学时`,
    record.grade !== null && `${names('grades', record.grade)}举办`,
    record.host !== null && `主持或讲授：${record.host.name}`,
    record.way !== null && `形式：${names('ways', record.way)}`,
    record.place !== null && record.place,
    record.concentrated && '集中培训',
    !record.complete && '记录不齐全',
  ),
});

function stageOf(record: Extract<RecordView, { register: 'roster' }>): string {
  if (record.fullOn !== null) return `正式党员（${day(record.fullOn)}转正）`;
  if (record.admittedOn !== null) return `预备党员（${day(record.admittedOn)}接收）`;
  if (record.candidateOn !== null) return '发展对象';
  if (record.activistOn !== null) return '入党积极分子';
  return record.appliedOn === null ? '' : '入党申请人';
}

const describers: Describers = {
  activities: activity,
  trainings: activity,
  roster: (record, names) => ({
    day: record.joinedOn,
    title: record.name,
    details: said(
      stageOf(record),
      record.sex !== null && names('sexes', record.sex),
      record.age !== null && `${record.age}岁`,
      record.education !== null && names('educations', record.education),
      record.floating !== null && names('floatings', record.floating),
      record.postDuty,
      record.leftOn !== null && `${day(record.leftOn)}离开`,
    ),
  }),
  posts: (record, names) => ({
    day: record.heldFrom,
    title: `${names('posts', record.post)}：${record.person.name}`,
    details: [until(record.heldFrom, record.heldUntil)],
  }),
  figures: (record, names) => ({
    day: record.countedOn,
    title: `${names('figures', record.figure)}：${number(record.value)}`,
    details: said(record.source),
  }),
  documents: (record, names) => ({
    day: record.heldFrom,
    title: record.title,
    details: said(
      names('documents', record.document),
      record.number,
      until(record.heldFrom, record.heldUntil),
    ),
  }),
  events: (record, names) => ({
    day: record.happenedOn,
    title: names('events', record.event),
    details: said(
      record.told,
      `${record.confirmedBy}确认`,
      record.endedOn !== null && `${day(record.endedOn)}解除`,
    ),
  }),
  polls: (record, names) => ({
    day: record.heldOn,
    title: names('polls', record.about),
    details: [
      `有效票${record.slips}，满意${record.satisfied}，基本满意${record.basically}，不满意${record.dissatisfied}`,
    ],
  }),
  ratings: (record) => ({
    day: record.ratedOn,
    title: `现场评议：${number(record.score)}分`,
    details: said(record.look, `${record.panelists}人评议`, record.source),
  }),
  registers: (record, names) => ({
    day: record.keptFrom,
    title: names('registers', record.of),
    details: [until(record.keptFrom, record.keptUntil)],
  }),
};

/** Any record in a day, a title and its main points. */
export function describe(record: RecordView, names: Names): Described {
  const describer = describers[record.register] as (record: RecordView, names: Names) => Described;
  return describer(record, names);
}
