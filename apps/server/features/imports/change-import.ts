import type { ImportFile } from '@hujian/contract';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getImport, type ImportRow, listCan, presentOne } from './import-files.ts';
import { takeTask } from './tasks.ts';

type Of = Context<{ id: number }, unknown, unknown>;

/** Queues the taking of a checked file; a second press finds it under way. */
export async function takeImport(context: Of): Promise<ImportFile> {
  const { trx, actor, services } = context;
  const row = await requireCan(context, 'take', '只有检查通过、还没有导入的文件才能导入。');
  const { county, id, organization } = row;
  await setState(context, row, { state: 'taking', done: 0, message: null });
  const { account, assignment } = actor;
  const payload = { county, id, organization, account, assignment };
  await services.jobs.add(trx, takeTask, payload, `${takeTask}/${id}`);
  return presentOne(trx, await getImport(trx, id), actor);
}

/** Gives a file up; its content is not kept. */
export async function dropImport(context: Of): Promise<ImportFile> {
  const { trx, actor, note } = context;
  const row = await requireCan(context, 'drop', '这次导入已经结束，不能放弃。');
  await setState(context, row, { state: 'failed', message: '已放弃，没有导入任何内容。', content: null });
  note({
    object: `import_file/${row.id}`,
    organization: row.organization,
    path: row.path,
    details: { sha256: row.sha256 },
  });
  return presentOne(trx, await getImport(trx, row.id), actor);
}

async function requireCan({ trx, actor, params }: Of, what: string, otherwise: string): Promise<ImportRow> {
  const row = await getImport(trx, params.id);
  if (!listCan(row, actor).includes(what)) {
    if (row.state !== 'ready' && row.state !== 'checking') throw problems.conflict(otherwise);
    throw row.state === 'checking' ? problems.conflict(otherwise) : problems.forbidden('这项导入');
  }
  return row;
}

/** Changes the state only if it still is what was read: of two presses at once one wins. */
async function setState(
  { trx }: Of,
  row: ImportRow,
  change: { state: ImportRow['state']; message: string | null; done?: number; content?: null },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('import_file')
    .set(change)
    .where('county', '=', row.county)
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw problems.conflict('这次导入的状态刚刚变了，请刷新后再试。');
}
