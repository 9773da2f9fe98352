import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { z } from 'zod';
import { createImport, type ImportRow } from '../../features/imports/import-files.ts';
import { type ImportEnd, type ImportEntry, runImport } from '../../features/imports/run-import.ts';
import { largestFile } from '../../features/imports/upload.ts';
import { getScope } from '../../features/standings/find-scope.ts';
import { followRecords } from '../../features/standings/follow-records.ts';
import type { Services } from '../../http/services.ts';
import { type CommandAnswer, type CommandContext, defineCommand } from '../command.ts';
import { commandActor } from '../command-actor.ts';
import { CommandProblem } from '../command-problem.ts';
import { type CommandPlace, findPlace } from '../find-place.ts';
import { withServices } from '../with-services.ts';

const options = z.object({
  file: z.string().min(1).describe('要导入的 .xlsx 文件'),
  as: z.string().optional().describe('以哪个组织的名义导入（代码或名称），只能写它和下级的记录；默认全县'),
  template: z.string().optional().describe('按哪种模板读（默认由文件自己说明）'),
  take: z.boolean().default(false).describe('检查没有错误时随即导入；不写只检查'),
});
type Said = z.output<typeof options>;

export const command = defineCommand({
  name: 'import',
  summary:
    '检查一份 Excel 表格，没有错误时可随即导入。有错误时什么也不导入，并在旁边写出标注了错误的同一份表格。',
  positionals: ['file'],
  options,
  run: (context, said) => {
    const bytes = readFile(said.file);
    return withServices(context, (services) => importFile(context, services, said, bytes));
  },
});

async function importFile(
  context: CommandContext,
  services: Services,
  said: Said,
  bytes: Buffer,
): Promise<CommandAnswer> {
  const place = await services.door.asSystem('whose import is it', (trx) => choosePlace(trx, said.as));
  const actor = commandActor(place);
  const { scope } = actor;
  if (!scope) throw new CommandProblem(2, '没有可以导入的组织。');
  const row = await keepFile(services, place, said, bytes);
  context.say(`正在${said.take ? '导入' : '检查'} ${basename(said.file)}（${place.name}）……`);
  const entry: ImportEntry = {
    actor,
    scope,
    // the program itself works here, inside one subtree; the organizations of the file are looked for only there
    work: (_access, work) => services.door.asSystem('import on the command line', work, actor.account),
  };
  const end = await runImport(services, entry, { county: row.county, id: row.id, take: said.take });
  if (end.state === 'taken') {
    context.say('正在按新记录重算考评结果……');
    await followRecords(services, { county: row.county });
  }
  return present(said, row, end);
}

function readFile(path: string): Buffer {
  try {
    if (statSync(path).size > largestFile)
      throw new CommandProblem(2, `文件 ${path} 超过 50 MB，请拆成几份。`);
    return readFileSync(path);
  } catch (thrown) {
    if (thrown instanceof CommandProblem) throw thrown;
    throw new CommandProblem(2, `读不出文件 ${path}：请核对路径和权限。`);
  }
}

type Trx = Parameters<Parameters<Services['door']['asSystem']>[1]>[0];

async function choosePlace(trx: Trx, said: string | undefined): Promise<CommandPlace> {
  if (said) return findPlace(trx, said);
  const counties = await trx
    .selectFrom('organization')
    .select('code')
    .where('level', '=', 'county')
    .limit(2)
    .execute();
  const [only, another] = counties;
  if (!only) throw new CommandProblem(2, '还没有任何县。请先在网页上建立县级组织，或运行 hujian demo。');
  if (another) throw new CommandProblem(2, '有不止一个县，请用 --as 写明以哪个组织的名义导入。');
  return findPlace(trx, only.code);
}

const keepFile = (services: Services, place: CommandPlace, said: Said, bytes: Buffer): Promise<ImportRow> =>
  services.door.asSystem(
    'keep the file of an import',
    async (trx) =>
      createImport(trx, commandActor(place), {
        organization: await getScope(trx, place.id, undefined),
        template: said.template ?? '',
        fileName: basename(said.file),
        bytes,
        state: said.take ? 'taking' : 'checking',
      }),
    'command-line',
  );

function present(said: Said, row: ImportRow, end: ImportEnd): CommandAnswer {
  const marked = end.marked ? markedName(said.file) : null;
  if (marked && end.marked) writeFileSync(marked, end.marked);
  const sheets = end.summary?.sheets ?? [];
  const errors = end.summary?.errors ?? [];
  const json = {
    id: row.id,
    state: end.state,
    sha256: row.sha256,
    message: end.message,
    sheets,
    errors,
    marked,
  };
  const counts = sheets.map(
    ({ sheet, rows, added, changed, unchanged, errors: wrong }) =>
      `  ${sheet}：${rows} 行，新增 ${added}，更正 ${changed}，未变 ${unchanged}${wrong > 0 ? `，错误 ${wrong}` : ''}`,
  );
  const faults = errors.slice(0, 20).map(({ sheet, cell, message }) => `  ${sheet}!${cell}：${message}`);
  const after = marked ? [`标注了错误的文件：${marked}`] : [];
  const ready = end.state === 'ready' ? ['检查通过，没有写入任何内容。加 --take 即可导入。'] : [];
  return {
    exitCode: end.state === 'ready' || end.state === 'taken' ? 0 : end.state === 'refused' ? 1 : 3,
    json,
    text: [...(end.message ? [end.message] : []), ...counts, ...faults, ...after, ...ready].join('\n'),
  };
}

const markedName = (file: string): string =>
  join(dirname(file), `${basename(file, extname(file))}-错误标注.xlsx`);
