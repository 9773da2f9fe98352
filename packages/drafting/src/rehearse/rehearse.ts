import type { Edition } from '@hujian/engine';
import { itemsOf } from '@hujian/engine';

type Verdict = 'met' | 'unmet' | 'not-applicable' | 'not-known';

/** One organization's standing, as far as a rehearsal needs it. */
export interface Rehearsed {
  organization: number;
  points: number;
  possible: number;
  fullMarks: number;
  /** In the order of the edition's items. */
  items: readonly { verdict: Verdict; points: number; of: number }[];
}

/** One day: everybody under the draft and, where something is in force, under that. */
export interface RehearsedDay {
  asOf: string;
  draft: readonly Rehearsed[];
  against: readonly Rehearsed[] | null;
}

export interface Tally {
  met: number;
  unmet: number;
  notApplicable: number;
  notKnown: number;
}

export interface RehearsedItem extends Tally {
  code: string;
  number: string;
  title: string;
  chapter: string;
  of: number;
  /** Mean part of the points reached by those it is known of; null: known of nobody, or it has no points. */
  meanShare: number | null;
  /** False: everybody it is known of (two at least) has the same. */
  tellsApart: boolean;
  /** Of those it applies to. */
  notKnownShare: number;
  periods: Tally[];
}

export interface RehearsedPeriod<Band extends string> {
  asOf: string;
  organizations: number;
  bands: Record<Band, number>;
  before: Record<Band, number> | null;
  /** null: that day was not held against anything. */
  up: number | null;
  down: number | null;
  meanShare: number | null;
  notKnownShare: number;
}

export interface Mover<Band extends string> {
  organization: number;
  before: Band;
  after: Band;
  way: 'up' | 'down';
  shareBefore: number | null;
  shareAfter: number | null;
}

/** How bands are made; `order` is best first and holds no band that is nobody's place. */
export interface Banding<Band extends string> {
  all: readonly Band[];
  order: readonly Band[];
  of(standing: Rehearsed): Band;
}

export interface RehearsalSummary<Band extends string> {
  periods: RehearsedPeriod<Band>[];
  /** Of the last day, in the order of the standings given. */
  movers: Mover<Band>[];
  items: RehearsedItem[];
}

/** Counts what a draft would have said; `days` oldest first, at least one. Pure. */
export function summarizeRehearsal<Band extends string>(
  edition: Edition,
  days: readonly RehearsedDay[],
  banding: Banding<Band>,
): RehearsalSummary<Band> {
  const moved = days.map((day) => findMovers(day, banding));
  return {
    periods: days.map((day, index) => summarizeDay(day, moved[index] ?? [], banding)),
    movers: moved.at(-1) ?? [],
    items: summarizeItems(edition, days),
  };
}

function summarizeDay<Band extends string>(
  { asOf, draft, against }: RehearsedDay,
  movers: readonly Mover<Band>[],
  banding: Banding<Band>,
): RehearsedPeriod<Band> {
  const banded = draft.filter((one) => banding.order.includes(banding.of(one)));
  return {
    asOf,
    organizations: draft.length,
    bands: countBands(draft, banding),
    before: against && countBands(against, banding),
    up: against && movers.filter(({ way }) => way === 'up').length,
    down: against && movers.filter(({ way }) => way === 'down').length,
    meanShare: mean(banded.map((one) => shareOf(one) ?? 0)),
    notKnownShare: round(
      ratio(
        sum(draft, (one) => one.fullMarks - one.possible),
        sum(draft, (one) => one.fullMarks),
      ),
    ),
  };
}

/** Who stands in another band than before; whoever has no band on one side does not move. */
function findMovers<Band extends string>(
  { draft, against }: RehearsedDay,
  banding: Banding<Band>,
): Mover<Band>[] {
  const before = new Map(against?.map((one) => [one.organization, one]));
  return draft.flatMap((after) => {
    const was = before.get(after.organization);
    if (!was) return [];
    const [from, to] = [banding.of(was), banding.of(after)];
    const [fromPlace, toPlace] = [banding.order.indexOf(from), banding.order.indexOf(to)];
    if (fromPlace < 0 || toPlace < 0 || fromPlace === toPlace) return [];
    return {
      organization: after.organization,
      before: from,
      after: to,
      way: toPlace < fromPlace ? ('up' as const) : ('down' as const),
      shareBefore: shareOf(was),
      shareAfter: shareOf(after),
    };
  });
}

function summarizeItems(edition: Edition, days: readonly RehearsedDay[]): RehearsedItem[] {
  const last = days.at(-1)?.draft ?? [];
  const chapters = edition.chapters.flatMap((chapter) => chapter.items.map(() => chapter.title));
  return itemsOf(edition).map((item, index) => {
    const standings = last.flatMap((one) => one.items[index] ?? []);
    const known = standings.filter(({ verdict }) => verdict === 'met' || verdict === 'unmet');
    const tally = count(last, index);
    const kinds = new Set(known.map(({ verdict, points, of }) => `${verdict} ${of > 0 ? points / of : 0}`));
    return {
      code: item.code,
      number: item.number,
      title: item.title,
      chapter: chapters[index] ?? '',
      of: item.points,
      ...tally,
      meanShare: mean(known.filter(({ of }) => of > 0).map(({ points, of }) => points / of)),
      tellsApart: known.length < 2 || kinds.size > 1,
      notKnownShare: round(ratio(tally.notKnown, standings.length - tally.notApplicable)),
      periods: days.map(({ draft }) => count(draft, index)),
    };
  });
}

function count(standings: readonly Rehearsed[], index: number): Tally {
  const tally: Tally = { met: 0, unmet: 0, notApplicable: 0, notKnown: 0 };
  for (const { items } of standings) {
    const verdict = items[index]?.verdict;
    if (verdict) tally[keys[verdict]] += 1;
  }
  return tally;
}

const keys = {
  met: 'met',
  unmet: 'unmet',
  'not-applicable': 'notApplicable',
  'not-known': 'notKnown',
} as const satisfies Record<Verdict, keyof Tally>;

function countBands<Band extends string>(
  standings: readonly Rehearsed[],
  { all, of }: Banding<Band>,
): Record<Band, number> {
  const counts = Object.fromEntries(all.map((band) => [band, 0])) as Record<Band, number>;
  for (const standing of standings) counts[of(standing)] += 1;
  return counts;
}

const shareOf = ({ points, possible }: Rehearsed): number | null =>
  possible > 0 ? round(points / possible) : null;
const mean = (values: readonly number[]): number | null =>
  values.length > 0 ? round(values.reduce((total, one) => total + one, 0) / values.length) : null;
const sum = (of: readonly Rehearsed[], value: (one: Rehearsed) => number): number =>
  of.reduce((total, one) => total + value(one), 0);
const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
const round = (share: number): number => Math.round(share * 10_000) / 10_000;
