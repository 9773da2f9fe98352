import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { largestSource, openSource, printDraft, readDraft, SourceProblem } from '@hujian/reader';
import { z } from 'zod';
import { type CommandAnswer, type CommandContext, defineCommand } from '../command.ts';
import { CommandProblem } from '../command-problem.ts';
import { describeDraft, describePlace } from '../describe-draft.ts';

export const command = defineCommand({
  name: 'read',
  summary:
    '把写成文字的标准（.docx、.xlsx 或文本）读成草案：章、条目、分值、每条能查什么、怎样扣分加分，以及没有放进条目的文字。只读文件，不写入数据库。',
  positionals: ['file'],
  options: z.object({ file: z.string().min(1).describe('标准的文件') }),
  run: async (context, { file }) => readStandard(context, file),
});

async function readStandard(context: CommandContext, file: string): Promise<CommandAnswer> {
  const source = await open(file);
  for (const { text, at } of source.notes) context.say(at ? `${describePlace(at)}：${text}` : text);
  const editions = readDraft(source);
  const found = editions.some(({ chapters }) => chapters.some(({ items }) => items.length > 0));
  return {
    exitCode: found ? 0 : 1,
    json: printDraft(editions),
    text: found
      ? editions.map(describeDraft).join('\n\n')
      : `在 ${basename(file)} 里没有找到条目：它打得开，但不像一份标准。请核对是否选对了文件。`,
  };
}

async function open(file: string) {
  const bytes = readBytes(file);
  try {
    return await openSource(bytes, basename(file));
  } catch (thrown) {
    if (thrown instanceof SourceProblem) throw new CommandProblem(1, `${basename(file)}：${thrown.message}`);
    throw thrown;
  }
}

/** The size is looked at first: a file that is too large is never read into memory. */
function readBytes(file: string): Uint8Array {
  try {
    const about = statSync(file);
    if (!about.isFile()) throw new CommandProblem(2, `${file} 不是文件，请写出标准的文件。`);
    if (about.size > largestSource) {
      throw new CommandProblem(
        1,
        `${basename(file)} 超过 30 MB，不能读取。请删去图片和附件，或只留下标准的正文，另存后再试。`,
      );
    }
    return readFileSync(file);
  } catch (thrown) {
    if (thrown instanceof CommandProblem) throw thrown;
    throw new CommandProblem(2, `读不出文件 ${file}：请核对路径和权限。`);
  }
}
