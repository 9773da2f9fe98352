import { randomBytes } from 'node:crypto';
import type { noticeBody, ResultFull } from '@hujian/contract';
import { addDays } from '@hujian/engine';
import type * as z from 'zod';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getRound } from '../rounds/rounds.ts';
import { listPractices } from './list-practices.ts';
import { makeNoticeBody } from './make-notice-body.ts';
import { presentResult } from './present-result.ts';
import {
  addStep,
  auditOf,
  getManaged,
  getResult,
  requireAnswered,
  requireState,
  writeResult,
} from './results.ts';
import { lastWorkingDay } from './working-days.ts';

/** How far ahead a notice may begin. */
const furthest = 60;

/** POST /results/:result/notice : an accepted result goes up for everybody to see, with a period for objections. */
export async function noticeResult(
  context: Context<{ result: number }, unknown, z.output<typeof noticeBody>>,
): Promise<ResultFull> {
  const { trx, actor, params, body, today, note } = context;
  const row = await getManaged(trx, actor, { ...params, version: body.version });
  requireState(row, ['accepted'], '公示');
  await requireAnswered(trx, row, '公示');
  const from = body.fromDay ?? today;
  if (from < today || from > addDays(today, furthest))
    throw problems.badInput([
      { path: 'fromDay', message: `公示从今天起、${furthest}天以内开始，请改一个日期。` },
    ]);
  const round = await getRound(trx, row.round);
  const until = lastWorkingDay(from, body.workingDays);
  const shown = makeNoticeBody(row, round, await listPractices(trx, round));
  const slug = randomBytes(16).toString('base64url');
  await trx
    .insertInto('public_notice')
    .values({
      county: row.county,
      organization: row.organization,
      path: row.path,
      result: row.id,
      slug,
      title: body.title,
      body: JSON.stringify(shown),
      from_day: from,
      working_days: body.workingDays,
      until_day: until,
      contact: body.contact,
      entered_by: actor.account,
    })
    .execute();
  await writeResult(trx, row, 'noticed');
  const said = `${from}至${until}，${body.workingDays}个工作日`;
  await addStep(trx, row, actor, { step: 'notice', note: said });
  note(auditOf(row, { slug, from, until }));
  return presentResult(context, await getResult(trx, row.id));
}
