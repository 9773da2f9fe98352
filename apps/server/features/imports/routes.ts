import {
  idParam,
  importFile,
  importsQuery,
  pageOf,
  templateQuery,
  templates as templatesShape,
} from '@hujian/contract';
import * as z from 'zod';
import { problems } from '../../http/problem.ts';
import { route } from '../../http/route.ts';
import { dropImport, takeImport } from './change-import.ts';
import { exportRegister } from './export-register.ts';
import { getTemplateFile, presentTemplates } from './get-template.ts';
import { getImport, presentOne } from './import-files.ts';
import { listImports } from './list-imports.ts';
import { largestFile, uploadImport } from './upload.ts';

const byId = z.object({ id: idParam });
export const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const routes = [
  route({
    method: 'GET',
    url: '/imports/templates',
    summary: '导入模板',
    permission: 'import',
    access: 'read',
    response: templatesShape,
    handle: async ({ actor }) => presentTemplates(actor),
  }),
  route({
    method: 'GET',
    url: '/imports/templates/:file',
    summary: '下载导入模板',
    permission: 'import',
    access: 'read',
    params: z.object({ file: z.string().regex(/^[a-z]+\.xlsx$/) }),
    query: templateQuery,
    response: 'file',
    handle: getTemplateFile,
  }),
  route({
    method: 'POST',
    url: '/imports',
    summary: '上传导入文件',
    permission: 'import',
    access: 'write',
    door: 'none',
    act: 'import.upload',
    body: 'multipart',
    bodyLimit: largestFile + 1024 * 1024,
    response: importFile,
    status: 202,
    handle: uploadImport,
  }),
  route({
    method: 'GET',
    url: '/imports',
    summary: '导入记录',
    permission: 'import',
    access: 'read',
    query: importsQuery,
    response: pageOf(importFile),
    handle: ({ trx, actor, query }) => listImports(trx, actor, query),
  }),
  route({
    method: 'GET',
    url: '/imports/:id',
    summary: '一次导入',
    permission: 'import',
    access: 'read',
    params: byId,
    response: importFile,
    handle: async ({ trx, actor, params }) => presentOne(trx, await getImport(trx, params.id), actor),
  }),
  route({
    method: 'POST',
    url: '/imports/:id/take',
    summary: '导入',
    permission: 'import',
    access: 'write',
    act: null,
    params: byId,
    response: importFile,
    status: 202,
    handle: takeImport,
  }),
  route({
    method: 'POST',
    url: '/imports/:id/drop',
    summary: '放弃导入',
    permission: 'import',
    access: 'write',
    act: 'import.drop',
    params: byId,
    response: importFile,
    handle: dropImport,
  }),
  route({
    method: 'GET',
    url: '/imports/:id/marked.xlsx',
    summary: '下载标注了错误的文件',
    permission: 'import',
    access: 'read',
    params: byId,
    response: 'file',
    handle: async ({ trx, params }) => {
      const row = await getImport(trx, params.id);
      const found = await trx
        .selectFrom('import_file')
        .select('marked')
        .where('county', '=', row.county)
        .where('id', '=', row.id)
        .executeTakeFirst();
      if (!found?.marked) throw problems.notFound('标注了错误的文件');
      return { fileName: `错误标注-${row.file_name}`, contentType: excel, content: found.marked };
    },
  }),
  route({
    method: 'GET',
    url: '/organizations/:id/export/:file',
    summary: '导出台账',
    permission: 'export',
    access: 'read',
    act: 'export.records',
    params: z.object({ id: idParam, file: z.string().regex(/^[a-z]+\.xlsx$/) }),
    response: 'file',
    handle: exportRegister,
  }),
];
