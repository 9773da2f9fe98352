import { FileProblem, markWorkbook, openWorkbook } from '@hujian/documents';
import { sql } from 'kysely';
import type { Actor, Scope } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Template } from './column.ts';
import { detectTemplate } from './detect-template.ts';
import { openOrganizationBook } from './organization-book.ts';
import { loadSheet } from './sheet/load-sheet.ts';
import { summarize } from './summary.ts';
import { type Load, takeSheets } from './take/take-sheets.ts';
import type { BringInOutcome, BringInTask } from './task.ts';

/**
 * Brings one workbook in, inside the caller's transaction and with the actor's eyes. When there are errors, or `take`
 * is false, the caller must roll back. Throws FileProblem when the file as a whole cannot be read.
 */
export async function bringIn(trx: Trx, task: BringInTask): Promise<BringInOutcome> {
  const book = await openWorkbook(task.bytes);
  const detected = await detectTemplate(book, task.wanted);
  requirePermissions(task.actor, detected.template);
  if (task.take) await waitForOthers(trx, task.scope);
  const organizations = await openOrganizationBook(trx, task.scope);
  const context = { book: organizations, sealed: task.sealed, from1904: book.from1904, seal: task.take };
  let before = 0;
  const load: Load = async (plan, part, startWriter) => {
    const tell = (rows: number): void => task.progress(before + rows);
    const sheet = await loadSheet(trx, book, part, plan, context, tell, startWriter);
    before += sheet.rows;
    return sheet;
  };
  const taken = await takeSheets(trx, task, detected, organizations, load);
  const sheets = taken.map(({ sheet }) => sheet);
  const errors = sheets.reduce((sum, { faults }) => sum + faults, 0);
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
  if (rows === 0 && errors === 0)
    throw new FileProblem('no-sheet', '表里没有可导入的内容（示例行不算），请填写后再上传。');
  const faulty = sheets.filter(({ faults }) => faults > 0).map(({ marked }) => marked);
  return {
    template: detected.template,
    summary: await summarize(trx, taken),
    rows,
    errors,
    marked: errors > 0 ? await markWorkbook(book, faulty) : undefined,
  };
}

function requirePermissions({ can }: Actor, template: Template): void {
  if (!template.permissions.every((permission) => can.has(permission))) {
    throw problems.forbidden(`导入“${template.title}”`);
  }
}

/** Two imports into one county are taken one after the other; whoever waits too long is told so by the database. */
async function waitForOthers(trx: Trx, scope: Scope): Promise<void> {
  await sql`set local lock_timeout = '180s'`.execute(trx);
  await sql`select pg_advisory_xact_lock(hashtextextended('hujian.import', ${scope.county}))`.execute(trx);
  await sql`set local lock_timeout = 0`.execute(trx);
}
