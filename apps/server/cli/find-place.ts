import type { Trx } from '../database/door.ts';
import { CommandProblem } from './command-problem.ts';

export interface CommandPlace {
  id: number;
  county: number;
  path: string;
  code: string;
  name: string;
  level: string;
  unit: number | null;
}

/** An organization by its code, its full name, or a part of its name that only one has. */
export async function findPlace(trx: Trx, said: string): Promise<CommandPlace> {
  const found = await trx
    .selectFrom('organization')
    .select(['id', 'county', 'path', 'code', 'name', 'level', 'unit'])
    .where('closed_on', 'is', null)
    .where('level', '!=', 'group')
    .where((where) =>
      where.or([
        where('code', '=', said),
        where(where.fn<number>('strpos', ['name', where.val(said)]), '>', 0),
      ]),
    )
    // who is meant exactly comes before many that only contain the words
    .orderBy((where) => where.or([where('code', '=', said), where('name', '=', said)]), 'desc')
    .orderBy('code')
    .limit(20)
    .execute();
  const exact = found.filter(({ code, name }) => code === said || name === said);
  const [only, another] = exact.length > 0 ? exact : found;
  if (!only) throw new CommandProblem(2, `没有代码或名称为“${said}”的组织。${await tellHighest(trx)}`);
  if (!another) return only;
  const names = found.slice(0, 8).map(({ code, name }) => `${code} ${name}`);
  throw new CommandProblem(2, `“${said}”对应不止一个组织：${names.join('、')}。请写完整名称或代码。`);
}

/** The highest organizations there are: from their codes the others can be listed. */
async function tellHighest(trx: Trx): Promise<string> {
  const highest = await trx
    .selectFrom('organization')
    .select(['code', 'name'])
    .where('closed_on', 'is', null)
    .orderBy('path')
    .limit(3)
    .execute();
  const [first] = highest;
  if (!first) return '数据库里还没有任何组织：请先在网页上建立，或运行 hujian demo。';
  const names = highest.map(({ code, name }) => `${code} ${name}`).join('、');
  return `这里最上层的组织有：${names}。用 hujian evaluate --scope ${first.code} 可以列出其下全部代码。`;
}
