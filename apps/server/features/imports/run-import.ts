import { FileProblem } from '@hujian/documents';
import type { Actor, Scope } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import { dayOf, type Services } from '../../http/services.ts';
import { translateError } from '../../http/translate-error.ts';
import { allowResults } from '../standings/locks.ts';
import { bringIn } from './bring-in.ts';
import type { ImportSummary } from './summary.ts';
import { EarlyClash } from './take/write-early.ts';
import type { BringInOutcome } from './task.ts';

/** How the import enters the database: as the person who asked, or loudly as the program on the command line. */
export interface ImportEntry {
  actor: Actor;
  scope: Scope;
  work<Result>(access: 'read' | 'write', work: (trx: Trx, note: Note) => Promise<Result>): Promise<Result>;
}
type Note = Parameters<Parameters<Services['door']['asActor']>[2]>[1];

export type ImportServices = Pick<Services, 'sealed' | 'now' | 'log'>;

export interface ImportJob {
  county: number;
  id: number;
  take: boolean;
}

export interface ImportEnd {
  state: 'ready' | 'refused' | 'taken' | 'failed' | 'gone';
  message: string | null;
  summary?: ImportSummary;
  marked?: Uint8Array | undefined;
}

/** Leaves the transaction without a trace but carries the outcome out. */
class Undone extends Error {
  readonly outcome: BringInOutcome;
  constructor(outcome: BringInOutcome) {
    super('the import is rolled back');
    this.outcome = outcome;
  }
}

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const progressEveryMs = 500;

/**
 * Checks or takes one uploaded file. All that it writes, its state and its audit line come with one commit; killed in
 * the middle nothing remains of it, and the queue runs it again.
 */
export async function runImport(
  services: ImportServices,
  entry: ImportEntry,
  job: ImportJob,
): Promise<ImportEnd> {
  try {
    const outcome = await attempt(services, entry, job);
    if (!outcome) return { state: 'gone', message: null };
    return { state: 'taken', message: sayTaken(outcome.summary), summary: outcome.summary };
  } catch (thrown) {
    const end = thrown instanceof Undone ? endOf(thrown.outcome) : failed(services, job, thrown);
    const rows = thrown instanceof Undone ? thrown.outcome.rows : undefined;
    await close(entry, job, end, rows, thrown instanceof Undone ? thrown.outcome.template.name : undefined);
    return end;
  }
}

/** New rows are written while others are read; where two turn out to be the same record, all are matched first. */
async function attempt(
  services: ImportServices,
  entry: ImportEntry,
  job: ImportJob,
): Promise<BringInOutcome | undefined> {
  const progress = tellProgress(entry, job);
  const run = (whole: boolean) =>
    entry.work('write', (trx, note) => bringFile(services, entry, job, { trx, note, progress, whole }));
  return run(false).catch((thrown: unknown) => {
    if (thrown instanceof EarlyClash) return run(true);
    throw thrown;
  });
}

interface Attempt {
  trx: Trx;
  note: Note;
  progress: (rows: number) => void;
  whole: boolean;
}

async function bringFile(
  services: ImportServices,
  entry: ImportEntry,
  job: ImportJob,
  { trx, note, progress, whole }: Attempt,
): Promise<BringInOutcome | undefined> {
  const { county, id } = job;
  const file = await trx
    .selectFrom('import_file')
    .select(['content', 'template', 'state', 'sha256', 'file_name', 'entered_by', 'organization', 'path'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!file?.content || file.state !== (job.take ? 'taking' : 'checking')) return undefined;
  const outcome = await bringIn(trx, {
    actor: entry.actor,
    scope: entry.scope,
    sealed: services.sealed,
    batch: { id, county, account: file.entered_by },
    bytes: file.content,
    ...(file.template ? { wanted: file.template } : {}),
    take: job.take,
    today: dayOf(services.now()),
    progress,
    whole,
  });
  if (!job.take || outcome.errors > 0) throw new Undone(outcome);
  await trx
    .updateTable('import_file')
    .set({
      state: 'taken',
      done: outcome.rows,
      total: outcome.rows,
      summary: JSON.stringify(outcome.summary),
      message: sayTaken(outcome.summary),
      content: null,
      finished_at: new Date(),
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
  const counts = outcome.summary.sheets.map(({ sheet, added, changed, unchanged }) => ({
    sheet,
    added,
    changed,
    unchanged,
  }));
  note({
    act: 'import.take',
    object: `import_file/${id}`,
    county,
    organization: file.organization,
    path: file.path,
    details: { file: file.file_name, sha256: file.sha256, template: outcome.template.name, counts },
  });
  return outcome;
}

/**
 * Progress is told from outside the import's own transaction, or nobody could see it before the end. The import does
 * not wait for it: one message is under way at a time, and one that fails is only a bar that stands still.
 */
function tellProgress(entry: ImportEntry, { county, id }: ImportJob): (rows: number) => void {
  let told = performance.now();
  let busy = false;
  let most = 0;
  return (rows) => {
    const now = performance.now();
    // a file that is gone through a second time does not go backwards
    most = Math.max(most, rows);
    if (busy || now - told < progressEveryMs) return;
    told = now;
    busy = true;
    const telling = entry.work('read', async (trx) => {
      await allowResults(trx);
      const file = trx.updateTable('import_file').set({ done: most });
      await file
        .where('county', '=', county)
        .where('id', '=', id)
        .where('state', 'in', ['checking', 'taking'])
        .execute();
    });
    telling
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  };
}

const endOf = ({ errors, marked, summary }: BringInOutcome): ImportEnd =>
  errors > 0
    ? {
        state: 'refused',
        summary,
        marked,
        message: `文件有 ${errors} 处错误，没有导入任何内容。请下载标注了错误的文件，改正标红的单元格后重新上传。`,
      }
    : { state: 'ready', summary, message: null };

export function sayTaken({ sheets }: ImportSummary): string {
  const sum = (key: 'added' | 'changed' | 'unchanged'): number =>
    sheets.reduce((total, sheet) => total + sheet[key], 0);
  return `已导入：新增 ${sum('added')} 行，更正 ${sum('changed')} 行，未变 ${sum('unchanged')} 行。`;
}

function failed(services: ImportServices, job: ImportJob, thrown: unknown): ImportEnd {
  if (thrown instanceof FileProblem) return { state: 'refused', message: thrown.message };
  const problem = translateError(thrown);
  if (problem.status >= 500)
    services.log(`导入 ${job.id} 没有完成：${thrown instanceof Error ? thrown.message : ''}`);
  return { state: 'failed', message: `没有导入任何内容。${problem.message}` };
}

async function close(
  entry: ImportEntry,
  { county, id, take }: ImportJob,
  end: ImportEnd,
  rows: number | undefined,
  template: string | undefined,
): Promise<void> {
  await entry.work('read', async (trx) => {
    await allowResults(trx);
    await trx
      .updateTable('import_file')
      .set({
        state: end.state === 'gone' ? 'failed' : end.state,
        message: end.message,
        finished_at: end.state === 'ready' ? null : new Date(),
        done: rows ?? 0,
        total: rows ?? null,
        ...(template ? { template } : {}),
        ...(end.summary ? { summary: JSON.stringify(end.summary) } : {}),
        ...(end.marked ? { marked: Buffer.from(end.marked) } : {}),
      })
      .where('county', '=', county)
      .where('id', '=', id)
      .where('state', '=', take ? 'taking' : 'checking')
      .execute();
  });
}
