import { z } from 'zod';
import { bandOf, countBands, shareNotKnown } from '../../features/standings/band.ts';
import { chooseEdition } from '../../features/standings/choose-edition.ts';
import { type ComparedPage, listComputed } from '../../features/standings/list-compared.ts';
import { saveNow } from '../../features/standings/save-now.ts';
import { dayOf } from '../../http/services.ts';
import { type CommandAnswer, type CommandContext, defineCommand } from '../command.ts';
import { CommandProblem } from '../command-problem.ts';
import { findPlace } from '../find-place.ts';
import { withServices } from '../with-services.ts';

const options = z.object({
  scope: z.string().min(1).describe('组织的代码或名称：县、乡镇或一个支部'),
  edition: z.string().optional().describe('标准版本，如 rural-basic/2025（默认用当地采用的）'),
  asOf: z.iso.date().optional().describe('截止日期，如 2026-06-30（默认今天）'),
  save: z.boolean().default(false).describe('存成一份固定不变的考评结果，并给出校验值'),
});

export const command = defineCommand({
  name: 'evaluate',
  summary: '按标准考评一个范围内的全部基层党组织，给出每个组织的得分、缺数据占比和档次。',
  options,
  run: evaluateScope,
});

const most = 100_000;

async function evaluateScope(
  context: CommandContext,
  said: z.output<typeof options>,
): Promise<CommandAnswer> {
  return withServices(context, async (services) => {
    const today = dayOf(services.now());
    const asOf = said.asOf ?? today;
    if (asOf > today) throw new CommandProblem(2, `截止日期 ${asOf} 晚于今天 ${today}。`);
    const judged = await services.door.asSystem('evaluation on the command line', async (trx) => {
      const place = await findPlace(trx, said.scope);
      const edition = await chooseEdition(trx, said.edition, place.path, asOf);
      const rows = await listComputed(trx, { edition, scopePath: place.path, asOf, limit: most });
      return { place, edition, rows };
    });
    const { place, edition, rows } = judged;
    if (rows.length === 0) throw new CommandProblem(1, `“${place.name}”之下没有这份标准适用的组织。`);
    const order = { county: place.county, scope: place.id, scopePath: place.path, edition, asOf };
    const saved = said.save ? await saveNow(services.door, order, 'command-line') : null;
    const shown = rows.map(present);
    const bands = countBands(shown.map(({ band }) => band));
    return {
      json: {
        scope: { id: place.id, code: place.code, name: place.name },
        edition: { id: edition.id, title: edition.title, revision: edition.revision },
        asOf,
        bands,
        organizations: shown,
        evaluation: saved && { id: saved.id, knownAt: saved.known_at.toISOString(), sha256: saved.sha256 },
      },
      text: [
        `${place.name} · ${edition.title} · 截至 ${asOf}`,
        ...shown.map(describe),
        `A档 ${bands.A}，B档 ${bands.B}，C档 ${bands.C}，D档 ${bands.D}，缺数据不分档 ${bands.unknown}`,
        ...(saved ? [`已存为考评 ${saved.id}，校验值 ${saved.sha256}`] : []),
      ].join('\n'),
    };
  });
}

function present({ id, code, name, parentName, compared }: ComparedPage) {
  const reached = { points: compared.points, possible: compared.possible, fullMarks: compared.full_marks };
  const count = (letter: string) => [...compared.verdicts].filter((one) => one === letter).length;
  return {
    id,
    code,
    name,
    parentName,
    ...reached,
    bonus: compared.bonus,
    met: count('m'),
    unmet: count('u'),
    notApplicable: count('a'),
    notKnown: count('k'),
    notKnownShare: shareNotKnown(reached),
    blocked: compared.blocked,
    band: bandOf(reached),
  };
}

function describe(row: ReturnType<typeof present>): string {
  const band = row.band === 'unknown' ? '不分档' : `${row.band}档`;
  const missing = `缺数据 ${Math.round(row.notKnownShare * 100)}%`;
  const blocked = row.blocked.length > 0 ? `，否决 ${row.blocked.join('、')}` : '';
  return `  ${row.code}  ${row.name}  ${row.points}/${row.possible} 分  ${band}  达标 ${row.met} 未达标 ${row.unmet} 不适用 ${row.notApplicable} 缺 ${row.notKnown}  ${missing}${blocked}`;
}
