import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import { listAdopted, listEditions, pickEditions } from './adopted.ts';
import { getEdition, type LoadedEdition } from './editions.ts';

/** The edition asked for, else the one that judges the place, else the only one that judges anybody below it. */
export async function chooseEdition(
  trx: Trx,
  asked: string | undefined,
  path: string,
  day: string,
): Promise<LoadedEdition> {
  if (asked !== undefined) return getEdition(trx, asked);
  const adopted = await listAdopted(trx, path, day);
  const chosen = pickEditions(adopted, path)[0] ?? listEditions(adopted)[0];
  if (chosen === undefined) {
    throw problems.unprocessable(
      '这里还没有采用任何标准。请先由县级组织部门在“标准库”采用一个版本，或在查询中指明版本。',
    );
  }
  return getEdition(trx, chosen);
}
