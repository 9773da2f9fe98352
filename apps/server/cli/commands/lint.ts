import { z } from 'zod';
import { dayOf } from '../../http/services.ts';
import { type CommandAnswer, type CommandContext, defineCommand } from '../command.ts';
import { describeFindings } from '../describe-findings.ts';
import { lintFile, lintLibrary } from '../lint-standard.ts';

export const command = defineCommand({
  name: 'lint',
  summary:
    '对照现行规定检查一份标准：过时的数和说法、互相矛盾的数、合不拢的分值、只凭一张照片就能达标的条目、重复要的材料。可以给一个文件（标准的 .yaml，或 hujian read 能读的 Word、Excel、文本），也可以给标准库里的版本，如 rural-basic/2019。只读，不用数据库。',
  positionals: ['standard'],
  options: z.object({
    standard: z.string().min(1).describe('标准的文件，或标准库里的版本'),
    asOf: z.iso.date().optional().describe('对照哪一天的规定，如 2026-06-30（默认今天）'),
  }),
  run: lintStandard,
});

async function lintStandard(
  context: CommandContext,
  { standard, asOf }: { standard: string; asOf?: string | undefined },
): Promise<CommandAnswer> {
  const day = asOf ?? dayOf(new Date());
  const linted = lintLibrary(standard, day) ?? (await lintFile(standard, day, context.say));
  const findings = linted.flatMap((one) => one.findings);
  const count = (weight: string): number => findings.filter((one) => one.weight === weight).length;
  return {
    // A warning may be right for the place; an error cannot be published.
    exitCode: count('error') > 0 ? 1 : 0,
    json: {
      asOf: day,
      errors: count('error'),
      warnings: count('warning'),
      notes: count('note'),
      editions: linted,
    },
    text: linted.map((one) => describeFindings(one, day)).join('\n\n'),
  };
}
