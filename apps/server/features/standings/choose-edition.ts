import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import { getEdition, type LoadedEdition } from './editions.ts';
import { rankEditions } from './rank-editions.ts';

/** The edition asked for, else the one made for the place's kind, else the one that judges most of those below it. */
export async function chooseEdition(
  trx: Trx,
  asked: string | undefined,
  path: string,
  day: string,
): Promise<LoadedEdition> {
  if (asked !== undefined) return getEdition(trx, asked);
  const [chosen] = await rankEditions(trx, path, day);
  if (chosen === undefined) {
    throw problems.unprocessable(
      '这里还没有采用任何标准。请先由县级组织部门在“标准库”采用一个版本，或在查询中指明版本。',
    );
  }
  return chosen;
}
