import type { Random } from './random.ts';

/** How one profile figure comes about: what it is where work is done well, and where it is let slip. */
export interface FigureRule {
  figure: string;
  /** A figure of the whole year stands on 31 December, a state on the day it was counted. */
  period: 'now' | 'year';
  well(random: Random, ground: Ground): number;
  slipped(random: Random, ground: Ground): number;
}

/** What the figures of one organization have in common. */
export interface Ground {
  members: number;
  full: number;
  households: number;
  population: number;
  villagerGroups: number;
  floatingPlaces: number;
  units: number;
  pilot: boolean;
  /** 0 for the newest year, 1 for the year before … */
  yearsAgo: number;
  unqualified: number;
  /** Members in service who reported to the community where they live. */
  reported: number;
  /** A social organisation, not a company. */
  association: boolean;
  /** How many there are of something, always the same for one organization. */
  stock(of: string, low: number, high: number): number;
}

export type Draw = FigureRule['well'];

export const between =
  (low: number, high: number): Draw =>
  (random) =>
    random.whole(low, high);
export const fixed =
  (value: number): Draw =>
  () =>
    value;
export const whole =
  (name: keyof Ground): Draw =>
  (_, ground) =>
    Number(ground[name]);
export const partOf = (name: keyof Ground, low = 0.55, high = 0.95): Draw => lessThan(whole(name), low, high);
/** Some, but not all, of what another draw says. */
export const lessThan =
  (all: Draw, low = 0.55, high = 0.95): Draw =>
  (random, ground) => {
    const of = all(random, ground);
    return Math.min(of === 0 ? 0 : of - 1, Math.floor((of * random.whole(low * 100, high * 100)) / 100));
  };
export const stock =
  (of: string, low: number, high: number): Draw =>
  (_, ground) =>
    ground.stock(of, low, high);
/** Grows a little from year to year, or shrinks. */
export const yearly =
  (low: number, high: number, growth: number): Draw =>
  (random, ground) =>
    Math.round(random.whole(low, high) * (1 - growth * ground.yearsAgo));

export const now = (figure: string, well: Draw, slipped: Draw): FigureRule => ({
  figure,
  period: 'now',
  well,
  slipped,
});
export const year = (figure: string, well: Draw, slipped: Draw): FigureRule => ({
  figure,
  period: 'year',
  well,
  slipped,
});
export const same = (figure: string, draw: Draw): FigureRule => now(figure, draw, draw);
