import { problems } from '../../../http/problem.ts';
import type { RegisterKind } from '../register-kind.ts';
import { sourceKeys } from '../source-key.ts';
import { presentCommon } from './present-common.ts';
import { requireCode, requireOrder } from './require-code.ts';

/** Profile figures with the day on which they stood so. */
export const figures: RegisterKind<'figures', 'figure'> = {
  register: 'figures',
  title: '基本情况数据',
  table: 'figure',
  day: 'counted_on',
  code: 'figure',
  searched: ['source'],
  toColumns: (body, { vocabulary }) => {
    requireCode(vocabulary.vocabulary.figures, body.figure, 'figure');
    return {
      figure: body.figure,
      counted_on: body.countedOn,
      value: body.value,
      source: body.source ?? null,
      source_key: sourceKeys.figures(body),
    };
  },
  present: (row, showing) => ({
    register: 'figures',
    ...presentCommon(row, showing),
    figure: row.figure,
    countedOn: row.counted_on,
    value: row.value,
    source: row.source,
  }),
};

/** Documents held: that they exist and how long they hold, not the files. */
export const documents: RegisterKind<'documents', 'document'> = {
  register: 'documents',
  title: '文件资料',
  table: 'document',
  day: 'held_from',
  code: 'document',
  searched: ['title', 'number'],
  toColumns: (body, { vocabulary }) => {
    requireCode(vocabulary.vocabulary.documents, body.document, 'document');
    requireOrder(body.heldFrom, body.heldUntil, 'heldUntil');
    return {
      document: body.document,
      title: body.title,
      number: body.number ?? null,
      held_from: body.heldFrom,
      held_until: body.heldUntil ?? null,
      source_key: sourceKeys.documents(body),
    };
  },
  present: (row, showing) => ({
    register: 'documents',
    ...presentCommon(row, showing),
    document: row.document,
    title: row.title,
    number: row.number,
    heldFrom: row.held_from,
    heldUntil: row.held_until,
  }),
};

/** Events that somebody entitled to has confirmed. */
export const events: RegisterKind<'events', 'event'> = {
  register: 'events',
  title: '事项',
  table: 'event',
  day: 'happened_on',
  code: 'event',
  searched: ['told'],
  toColumns: (body, { vocabulary }) => {
    const word = vocabulary.vocabulary.events[body.event];
    requireCode(vocabulary.vocabulary.events, body.event, 'event');
    if (body.endedOn && !word?.state)
      throw problems.badInput([{ path: 'endedOn', message: '这类事项是一次性的，不填解除日期。' }]);
    requireOrder(body.happenedOn, body.endedOn, 'endedOn');
    requireOrder(body.happenedOn, body.confirmedOn, 'confirmedOn');
    return {
      event: body.event,
      happened_on: body.happenedOn,
      ended_on: body.endedOn ?? null,
      told: body.told ?? null,
      confirmed_by: body.confirmedBy,
      confirmed_on: body.confirmedOn,
      source_key: sourceKeys.events(body),
    };
  },
  present: (row, showing) => ({
    register: 'events',
    ...presentCommon(row, showing),
    event: row.event,
    happenedOn: row.happened_on,
    endedOn: row.ended_on,
    told: row.told,
    confirmedBy: row.confirmed_by,
    confirmedOn: row.confirmed_on,
  }),
};

/** Since when a register is kept here and below. */
export const registers: RegisterKind<'registers', 'register_span'> = {
  register: 'registers',
  title: '台账启用',
  table: 'register_span',
  day: 'kept_from',
  code: 'register',
  searched: [],
  toColumns: (body) => {
    requireOrder(body.keptFrom, body.keptUntil, 'keptUntil');
    return {
      register: body.of,
      kept_from: body.keptFrom,
      kept_until: body.keptUntil ?? null,
      source_key: sourceKeys.registers(body),
    };
  },
  present: (row, showing) => ({
    register: 'registers',
    ...presentCommon(row, showing),
    of: row.register,
    keptFrom: row.kept_from,
    keptUntil: row.kept_until,
  }),
};
