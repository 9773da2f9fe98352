import type { roundBody } from '@hujian/contract';
import type * as z from 'zod';
import type { Trx } from '../../database/door.ts';
import type { Place } from '../organizations/get-place.ts';
import { getEdition, type LoadedEdition } from '../standings/editions.ts';
import type { RoundRecord } from './rounds.ts';
import { refuse } from './rounds.ts';

export type RoundBody = z.output<typeof roundBody>;

/** What may be visited by whom: townships by counties, villages by counties and townships, branches by any committee. */
export function requireReach(place: Pick<Place, 'level' | 'form'>, { reach, way }: RoundBody): void {
  if (reach === 'townships' && place.level !== 'county')
    throw refuse('reach', '观摩乡镇的活动由县级举办，请改选观摩对象。');
  if (reach === 'villages' && place.level !== 'county' && place.level !== 'township')
    throw refuse('reach', '观摩村（社区）的活动由县级或乡镇举办，请改选观摩对象。');
  if ((way === 'four-mutual') !== (reach === 'branches'))
    throw refuse('reach', '三互观摩乡镇或村（社区），四互观摩单位里的支部，请核对方式和观摩对象。');
}

type Dated = Pick<RoundBody, 'periodFrom' | 'periodUntil'> & { setting: { days: readonly string[] } };

/** Days of the visits lie in the period, each once. Throws bad-input. */
export function requireDays({ periodFrom, periodUntil, setting: { days } }: Dated): void {
  if (periodFrom > periodUntil) throw refuse('periodUntil', '活动周期的结束日期不能早于开始日期。');
  if (new Set(days).size < days.length) throw refuse('setting.days', '观摩日期里有重复的日子，请只留一个。');
  const outside = days.filter((day) => day < periodFrom || day > periodUntil);
  if (outside.length > 0)
    throw refuse('setting.days', `观摩日期${outside.join('、')}不在活动周期内，请改日期或周期。`);
}

/** A share that counts needs something to be counted. */
export function requireWeights({
  weights,
  standingEdition,
}: Pick<RoundBody, 'weights' | 'standingEdition'>): void {
  if (weights.standing > 0 && standingEdition === null)
    throw refuse('standingEdition', '平时考评占了权重，请选按哪个标准版本的考评结果计算。');
}

export function requireCount({ choice, count }: RoundBody['setting']): void {
  if ((choice === 'risk' || choice === 'draw') && count === null)
    throw refuse('setting.count', '按风险或抽签选择观摩对象，请写明选多少个。');
}

/** The edition that is judged on site, of the program or of somebody above; throws not-found, bad-input. */
export async function getRoundEdition(
  trx: Trx,
  place: Pick<Place | RoundRecord, 'path'>,
  id: string,
): Promise<LoadedEdition> {
  const loaded = await getEdition(trx, id);
  if (loaded.path !== null && !place.path.startsWith(loaded.path))
    throw refuse('edition', '这个版本是下级组织发布的，不能用在这里。');
  return loaded;
}
