import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import {
  type EditionFormat,
  type EditionSource,
  ExchangeProblem,
  exportEdition,
  sourceOfEdition,
} from '@hujian/drafting';
import { parse } from 'yaml';
import { z } from 'zod';
import { readVocabulary, standardsFolder } from '../../features/library/read-standards.ts';
import { getEdition } from '../../features/standings/editions.ts';
import { type CommandAnswer, type CommandContext, defineCommand } from '../command.ts';
import { CommandProblem } from '../command-problem.ts';
import { withServices } from '../with-services.ts';

const formats = ['yaml', 'xlsx', 'docx'] as const;

const options = z.object({
  edition: z.string().min(1).describe('标准版本，如 rural-basic/2025；本地发布的版本也可以'),
  file: z.string().min(1).describe('写到哪个文件'),
  as: z.enum(formats).optional().describe('yaml、xlsx 或 docx（默认看文件名的后缀）'),
});
type Said = z.output<typeof options>;

export const command = defineCommand({
  name: 'export',
  summary:
    '把一个标准版本写成 YAML、Excel 或 Word 文件：可以看，可以改，改好后在“标准库”里读入，成为一份草案。程序自带的版本不用数据库，本地发布的版本从数据库里取。',
  positionals: ['edition', 'file'],
  options,
  run: writeEdition,
});

async function writeEdition(context: CommandContext, said: Said): Promise<CommandAnswer> {
  const as = chooseFormat(said);
  const source = readOwn(said.edition) ?? (await readPublished(context, said.edition));
  const bytes = await write(source, as);
  try {
    writeFileSync(said.file, bytes);
  } catch {
    throw new CommandProblem(3, `写不了文件 ${said.file}：请核对文件夹是否存在、有无权限、磁盘有无空间。`);
  }
  const { title } = source;
  return {
    json: { edition: source.edition, title, as, file: said.file, size: bytes.length },
    text: `已写出 ${said.file}：《${String(title)}》。${as === 'docx' ? 'Word 文件里没有核对用的样例。' : ''}`,
  };
}

function chooseFormat({ as, file }: Said): EditionFormat {
  const ending = extname(file).slice(1).toLowerCase();
  const chosen = as ?? formats.find((format) => format === (ending === 'yml' ? 'yaml' : ending));
  if (!chosen)
    throw new CommandProblem(2, `看不出要写成什么：文件名应以 .yaml、.xlsx 或 .docx 结尾，或写 --as。`);
  return chosen;
}

/** An edition of the program's own library, read from its file: no database is needed. */
function readOwn(id: string): EditionSource | null {
  if (!/^[a-z0-9-]+\/[a-z0-9.-]+$/.test(id)) return null;
  const path = join(standardsFolder, `${id}.yaml`);
  return existsSync(path) ? (parse(readFileSync(path, 'utf8')) as EditionSource) : null;
}

const readPublished = (context: CommandContext, id: string): Promise<EditionSource> =>
  withServices(context, ({ door }) =>
    door.asSystem('an edition leaves on the command line', async (trx) => {
      const { edition } = await getEdition(trx, id);
      return sourceOfEdition(edition);
    }),
  );

async function write(source: EditionSource, as: EditionFormat): Promise<Uint8Array> {
  try {
    return (await exportEdition(source, as, readVocabulary())).bytes;
  } catch (thrown) {
    if (thrown instanceof ExchangeProblem) throw new CommandProblem(1, thrown.message);
    throw thrown;
  }
}
