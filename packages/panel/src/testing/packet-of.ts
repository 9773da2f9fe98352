import type { ResultPacket } from '@hujian/contract';
import { tieRule } from '../result/tie-rule.ts';

const basis = { document: '评比通知', number: '1号', issuer: '市委', validUntil: '2027-12-31' };

export type PacketUnit = ResultPacket['units'][number];
/** A unit of which nothing is known but what is said. */
export const unit = (code: string, fields: Partial<PacketUnit> = {}): PacketUnit => ({
  code,
  name: `${code}村`,
  parent: 't1',
  class: null,
  standing: null,
  poll: null,
  ...fields,
});
/** Points of the 80 that are known, of 100. */
export const stands = (points: number, blocked: string[] = []): PacketUnit['standing'] => ({
  points,
  possible: 80,
  notKnownShare: 0.2,
  blocked,
});
/** A packet of a township's quarter that allows places to be given, without units. */
export const packetOf = (fields: Partial<ResultPacket>): ResultPacket => ({
  format: 'hujian result/1',
  round: {
    id: 1,
    title: '第三季度三互',
    holder: '某镇',
    periodFrom: '2026-07-01',
    periodUntil: '2026-09-30',
    version: 2,
    edition: 'visit-dimensions/2020',
    revision: '1',
    standingEdition: 'rural-basic/2019',
    standingRevision: '1',
    standingAsOf: '2026-09-30',
    standingKnownAt: '2026-10-01T00:00:00.000Z',
  },
  weights: { standing: 0.5, rating: 0.3, poll: 0.2, basically: 0.6 },
  weightsPublishedAt: '2026-07-01T00:00:00.000Z',
  basis,
  tieRule,
  units: [],
  ratings: [],
  adjustments: [],
  ...fields,
});
