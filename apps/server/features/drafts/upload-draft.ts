import { createHash } from 'node:crypto';
import type { DraftUploaded } from '@hujian/contract';
import { countWork, type Work } from '@hujian/drafting';
import { largestSource } from '@hujian/reader';
import * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import { readUpload, type Upload } from '../../http/read-upload.ts';
import type { Context } from '../../http/route.ts';
import { getScope, type Scoped } from '../standings/find-scope.ts';
import { presentRows, selectDrafts, writeJson } from './drafts.ts';
import type { ReadFile } from './reading/read-file.ts';
import { readInThread } from './reading/read-in-thread.ts';

const rules = {
  largest: largestSource,
  missing: '请选择写有标准的文件（Word、Excel 或文本）。',
  tooLarge: '文件超过 30 MB，不能读取。请删去图片和附件，或只留下标准的正文，另存后再试。',
};

const fieldsShape = z.object({
  organization: z.coerce.number().int().positive().optional(),
  again: z.stringbool().optional(),
});

type In = Context<unknown, unknown, unknown>;

/** POST /drafts: reads the file outside the database, then keeps it with one draft for each standard in it. */
export async function uploadDraft(context: In): Promise<DraftUploaded> {
  const { actor, services, request } = context;
  const upload = await readUpload(request, rules);
  const fields = fieldsShape.safeParse(upload.fields);
  if (!fields.success) throw problems.badInput([{ path: 'organization', message: '组织写得不对。' }]);
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex');
  const asked = { organization: fields.data.organization, sha256 };
  const earlier = await services.door.asActor(actor, 'read', async (trx) => {
    await chooseOwner(trx, actor, asked.organization);
    return presentRows(trx, await listSame(trx, sha256), actor);
  });
  if (earlier.length > 0 && !fields.data.again) return { drafts: [], earlier };
  const file = await read(upload, context);
  return services.door.asActor(actor, 'write', async (trx, note) => {
    const owner = await chooseOwner(trx, actor, asked.organization);
    const ids = await keepFile(trx, actor.account, { owner, upload, sha256, file });
    note({
      act: 'draft.upload',
      object: `draft/${ids.join(',')}`,
      county: owner.county,
      organization: owner.id,
      path: owner.path,
      details: { file: upload.fileName, sha256, size: upload.bytes.length, standards: ids.length },
    });
    const rows = await selectDrafts(trx).where('d.id', 'in', ids).orderBy('d.id').execute();
    return { drafts: await presentRows(trx, rows, actor), earlier };
  });
}

/** Who will own the edition: the actor's own organization, or a county below it. */
export async function chooseOwner(trx: Trx, actor: Actor, asked: number | undefined): Promise<Scoped> {
  const id = asked ?? actor.scope?.id;
  if (id === undefined) throw problems.notFound('组织');
  const owner = await getScope(trx, id, actor.scope?.path);
  if (owner.level !== 'county' && owner.level !== 'city' && owner.level !== 'province')
    throw problems.unprocessable('标准由县级或以上的组织制定和发布，请选县级组织。');
  return owner;
}

const listSame = (trx: Trx, sha256: string) =>
  selectDrafts(trx)
    .where('f.sha256', '=', sha256)
    .where('d.state', '!=', 'dropped')
    .orderBy('d.id', 'desc')
    .limit(20)
    .execute();

async function read({ bytes, fileName }: Upload, { services, today }: In): Promise<ReadFile> {
  const { vocabulary, words } = services.vocabulary;
  const reading = await readInThread({ bytes, fileName, vocabulary, words, day: today });
  const refuse = (message: string) => problems.unprocessable(message, [{ path: 'file', message }]);
  if ('refused' in reading) throw refuse(reading.refused);
  if (reading.file.works.length === 0)
    throw refuse(`在“${fileName}”里没有找到条目：它打得开，但不像一份标准。请核对是否选对了文件。`);
  return reading.file;
}

export interface KeptFile {
  owner: Pick<Scoped, 'county' | 'id' | 'path'>;
  upload: Pick<Upload, 'bytes' | 'fileName'>;
  sha256: string;
  file: ReadFile;
}

/** Writes a file that was read, with one draft for each standard in it; answers their ids. */
export async function keepFile(
  trx: Trx,
  account: string,
  { owner, upload, sha256, file }: KeptFile,
): Promise<number[]> {
  const of = { county: owner.county, organization: owner.id, path: owner.path, entered_by: account };
  const kept = await trx
    .insertInto('draft_file')
    .values({
      ...of,
      file_name: upload.fileName,
      format: file.format,
      sha256,
      size: upload.bytes.length,
      content: upload.bytes,
      blocks: writeJson(file.blocks),
      notes: writeJson(file.notes),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const draftOf = (work: Work) => ({
    ...of,
    file: kept.id,
    title: work.title.toWellFormed(),
    work: writeJson(work),
    counts: writeJson(countWork(work)),
    edition: null,
  });
  const rows = await trx.insertInto('draft').values(file.works.map(draftOf)).returning('id').execute();
  return rows.map(({ id }) => id);
}
