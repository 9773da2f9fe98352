import type { RoundPlaces } from './round-places.ts';

/** What an officer sends for a new round of the first township: 8 visits a day and person at most, all villages. */
export const draftBody = ({ township }: Pick<RoundPlaces, 'township'>) => ({
  organization: township.id,
  title: '第四季度三互活动（补）',
  way: 'three-mutual' as const,
  reach: 'villages' as const,
  cadence: 'quarter' as const,
  periodFrom: '2026-10-01',
  periodUntil: '2026-12-31',
  sort: 'themed' as const,
  theme: '主题党日',
  edition: 'visit-dimensions/2020',
  standingEdition: null,
  items: [] as string[],
  setting: {
    days: ['2026-12-02', '2026-12-01'],
    perVisit: 3,
    perDay: 4,
    choice: 'all' as 'all' | 'direct' | 'risk' | 'draw',
    count: null as number | null,
    every: null as number | null,
    seed: 'mountains',
  },
  weights: { standing: 0, rating: 1, poll: 0, basically: 0.6 },
});
