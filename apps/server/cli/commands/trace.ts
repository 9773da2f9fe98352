import type { Trace } from '@hujian/engine';
import { BOUND_TEXT, itemsOf } from '@hujian/engine';
import { z } from 'zod';
import type { Trx } from '../../database/door.ts';
import { listAdopted, pickEditions } from '../../features/standings/adopted.ts';
import { chooseEdition } from '../../features/standings/choose-edition.ts';
import { getEdition, type LoadedEdition } from '../../features/standings/editions.ts';
import { getScope } from '../../features/standings/find-scope.ts';
import { traceCheck } from '../../features/standings/get-trace.ts';
import { readClock } from '../../features/standings/locks.ts';
import { dayOf } from '../../http/services.ts';
import { type CommandAnswer, type CommandContext, defineCommand } from '../command.ts';
import { CommandProblem } from '../command-problem.ts';
import { findPlace } from '../find-place.ts';
import { withServices } from '../with-services.ts';

const options = z.object({
  organization: z.string().min(1).describe('组织的代码或名称'),
  item: z.string().min(1).describe('条目代码，如 RB-18'),
  check: z.string().optional().describe('检查点代码（不写就列出这一条的全部检查点）'),
  edition: z.string().optional().describe('标准版本（默认用当地采用的）'),
  asOf: z.iso.date().optional().describe('截止日期（默认今天）'),
});
type Said = z.output<typeof options>;

export const command = defineCommand({
  name: 'trace',
  summary: '说明一个组织的某一条为什么是这个结果：规则、数值和依据、数到的每条记录、缺的是什么。',
  options,
  run: traceItem,
});

const mostRows = 500;

async function traceItem(context: CommandContext, said: Said): Promise<CommandAnswer> {
  return withServices(context, async (services) => {
    const today = dayOf(services.now());
    const asOf = said.asOf ?? today;
    if (asOf > today) throw new CommandProblem(2, `截止日期 ${asOf} 晚于今天 ${today}。`);
    const { place, traces } = await services.door.asSystem('trace on the command line', async (trx) => {
      const found = await findPlace(trx, said.organization);
      const place = await getScope(trx, found.unit ?? found.id, undefined);
      const edition = await chooseByItem(trx, said, place.path, asOf);
      const item = itemsOf(edition.edition).find(({ code }) => code === said.item);
      if (!item) throw new CommandProblem(2, `《${edition.title}》没有条目 ${said.item}。`);
      const checks = item.checks.filter(({ id }) => said.check === undefined || id === said.check);
      if (checks.length === 0) {
        const known = item.checks.map(({ id, title }) => `${id}（${title}）`).join('、');
        throw new CommandProblem(2, `条目 ${said.item} 没有检查点 ${said.check}。它的检查点：${known}。`);
      }
      const judgement = { place, edition, asOf, knownAt: null, evaluation: 0 };
      const knownAt = await readClock(trx);
      const traces: Trace[] = [];
      for (const { id } of checks) {
        traces.push(
          await traceCheck(trx, judgement, knownAt, { item: said.item, check: id, limit: mostRows }),
        );
      }
      return { place, traces };
    });
    const organization = { id: place.id, code: place.code, name: place.name };
    return {
      json: said.check === undefined ? { organization, traces } : { organization, ...traces[0] },
      text: [`${place.name} · 截至 ${asOf}`, ...traces.flatMap(describeTrace)].join('\n'),
    };
  });
}

/** The edition asked for, else the adopted one that holds the item, else whatever judges here. */
async function chooseByItem(trx: Trx, said: Said, path: string, asOf: string): Promise<LoadedEdition> {
  if (said.edition !== undefined) return getEdition(trx, said.edition);
  for (const id of pickEditions(await listAdopted(trx, path, asOf), path)) {
    const edition = await getEdition(trx, id);
    if (itemsOf(edition.edition).some(({ code }) => code === said.item)) return edition;
  }
  return chooseEdition(trx, undefined, path, asOf);
}

const verdicts = { met: '达标', unmet: '未达标', 'not-applicable': '不适用', 'not-known': '缺数据' } as const;

function describeTrace(trace: Trace): string[] {
  return [
    '',
    `${trace.item} ${trace.itemTitle} / ${trace.check} ${trace.checkTitle}：${verdicts[trace.verdict]}，${trace.points}/${trace.of} 分`,
    `  规则：${trace.sentence}`,
    `  算法：${trace.formula}`,
    `  时段：${trace.window.label}`,
    ...(trace.why ? [`  说明：${trace.why}`] : []),
    ...describeBounds(trace),
    ...trace.rows.map(
      ({ day, title, counts, note }) =>
        `  ${counts ? '计入' : '不计'}  ${day ?? '——'}  ${title}${note ? `（${note}）` : ''}`,
    ),
    ...(trace.rowsTotal > trace.rows.length ? [`  ……共 ${trace.rowsTotal} 条记录`] : []),
    ...trace.missing.map(({ label, text }) => `  缺：${label}：${text}`),
    ...(trace.late > 0 ? [`  其中补录 ${trace.late} 条（发生三十天后才录入）`] : []),
  ];
}

function describeBounds({ bounds }: Trace): string[] {
  return bounds.map(({ word, value, parameter }) => {
    const said = `  界限：${BOUND_TEXT[word]} ${value}`;
    if (!parameter) return said;
    const { title, unit, base, local } = parameter;
    const from = local ?? base;
    const basis = [from.basis.document, from.basis.number, from.basis.issuer].filter(Boolean).join('，');
    return `${said}${unit}（${title}，自 ${from.from} 起；依据：${basis}${local ? '；地方从严' : ''}）`;
  });
}
