import type { PublicNotice } from '@hujian/contract';
import type { PublicNoticeBody } from '../../database/result-tables.ts';
import { dayWord, percent } from '../reports/words.ts';
import type { RoundRecord } from '../rounds/rounds.ts';
import type { ResultRecord } from './results.ts';

type Bands = PublicNotice['bands'];

/** What everybody may see, and nothing else: organizations and bands, no points, no people. */
export function makeNoticeBody(
  row: Pick<ResultRecord, 'packet' | 'outcome' | 'sha256'>,
  round: Pick<RoundRecord, 'title' | 'holder' | 'theme' | 'weights' | 'period_from' | 'period_until'>,
  practices: PublicNotice['practices'],
): PublicNoticeBody {
  const { basis } = row.packet;
  return {
    holder: round.holder,
    round: round.title,
    theme: round.theme,
    period: `${dayWord(round.period_from)}至${dayWord(round.period_until)}`,
    basis: basis ? `${basis.issuer}《${basis.document}》（${basis.number}）` : null,
    weights: sayWeights(round.weights),
    bands: listBands(row),
    practices,
    sha256: row.sha256,
  };
}

function sayWeights({ standing, rating, poll, basically }: RoundRecord['weights']): string {
  const parts = [
    [standing, `考评得分${percent(standing, 1)}`],
    [rating, `现场评议${percent(rating, 1)}`],
    [poll, `满意度测评${percent(poll, 1)}（“基本满意”按${percent(basically, 1)}计）`],
  ] as const;
  return parts.flatMap(([weight, said]) => (weight > 0 ? [said] : [])).join('，');
}

/** By code within a band: the order within means nothing. */
function listBands({ packet, outcome }: Pick<ResultRecord, 'packet' | 'outcome'>): Bands {
  const names = new Map(packet.units.map(({ code, name }) => [code, name]));
  const named = (codes: readonly string[]) => codes.map((code) => ({ code, name: names.get(code) ?? code }));
  if (!outcome.ranked) {
    return [{ title: '参加本轮观摩的单位', units: named(outcome.units.map(({ code }) => code)) }];
  }
  const byBand = Map.groupBy(outcome.units, ({ band }) => band ?? '');
  return [...byBand.keys()].toSorted(inBandOrder).map((band) => ({
    title: band === '' ? '没有分档的单位' : `${band}档`,
    units: named((byBand.get(band) ?? []).map(({ code }) => code)),
  }));
}

/** A … Z, AA …; those without a band last. */
const inBandOrder = (a: string, b: string): number =>
  Number(a === '') - Number(b === '') || a.length - b.length || (a < b ? -1 : 1);
