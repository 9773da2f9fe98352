import { basename } from 'node:path';
import { propose, type ReadableEdition, readableEdition, type Work } from '@hujian/drafting';
import { parseEdition } from '@hujian/engine';
import { readDraft } from '@hujian/reader';
import { z } from 'zod';
import type { Trx } from '../../database/door.ts';
import { headerOf, readDraftEdition } from '../../features/drafts/draft-edition.ts';
import { getDraft } from '../../features/drafts/drafts.ts';
import { rehearsalDays } from '../../features/drafts/quarter-ends.ts';
import { rehearseEdition } from '../../features/drafts/rehearse-edition.ts';
import { dayOf, type Services } from '../../http/services.ts';
import { type CommandAnswer, type CommandContext, defineCommand } from '../command.ts';
import { CommandProblem } from '../command-problem.ts';
import { describeRehearsal } from '../describe-rehearsal.ts';
import { findPlace } from '../find-place.ts';
import { openStandard, readBytes } from '../open-standard.ts';
import { withServices } from '../with-services.ts';

const options = z.object({
  draft: z.string().min(1).describe('标准的文件，或草案的编号'),
  at: z.string().min(1).describe('在哪里试算：组织的代码或名称'),
});
type Said = z.output<typeof options>;

export const command = defineCommand({
  name: 'rehearse',
  summary:
    '用一份还没发布的标准试算最近四个季度（本季度算到今天）：谁会升档降档、哪些条目分不出高下、哪些条目台账查不出来。不留成绩。',
  positionals: ['draft'],
  options,
  run: (context, said) => rehearse(context, said),
});

async function rehearse(context: CommandContext, said: Said): Promise<CommandAnswer> {
  return withServices(context, async (services) => {
    const today = dayOf(services.now());
    const days = rehearsalDays(today);
    const enter = <Result>(work: (trx: Trx) => Promise<Result>) =>
      services.door.asSystem('a rehearsal on the command line', work);
    const place = await enter((trx) => findPlace(trx, said.at));
    const { edition, notes, errors } = /^\d+$/.test(said.draft)
      ? await enter((trx) => readKept(trx, Number(said.draft), services, days[0] ?? today))
      : await readFile(said.draft, services, days[0] ?? today);
    if (!edition) throw new CommandProblem(1, `这份标准还有错误，不能试算：${errors[0]?.message ?? ''}`);
    const order = { edition, notes, place, days, today };
    const result = await rehearseEdition(enter, order, async (done, total) =>
      context.say(`试算 ${done}/${total}`),
    );
    return { json: result, text: describeRehearsal(result, place.name) };
  });
}

async function readKept(trx: Trx, id: number, services: Services, from: string): Promise<ReadableEdition> {
  const row = await getDraft(trx, id);
  const header = await headerOf(trx, row, dayOf(services.now()));
  return readDraftEdition(row, { ...header, inForce: from }, services.vocabulary.vocabulary, 1);
}

/** An edition in YAML as it stands, any other file as it is read and proposed. */
async function readFile(file: string, services: Services, from: string): Promise<ReadableEdition> {
  const { vocabulary, words } = services.vocabulary;
  if (/\.ya?ml$/i.test(file)) {
    const { edition, errors } = parseEdition(new TextDecoder().decode(readBytes(file)), vocabulary);
    return { edition, errors: errors.map(({ item, path, message }) => ({ item, path, message })), notes: [] };
  }
  const [draft, ...others] = readDraft(await openStandard(file)).filter(({ chapters }) =>
    chapters.some(({ items }) => items.length > 0),
  );
  if (!draft) throw new CommandProblem(1, `在 ${basename(file)} 里没有找到条目，不像一份标准。`);
  const work: Work = propose(draft, vocabulary, words, { day: from });
  const header = {
    standard: 'draft',
    label: 'rehearsal',
    inForce: from,
    basis: [{ document: basename(file) }],
  };
  const read = readableEdition(work, header, vocabulary, { undecided: 'accept', evenPoints: 1 });
  const more = others.length > 0 ? [`文件里有 ${others.length + 1} 份标准，只试算第一份。`] : [];
  return { ...read, notes: [...more, ...read.notes] };
}
