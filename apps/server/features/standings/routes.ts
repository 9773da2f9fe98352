import {
  comparison,
  comparisonQuery,
  evaluation,
  evaluationBody,
  idParam,
  pageOf,
  pageQuery,
  standingPage,
  standingQuery,
  standingsWaiting,
  trace,
  traceQuery,
} from '@hujian/contract';
import * as z from 'zod';
import { problems } from '../../http/problem.ts';
import { route } from '../../http/route.ts';
import { compare } from './compare.ts';
import { getEvaluation } from './find-evaluation.ts';
import { findWaiting } from './follow-records.ts';
import { getTrace } from './get-trace.ts';
import { findEvaluationView, listEvaluations } from './list-evaluations.ts';
import { exportPacket } from './packet.ts';
import { saveEvaluation } from './save-evaluation.ts';
import { getStandingPage } from './standing-page.ts';

const byId = z.object({ id: idParam });

export const routes = [
  route({
    method: 'GET',
    url: '/standings/waiting',
    summary: '有没有还没计入考评结果的记录',
    permission: 'standing.read',
    access: 'read',
    response: standingsWaiting,
    handle: ({ trx }) => findWaiting(trx),
  }),
  route({
    method: 'GET',
    url: '/standings/:organization',
    summary: '一个组织的考评结果',
    permission: 'standing.read',
    access: 'read',
    params: z.object({ organization: idParam }),
    query: standingQuery,
    response: standingPage,
    handle: ({ trx, actor, params, query, today }) =>
      getStandingPage(trx, actor, params.organization, query, today),
  }),
  route({
    method: 'GET',
    url: '/trace',
    summary: '追溯一个检查点',
    permission: 'standing.read',
    access: 'read',
    query: traceQuery,
    response: trace,
    handle: ({ trx, actor, query, today }) => getTrace(trx, actor, query, today),
  }),
  route({
    method: 'GET',
    url: '/comparison',
    summary: '对比',
    permission: 'standing.read',
    access: 'read',
    query: comparisonQuery,
    response: comparison,
    handle: ({ trx, actor, query, today }) => compare(trx, actor, query, today),
  }),
  route({
    method: 'POST',
    url: '/evaluations',
    summary: '发起考评',
    permission: 'evaluation.save',
    // Opened for reading: it takes the county's lock alone, which a writer could not. save-evaluation.ts lets it write.
    access: 'read',
    act: 'evaluation.save',
    body: evaluationBody,
    response: evaluation,
    status: 202,
    handle: async ({ trx, actor, body, services, today, note }) => {
      const row = await saveEvaluation(trx, actor, services.jobs, body, today);
      note({
        object: `evaluation/${row.id}`,
        county: row.county,
        organization: row.organization,
        path: row.path,
        details: { edition: row.edition, asOf: row.as_of },
      });
      return getView(await findEvaluationView(trx, actor, row.id));
    },
  }),
  route({
    method: 'GET',
    url: '/evaluations',
    summary: '已存的考评',
    permission: 'standing.read',
    access: 'read',
    query: pageQuery,
    response: pageOf(evaluation),
    handle: ({ trx, actor, query }) => listEvaluations(trx, actor, query),
  }),
  route({
    method: 'GET',
    url: '/evaluations/:id',
    summary: '一次考评',
    permission: 'standing.read',
    access: 'read',
    params: byId,
    response: evaluation,
    handle: async ({ trx, actor, params }) => getView(await findEvaluationView(trx, actor, params.id)),
  }),
  route({
    method: 'GET',
    url: '/evaluations/:id/packet',
    summary: '考评结果包',
    permission: 'report',
    access: 'read',
    act: 'export.packet',
    params: byId,
    response: 'file',
    handle: async ({ trx, actor, params, note }) => {
      const row = await getEvaluation(trx, params.id, actor.scope?.path);
      if (row.state !== 'done') throw problems.conflict('这次考评还没有完成，没有可以导出的结果。');
      note({ object: `evaluation/${row.id}`, organization: row.organization, path: row.path });
      return {
        fileName: `考评${row.id}-${row.as_of}.json`,
        contentType: 'application/json; charset=utf-8',
        content: await exportPacket(trx, row),
      };
    },
  }),
];

function getView<View>(view: View | undefined): View {
  if (view === undefined) throw problems.notFound('这次考评');
  return view;
}
