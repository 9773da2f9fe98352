import type { importFile } from '@hujian/contract';
import * as z from 'zod';
import { problems } from '../../http/problem.ts';
import { readUpload } from '../../http/read-upload.ts';
import type { Context } from '../../http/route.ts';
import { countBurden } from '../burden/count-burden.ts';
import { chooseOrganization, createImport, presentOne } from './import-files.ts';
import { checkTask } from './tasks.ts';
import { findTemplate } from './templates.ts';

export const largestFile = 50 * 1024 * 1024;

const fieldsShape = z.object({
  organization: z.coerce.number().int().positive().optional(),
  template: z.string().max(40).optional(),
});

const rules = {
  largest: largestFile,
  missing: '请选择要导入的文件。',
  tooLarge: '文件超过 50 MB，请拆成几份再上传。',
};

/** POST /imports: keeps the file and queues its check. The file is read before the database is opened. */
export async function uploadImport(
  context: Context<unknown, unknown, unknown>,
): Promise<z.input<typeof importFile>> {
  const { actor, services, request, today } = context;
  const upload = await readUpload(request, rules);
  const fields = fieldsShape.safeParse(upload.fields);
  if (!fields.success) throw problems.badInput([{ path: 'organization', message: '组织或模板写得不对。' }]);
  const template = fields.data.template ?? '';
  if (template !== '' && !findTemplate(template)) throw problems.notFound('这种导入模板');
  return services.door.asActor(actor, 'write', async (trx, note) => {
    const organization = await chooseOrganization(trx, actor, fields.data.organization);
    const { bytes, fileName } = upload;
    const row = await createImport(trx, actor, {
      organization,
      template,
      fileName,
      bytes,
      state: 'checking',
    });
    const { county, id } = row;
    const { account, assignment } = actor;
    const payload = { county, id, organization: organization.id, account, assignment };
    await services.jobs.add(trx, checkTask, payload, `${checkTask}/${id}`);
    await countBurden(trx, organization, today, { uploads: 1 });
    note({
      act: 'import.upload',
      object: `import_file/${id}`,
      county,
      organization: organization.id,
      path: organization.path,
      details: { file: fileName, sha256: row.sha256, size: row.size },
    });
    return presentOne(trx, row, actor);
  });
}
