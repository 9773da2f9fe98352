import type { ResultFull } from '@hujian/contract';
import { findAccountNames } from '../../access/find-account-names.ts';
import type { Trx } from '../../database/door.ts';
import type { ResultStepTable } from '../../database/result-tables.ts';
import { stateOn } from './find-notice.ts';
import { everybody, type ResultRecord } from './results.ts';

type Of = Pick<ResultRecord, 'county' | 'id'>;

const stepTitles = {
  compute: '计算结果',
  adjust: '调整',
  submit: '报送上级',
  return: '退回',
  accept: '审定',
  notice: '公示',
  objection: '收到异议',
  answer: '答复异议',
  publish: '公布',
  correct: '更正',
} as const satisfies Record<ResultStepTable['step'], string>;

export async function presentSteps(trx: Trx, { county, id }: Of): Promise<ResultFull['steps']> {
  const rows = await trx
    .selectFrom('result_step as t')
    .leftJoin('organization as o', 'o.id', 't.by_organization')
    .select(['t.step', 't.note', 't.entered_by', 't.entered_at', 't.sha256', 'o.name'])
    .where('t.county', '=', county)
    .where('t.result', '=', id)
    .orderBy('t.id')
    .execute();
  const whoIs = await findAccountNames(
    trx,
    rows.map(({ entered_by }) => entered_by),
  );
  return rows.map(({ step, note, entered_by, entered_at, sha256, name }) => ({
    step,
    title: stepTitles[step],
    organization: name,
    note,
    by: entered_by === everybody ? '社会公众' : whoIs(entered_by),
    at: entered_at.toISOString(),
    sha256,
  }));
}

export async function presentNotices(
  trx: Trx,
  { county, id }: Of,
  today: string,
): Promise<ResultFull['notices']> {
  const rows = await trx
    .selectFrom('public_notice')
    .select(['id', 'slug', 'title', 'from_day', 'until_day', 'working_days', 'state'])
    .where('county', '=', county)
    .where('result', '=', id)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    title: row.title,
    fromDay: row.from_day,
    untilDay: row.until_day,
    workingDays: row.working_days,
    state: stateOn(row, today),
  }));
}

export async function presentObjections(trx: Trx, { county, id }: Of): Promise<ResultFull['objections']> {
  const rows = await trx
    .selectFrom('objection as j')
    .leftJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'j.county').onRef('o.id', '=', 'j.unit'),
    )
    .select(['j.id', 'j.about', 'j.person', 'j.contact', 'j.state', 'j.answer', 'j.entered_at'])
    .select(['j.answered_at', 'o.name'])
    .where('j.county', '=', county)
    .where('j.result', '=', id)
    .orderBy('j.id', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unit: row.name,
    about: row.about,
    person: row.person,
    hasContact: row.contact !== null,
    state: row.state,
    answer: row.answer,
    at: row.entered_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
  }));
}

export async function presentCorrections(
  trx: Trx,
  { county, id, packet }: Of & Pick<ResultRecord, 'packet'>,
  whole: boolean,
): Promise<ResultFull['corrections']> {
  const rows = await trx
    .selectFrom('correction as c')
    .leftJoin('organization as o', (join) =>
      join.onRef('o.county', '=', 'c.county').onRef('o.id', '=', 'c.unit'),
    )
    .select(['c.id', 'c.before', 'c.after', 'c.reason', 'c.entered_by', 'c.entered_at', 'c.unit', 'o.code'])
    .where('c.county', '=', county)
    .where('c.result', '=', id)
    .orderBy('c.id')
    .execute();
  const whoIs = await findAccountNames(
    trx,
    rows.map(({ entered_by }) => entered_by),
  );
  const names = new Map(packet.units.map(({ code, name }) => [code, name]));
  return rows.map((row) => ({
    id: row.id,
    unit: row.code === null ? null : (names.get(row.code) ?? null),
    before: row.before,
    after: row.after,
    reason: row.reason,
    by: whole ? whoIs(row.entered_by) : '',
    at: row.entered_at.toISOString(),
  }));
}
