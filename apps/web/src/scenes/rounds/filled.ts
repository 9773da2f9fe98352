import type { RoundFull, RoundItem, RoundSuggested } from '@hujian/contract';
import type { RoundFilled } from '../../api/rounds.ts';

/** What the fields of a round hold: weights in percent, items always named. */
export interface Fields {
  title: string;
  cadence: RoundFilled['cadence'];
  periodFrom: string;
  periodUntil: string;
  sort: RoundFilled['sort'];
  theme: string;
  edition: string;
  items: string[];
  standingEdition: string | null;
  weights: Record<'standing' | 'rating' | 'poll' | 'basically', number | null>;
  setting: Omit<RoundFilled['setting'], 'days'> & { days: string[] };
}

const percent = (share: number): number => Math.round(share * 1e6) / 1e4;
const shareOf = (value: number | null): number => Math.round((value ?? 0) * 1e4) / 1e6;

const percents = (weights: RoundFilled['weights']): Fields['weights'] => ({
  standing: percent(weights.standing),
  rating: percent(weights.rating),
  poll: percent(weights.poll),
  basically: percent(weights.basically),
});

export function itemsOf(suggested: RoundSuggested, edition: string | undefined): readonly RoundItem[] {
  return suggested.editions.find((one) => one.id === edition)?.items ?? [];
}

/** The form of a new round, as the server suggests it. */
export function fieldsOf(suggested: RoundSuggested): Fields {
  const { body } = suggested;
  const all = itemsOf(suggested, body.edition).map((item) => item.code);
  return { ...body, items: body.items.length === 0 ? all : [...body.items], weights: percents(body.weights) };
}

/** The form of a round that is there. */
export function fieldsOfRound(round: RoundFull): Fields {
  return {
    ...round,
    edition: round.edition.id,
    standingEdition: round.standingEdition?.id ?? null,
    items: round.items.map((item) => item.code),
    weights: percents(round.weights),
  };
}

export type Sent = Omit<RoundFilled, 'organization' | 'way' | 'reach' | 'parts'>;

/** What is sent: shares of 1; an empty list of items means all of the edition. */
export function sentOf(fields: Fields, all: readonly RoundItem[]): Sent {
  const { title, cadence, periodFrom, periodUntil, sort, theme, edition, standingEdition, setting } = fields;
  const whole = all.length > 0 && all.every((item) => fields.items.includes(item.code));
  const { standing, rating, poll, basically } = fields.weights;
  return {
    title,
    cadence,
    periodFrom,
    periodUntil,
    sort,
    theme,
    edition,
    items: whole ? [] : fields.items,
    standingEdition,
    setting: {
      ...setting,
      days: [...setting.days].sort(),
      count: setting.count ?? null,
      every: setting.every ?? null,
    },
    weights: {
      standing: shareOf(standing),
      rating: shareOf(rating),
      poll: shareOf(poll),
      basically: shareOf(basically),
    },
  };
}

/** Of the three shares, in percent; rounded so that 33.3 + 33.3 + 33.4 is 100. */
export function sumOf(weights: Partial<Fields['weights']> | undefined): number {
  const sum = (weights?.standing ?? 0) + (weights?.rating ?? 0) + (weights?.poll ?? 0);
  return Math.round(sum * 1e4) / 1e4;
}
