import type { importFile } from '@hujian/contract';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { problems } from '../../http/problem.ts';
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

interface Upload {
  bytes: Buffer;
  fileName: string;
  fields: Record<string, string>;
}

/** POST /imports: keeps the file and queues its check. The file is read before the database is opened. */
export async function uploadImport(
  context: Context<unknown, unknown, unknown>,
): Promise<z.input<typeof importFile>> {
  const { actor, services, request, today } = context;
  const upload = await readUpload(request);
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

async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw problems.badInput([{ path: 'file', message: '请选择要导入的文件。' }]);
  const fields: Record<string, string> = {};
  let file: { bytes: Buffer; fileName: string } | undefined;
  for await (const part of request.parts({ limits: { fileSize: largestFile } })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string' && part.value !== '') fields[part.fieldname] = part.value;
      continue;
    }
    const bytes = await part.toBuffer().catch((thrown: unknown) => {
      throw part.file.truncated ? problems.tooLarge('文件超过 50 MB，请拆成几份再上传。') : thrown;
    });
    file = { bytes, fileName: plainName(part.filename) };
  }
  if (!file) throw problems.badInput([{ path: 'file', message: '请选择要导入的文件。' }]);
  return { ...file, fields };
}

/** The name alone, without a folder, control characters or more length than a screen has. */
const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, 120) || '未命名.xlsx';
