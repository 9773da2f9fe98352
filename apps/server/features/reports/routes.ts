import { comparisonQuery, idParam, standingQuery } from '@hujian/contract';
import * as z from 'zod';
import { route } from '../../http/route.ts';
import { getStandingPage } from '../standings/standing-page.ts';
import { comparisonReport } from './comparison-report.ts';
import { comparisonWorkbook } from './comparison-workbook.ts';
import { listComparison } from './list-comparison.ts';
import { excel, word } from './media-types.ts';
import { standingReport } from './standing-report.ts';

const shared = {
  method: 'GET',
  permission: 'report',
  access: 'read',
  act: 'export.report',
  response: 'file',
} as const;

export const routes = [
  route({
    ...shared,
    url: '/comparison.xlsx',
    summary: '导出对比表',
    query: comparisonQuery,
    handle: async ({ trx, actor, query, today, note }) => {
      const view = await listComparison(trx, actor, query, today);
      note({
        organization: view.scope.id,
        details: { edition: view.edition.id, asOf: view.asOf, form: 'xlsx' },
      });
      const content = Buffer.from(await comparisonWorkbook(view));
      return { fileName: `${view.scope.name}-对比-${view.asOf}.xlsx`, contentType: excel, content };
    },
  }),
  route({
    ...shared,
    url: '/comparison.docx',
    summary: '导出对比报告',
    query: comparisonQuery,
    handle: async ({ trx, actor, query, today, note }) => {
      const view = await listComparison(trx, actor, query, today);
      note({
        organization: view.scope.id,
        details: { edition: view.edition.id, asOf: view.asOf, form: 'docx' },
      });
      const content = Buffer.from(await comparisonReport(view, today));
      return { fileName: `${view.scope.name}-考评情况-${view.asOf}.docx`, contentType: word, content };
    },
  }),
  route({
    ...shared,
    url: '/standings/:organization.docx',
    summary: '导出一个组织的考评报告',
    params: z.object({ organization: idParam }),
    query: standingQuery,
    handle: async ({ trx, actor, params, query, today, note }) => {
      const page = await getStandingPage(trx, actor, params.organization, query, today);
      note({
        organization: page.organization.id,
        details: { edition: page.edition.id, asOf: page.asOf, form: 'docx' },
      });
      const content = Buffer.from(await standingReport(page, today));
      return { fileName: `${page.organization.name}-考评情况-${page.asOf}.docx`, contentType: word, content };
    },
  }),
];
