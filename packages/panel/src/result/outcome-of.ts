import type { ResultOutcome, ResultPacket } from '@hujian/contract';
import { examine } from '../analyse/analyse.ts';
import type { Estimate } from '../analyse/estimate.ts';
import { letterOf, placeScaled } from '../analyse/place-units.ts';
import type { Analysis, Rating, UnitResult } from '../analyse/ratings.ts';
import { fewestSlips } from './tie-rule.ts';
import { warnOf } from './warn-of.ts';

export type OutcomeUnit = ResultOutcome['units'][number];
type PacketUnit = ResultPacket['units'][number];

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What a packet comes to. Pure: the same packet, in whatever order its lists are, gives the same digits on every machine
 * (sums run in the order of codes; nothing depends on chance, language or time).
 */
export function outcomeOf(packet: ResultPacket): ResultOutcome {
  const units = packet.units.toSorted((a, b) => inOrder(a.code, b.code));
  const { analysis, estimated } = examine({
    scale: [0, 100],
    ratings: sortRatings(packet.ratings),
    parents: Object.fromEntries(units.flatMap(({ code, parent }) => (parent ? [[code, parent]] : []))),
    names: Object.fromEntries(units.map(({ code, name }) => [code, name])),
  });
  const rated = new Map(analysis.units.map((unit, at) => [unit.unit, { unit, at }]));
  const summed = units.map((unit) => sumUnit(packet, unit, rated.get(unit.code)));
  if (packet.basis) placeAll(units, summed, estimated);
  return {
    ranked: packet.basis !== null,
    units: summed.map(({ shown }) => shown),
    panelists: presentPanelists(analysis),
    kendallW: analysis.agreement.kendallW,
    warnings: [
      ...warnOf(
        packet,
        units,
        summed.map(({ shown }) => shown),
      ),
      ...analysis.warnings,
    ],
  };
}

const presentPanelists = ({ panelists }: Analysis): ResultOutcome['panelists'] =>
  panelists.map(({ panelist, severity, consistency, sheets, flags }) => ({
    panelist,
    severity,
    consistency,
    sheets,
    flags: [...flags],
  }));

/** Of two scores for one item by one panelist the later counts: sorted, that is the same whatever order they came in. */
function sortRatings(ratings: ResultPacket['ratings']): Rating[] {
  return ratings
    .map(({ home, ...rating }) => ({ ...rating, ...(home === undefined ? {} : { home }) }))
    .sort(
      (a, b) =>
        inOrder(a.unit, b.unit) ||
        inOrder(a.panelist, b.panelist) ||
        inOrder(a.item, b.item) ||
        a.score - b.score ||
        inOrder(a.home ?? '', b.home ?? ''),
    );
}

interface Summed {
  shown: OutcomeUnit;
  /** Place in the estimate, and what the level counts in the total. */
  at: number | null;
  factor: number;
}

function sumUnit(
  packet: ResultPacket,
  unit: PacketUnit,
  rated: { unit: UnitResult; at: number } | undefined,
): Summed {
  const { weights } = packet;
  const standing = standingOf(unit);
  const poll = pollOf(unit, weights.basically);
  const parts: [number, number | null][] = [
    [weights.standing, standing],
    [weights.rating, rated?.unit.fair ?? null],
    [weights.poll, poll],
  ];
  const known = parts.filter((part): part is [number, number] => part[1] !== null && part[0] > 0);
  const weightKnown = known.reduce((sum, [weight]) => sum + weight, 0);
  const adjustment = adjustmentOf(packet, unit.code);
  const factor = rated && weightKnown > 0 ? weights.rating / weightKnown : 0;
  const whole =
    weightKnown > 0
      ? known.reduce((sum, [weight, part]) => sum + weight * part, 0) / weightKnown + adjustment
      : null;
  const moved = (by: number): number | null => (whole === null ? null : within(whole + factor * by));
  const { fair = 0, low = fair, high = fair } = rated?.unit ?? {};
  const shown: OutcomeUnit = {
    code: unit.code,
    standing,
    rating: rated ? presentRating(rated.unit) : null,
    poll,
    adjustment,
    total: moved(0),
    low: moved(low - fair),
    high: moved(high - fair),
    weightKnown,
    rankLow: null,
    rankHigh: null,
    band: null,
  };
  return { shown, at: rated?.at ?? null, factor };
}

const presentRating = ({ raw, fair, low, high, sheets }: UnitResult) => ({ raw, fair, low, high, sheets });

const standingOf = ({ standing }: PacketUnit): number | null =>
  standing && standing.possible > 0 ? (100 * standing.points) / standing.possible : null;

const pollOf = ({ poll }: PacketUnit, basically: number): number | null =>
  poll && poll.slips >= fewestSlips
    ? (100 * (poll.satisfied + poll.basically * basically)) / poll.slips
    : null;

/** Summed in the order of moments, so that the order of the list does not move the last digit. */
const adjustmentOf = ({ adjustments }: ResultPacket, code: string): number =>
  adjustments
    .filter(({ unit }) => unit === code)
    .toSorted((a, b) => inOrder(a.at, b.at) || a.points - b.points)
    .reduce((sum, { points }) => sum + points, 0);

const within = (points: number): number => Math.min(100, Math.max(0, points));

/** Units without a total have no place; those with a veto come last, in a band of their own, whatever their total. */
function placeAll(units: readonly PacketUnit[], summed: readonly Summed[], estimated: Estimate | null): void {
  const told = summed.flatMap((one, at) => (one.shown.total === null ? [] : [{ ...one, unit: units[at] }]));
  const [blocked, free] = [told.filter(isBlocked), told.filter((one) => !isBlocked(one))];
  const placed = placeScaled(
    {
      values: free.map(({ shown }) => shown.total ?? 0),
      at: free.map(({ at }) => at),
      factors: free.map(({ factor }) => factor),
    },
    estimated,
  );
  free.forEach(({ shown }, at) => {
    Object.assign(shown, placed[at]);
  });
  const last = { rankLow: free.length + 1, rankHigh: told.length, band: letterOf(countBands(placed)) };
  for (const { shown } of blocked) Object.assign(shown, last);
}

const countBands = (placed: readonly { band: string }[]): number =>
  new Set(placed.map(({ band }) => band)).size;

const isBlocked = ({ unit }: { unit: PacketUnit | undefined }): boolean =>
  (unit?.standing?.blocked.length ?? 0) > 0;
