import { z } from 'zod';
import { bandOf, bandRule } from '../../features/standings/band.ts';
import { chooseEdition } from '../../features/standings/choose-edition.ts';
import { type ComparedPage, listComputed } from '../../features/standings/list-compared.ts';
import { dayOf, type Services } from '../../http/services.ts';
import { type CommandAnswer, type CommandContext, defineCommand } from '../command.ts';
import { CommandProblem } from '../command-problem.ts';
import { type CommandPlace, findPlace } from '../find-place.ts';
import { withServices } from '../with-services.ts';

const options = z.object({
  scope: z.string().min(1).describe('组织的代码或名称'),
  edition: z.string().optional().describe('标准版本（默认用当地采用的）'),
  places: z.boolean().default(false).describe('排出先后（必须同时用 --basis 写明依据）'),
  basis: z.string().optional().describe('排名的依据：“文号；发文机关；有效期至（如 2027-12-31）”'),
});
type Said = z.output<typeof options>;

export const command = defineCommand({
  name: 'rank',
  summary: '把一个范围内的组织分档，档内按组织代码排列。要排出先后，必须写明依据，并记入审计。',
  options,
  run: (context, said) => rank(context, said),
});

interface Basis {
  number: string;
  issuer: string;
  validUntil: string;
}

async function rank(context: CommandContext, said: Said): Promise<CommandAnswer> {
  return withServices(context, async (services) => {
    const today = dayOf(services.now());
    const basis = said.places || said.basis !== undefined ? readBasis(said.basis, today) : null;
    const found = await services.door.asSystem('bands on the command line', async (trx) => {
      const place = await findPlace(trx, said.scope);
      const edition = await chooseEdition(trx, said.edition, place.path, today);
      const rows = await listComputed(trx, { edition, scopePath: place.path, asOf: today, limit: 100_000 });
      return { place, edition, rows };
    });
    if (found.rows.length === 0)
      throw new CommandProblem(1, `“${found.place.name}”之下没有这份标准适用的组织。`);
    if (basis) await recordBasis(services, found.place, found.edition.id, basis);
    const head = `${found.place.name} · ${found.edition.title} · 截至 ${today}`;
    const shown = basis
      ? orderByShare(found.rows)
      : found.rows.map((row) => ({ ...present(row), place: null }));
    return {
      json: { scope: found.place.code, edition: found.edition.id, asOf: today, basis, rows: shown },
      text: [head, ...(basis ? describeOrder(shown, basis) : describeBands(shown))].join('\n'),
    };
  });
}

/** The rules for relieving the grassroots: no ranking without a document that orders it, and only while it is valid. */
function readBasis(said: string | undefined, today: string): Basis {
  const [number, issuer, validUntil] = (said ?? '').split(/[;；]/).map((part) => part.trim());
  if (!number || !issuer || !validUntil) {
    throw new CommandProblem(
      4,
      '没有依据不排先后：按减轻基层负担的规定，对组织排名要有文件依据。请用 --basis "文号；发文机关；有效期至" 写明，或去掉 --places 只看分档。',
    );
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(validUntil) || Number.isNaN(Date.parse(validUntil))) {
    throw new CommandProblem(4, `依据的有效期“${validUntil}”不是日期，请写成 2027-12-31 这样的形式。`);
  }
  if (validUntil < today)
    throw new CommandProblem(4, `依据 ${number} 的有效期到 ${validUntil} 已经过了，不能再据以排名。`);
  return { number, issuer, validUntil };
}

async function recordBasis(
  services: Services,
  place: CommandPlace,
  edition: string,
  basis: Basis,
): Promise<void> {
  await services.door.asSystem('an order of places leaves its basis', async (_trx, note) =>
    note({
      act: 'standing.rank',
      object: `organization/${place.id}`,
      county: place.county,
      organization: place.id,
      path: place.path,
      details: { edition, basis },
    }),
  );
}

interface Ranked extends ReturnType<typeof present> {
  place: number | null;
}

function present({ code, name, compared }: ComparedPage) {
  const { points, possible, full_marks: fullMarks } = compared;
  return { code, name, points, possible, fullMarks, band: bandOf({ points, possible, fullMarks }) };
}

/** By the share of what is known; equal shares share a place; who has no band gets none. */
function orderByShare(rows: readonly ComparedPage[]): Ranked[] {
  const share = (row: { points: number; possible: number }) => row.points / Math.max(row.possible, 1e-9);
  const known = rows.map(present).filter(({ band }) => band !== 'unknown');
  const ordered = known.toSorted((a, b) => share(b) - share(a) || (a.code < b.code ? -1 : 1));
  let place = 0;
  return ordered.map((row, index) => {
    const before = ordered[index - 1];
    if (!before || share(before) - share(row) > 1e-9) place = index + 1;
    return { ...row, place };
  });
}

function describeBands(rows: readonly Ranked[]): string[] {
  const titles = { A: 'A档', B: 'B档', C: 'C档', D: 'D档', unknown: '缺数据不分档' } as const;
  const lines = Object.entries(titles).flatMap(([band, title]) => {
    const own = rows.filter((row) => row.band === band);
    return own.length > 0
      ? [`${title}（${own.length}个）`, ...own.map(({ code, name }) => `  ${code}  ${name}`)]
      : [];
  });
  return [...lines, bandRule];
}

function describeOrder(rows: readonly Ranked[], { number, issuer, validUntil }: Basis): string[] {
  const lines = rows.map(({ place, code, name, points, possible, band }) => {
    return `  ${String(place).padStart(4)}  ${code}  ${name}  ${points}/${possible} 分  ${band}档`;
  });
  return [
    ...lines,
    `排名依据：${number}，${issuer}，有效期至 ${validUntil}；已记入审计。缺数据过半的组织不参加。`,
  ];
}
