import type { ResultOutcome, ResultPacket } from '@hujian/contract';
import { fewestSlips } from './tie-rule.ts';

type PacketUnit = ResultPacket['units'][number];

/** What whoever reads the result must know beside the panel's own warnings, in Chinese; units in the order of `shown`. */
export function warnOf(
  { weights, basis }: ResultPacket,
  units: readonly PacketUnit[],
  shown: ResultOutcome['units'],
): string[] {
  const those = (holds: (unit: PacketUnit, of: ResultOutcome['units'][number]) => boolean): string[] =>
    units.filter((unit, at) => shown[at] !== undefined && holds(unit, shown[at])).map(({ name }) => name);
  const blocked = those(({ standing }) => (standing?.blocked.length ?? 0) > 0);
  const told = (
    [
      [blocked, basis ? '有一票否决情形，排在最后一档，请核对。' : '有一票否决情形，请核对。'],
      [those((_unit, { total }) => total === null), '没有任何计分的部分，没有总分。'],
      [
        those((_unit, { standing }) => weights.standing > 0 && standing === null),
        '没有可计的考评得分，权重由其余部分承担。',
      ],
      [
        those((_unit, { rating }) => weights.rating > 0 && rating === null),
        '没有交回的评议表，权重由其余部分承担。',
      ],
      [
        those((_unit, { poll }) => weights.poll > 0 && poll === null),
        `没有满${fewestSlips}票的测评，权重由其余部分承担。`,
      ],
      [
        those(({ standing }) => (standing?.notKnownShare ?? 0) > 0.5),
        '缺数据的分值超过一半，考评得分只作参考。',
      ],
    ] as const
  ).flatMap(([names, what]) => (names.length > 0 ? [`${tell(names)}${what}`] : []));
  return basis ? told : ['没有在有效期内的排名依据：不排名次、不分档，只用于发现问题和交流经验。', ...told];
}

const tell = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join('、')}等${names.length}个` : names.join('、');
