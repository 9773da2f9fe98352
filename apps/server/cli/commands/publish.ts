import { publishBody } from '@hujian/contract';
import { z } from 'zod';
import { getDraft } from '../../features/drafts/drafts.ts';
import { publish } from '../../features/drafts/publish-draft.ts';
import { suggestHeader } from '../../features/drafts/suggest-header.ts';
import { Problem } from '../../http/problem.ts';
import { dayOf } from '../../http/services.ts';
import { type CommandAnswer, type CommandContext, defineCommand } from '../command.ts';
import { commandActor } from '../command-actor.ts';
import { CommandProblem } from '../command-problem.ts';
import { withServices } from '../with-services.ts';

const options = z.object({
  draft: z.coerce.number().int().positive().describe('草案的编号'),
  basis: z.string().min(1).describe('依据：“文件名；发文机关；日期（如 2026-01-05）；文号（可不写）”'),
  inForce: z.iso.date().describe('自哪一天起施行，如 2026-01-10'),
  label: z.string().optional().describe('版本名，如 2026（默认为今年）'),
  standard: z.string().optional().describe('标准代码（默认按类别和层次）'),
});
type Said = z.output<typeof options>;

export const command = defineCommand({
  name: 'publish',
  summary: '把一份已经逐项定下来的草案发布为标准版本。发布后不能再改；要有人按它考评，还须由当地采用。',
  positionals: ['draft'],
  options,
  run: (context, said) => publishKept(context, said),
});

async function publishKept(context: CommandContext, said: Said): Promise<CommandAnswer> {
  return withServices(context, async ({ door, now, vocabulary }) => {
    const today = dayOf(now());
    const found = await door.asSystem('a draft is published on the command line', async (trx) => {
      const row = await getDraft(trx, said.draft);
      const place = await trx
        .selectFrom('organization')
        .select(['id', 'county', 'path', 'code', 'name', 'level', 'unit'])
        .where('county', '=', row.county)
        .where('id', '=', row.organization)
        .executeTakeFirstOrThrow();
      return { row, place, header: await suggestHeader(trx, row, today) };
    });
    const body = publishBody.safeParse({
      version: found.row.version,
      standard: said.standard ?? found.header.standard,
      label: said.label ?? found.header.label,
      inForce: said.inForce,
      basis: [readBasis(said.basis)],
      follows: found.header.follows,
    });
    if (!body.success)
      throw new CommandProblem(2, `写法有误：${body.error.issues.map(({ message }) => message).join('；')}`);
    const published = await door
      .asActor(commandActor(found.place), 'write', (trx, note) =>
        publish(trx, {
          id: said.draft,
          body: body.data,
          vocabulary: vocabulary.vocabulary,
          note: (line) => note({ act: 'edition.publish', ...line }),
        }),
      )
      .catch((thrown: unknown) => {
        throw thrown instanceof Problem ? new CommandProblem(1, sayProblem(thrown)) : thrown;
      });
    return {
      json: published,
      text: `已发布为 ${published.edition}（${found.place.name}），自 ${said.inForce} 起施行。在“标准库”采用后才按它考评。`,
    };
  });
}

function readBasis(said: string) {
  const [document, issuer, date, number] = said.split(/[;；]/).map((part) => part.trim());
  if (!document || !issuer || !date)
    throw new CommandProblem(2, '依据要写全：“文件名；发文机关；日期；文号”，文号可以不写，用分号隔开。');
  return { document, issuer, date, ...(number ? { number } : {}) };
}

const sayProblem = ({ message, issues }: Problem): string =>
  [message, ...(issues ?? []).slice(0, 10).map((issue) => `  ${issue.message}`)].join('\n');
