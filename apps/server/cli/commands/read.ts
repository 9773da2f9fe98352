import { basename } from 'node:path';
import { printDraft, readDraft } from '@hujian/reader';
import { z } from 'zod';
import { type CommandAnswer, type CommandContext, defineCommand } from '../command.ts';
import { describeDraft, describePlace } from '../describe-draft.ts';
import { openStandard } from '../open-standard.ts';

export const command = defineCommand({
  name: 'read',
  summary:
    '把写成文字的标准（.docx、.xlsx 或文本）读成草案：章、条目、分值、每条能查什么、怎样扣分加分，以及没有放进条目的文字。只读文件，不写入数据库。',
  positionals: ['file'],
  options: z.object({ file: z.string().min(1).describe('标准的文件') }),
  run: async (context, { file }) => readStandard(context, file),
});

async function readStandard(context: CommandContext, file: string): Promise<CommandAnswer> {
  const source = await openStandard(file);
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
