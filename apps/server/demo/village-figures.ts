import type { Random } from './random.ts';

/** How one profile figure comes about: what it is where work is done well, and where it is let slip. */
export interface FigureRule {
  figure: string;
  /** A figure of the whole year stands on 31 December, a state on the day it was counted. */
  period: 'now' | 'year';
  well(random: Random, ground: Ground): number;
  slipped(random: Random, ground: Ground): number;
}

/** What the figures of one village have in common. */
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
}

type Draw = FigureRule['well'];

const between =
  (low: number, high: number): Draw =>
  (random) =>
    random.whole(low, high);
const fixed =
  (value: number): Draw =>
  () =>
    value;
const whole =
  (name: keyof Ground): Draw =>
  (_, ground) =>
    Number(ground[name]);
const partOf =
  (name: keyof Ground, low = 0.55, high = 0.95): Draw =>
  (random, ground) => {
    const of = Number(ground[name]);
    return Math.min(of === 0 ? 0 : of - 1, Math.floor((of * random.whole(low * 100, high * 100)) / 100));
  };
/** Grows a little from year to year, or shrinks. */
const yearly =
  (low: number, high: number, growth: number): Draw =>
  (random, ground) =>
    Math.round(random.whole(low, high) * (1 - growth * ground.yearsAgo));

const now = (figure: string, well: Draw, slipped: Draw): FigureRule => ({
  figure,
  period: 'now',
  well,
  slipped,
});
const year = (figure: string, well: Draw, slipped: Draw): FigureRule => ({
  figure,
  period: 'year',
  well,
  slipped,
});
const same = (figure: string, draw: Draw): FigureRule => now(figure, draw, draw);

export const figureRules: readonly FigureRule[] = [
  same('members', whole('members')),
  same('full-members', whole('full')),
  same('households', whole('households')),
  same('population', whole('population')),
  same('villager-groups', whole('villagerGroups')),
  now('villager-groups-with-leader', whole('villagerGroups'), partOf('villagerGroups')),
  same('functional-units-due', whole('units')),
  now('functional-units-covered', whole('units'), partOf('units')),
  same('floating-places', whole('floatingPlaces')),
  now('floating-places-covered', whole('floatingPlaces'), partOf('floatingPlaces')),
  same('cross-organizations', whole('floatingPlaces')),
  now('cross-organizations-settled', whole('floatingPlaces'), partOf('floatingPlaces')),
  now('mass-organisations', between(2, 4), fixed(0)),
  now('economic-organisations', between(1, 3), fixed(0)),
  now('service-organisations', between(1, 4), fixed(0)),
  now('one-shoulder', fixed(1), fixed(0)),
  now('cross-appointed', between(2, 4), between(0, 1)),
  now('vacancies', fixed(0), between(1, 2)),
  now('dual-group-leaders', between(2, 4), fixed(0)),
  same('dues-payers', whole('members')),
  now('dues-assessed', whole('members'), partOf('members')),
  now('members-in-one', whole('members'), partOf('members', 0.9, 0.98)),
  now('transfers-overdue', fixed(0), between(1, 3)),
  now('roster-complete', whole('members'), partOf('members', 0.7, 0.96)),
  now('roster-late', fixed(0), between(1, 9)),
  year('members-due-appraisal', whole('members'), whole('members')),
  year('members-appraised', whole('members'), partOf('members')),
  year('unqualified-members', whole('unqualified'), whole('unqualified')),
  year('unqualified-handled', whole('unqualified'), fixed(0)),
  year('weak-field-admissions', between(1, 2), fixed(0)),
  now('venue-area', between(300, 620), between(52, 296)),
  now('required-plates', between(3, 4), between(0, 2)),
  now('wall-rules', between(4, 6), between(1, 3)),
  now('notice-boards', between(5, 6), between(2, 4)),
  now('convenience-facilities', between(4, 6), between(0, 3)),
  now('books', between(800, 2400), between(60, 400)),
  year('duty-days', fixed(365), fixed(365)),
  year('duty-days-covered', fixed(365), between(190, 350)),
  year('households-visited', whole('households'), partOf('households')),
  now('households-needs-known', whole('households'), partOf('households')),
  now('households-assigned', whole('households'), partOf('households')),
  year('proxy-collected', fixed(120), fixed(120)),
  year('proxy-closed', fixed(120), between(60, 115)),
  year('major-matters', fixed(5), between(6, 9)),
  year('decisions', fixed(5), fixed(5)),
  now('main-roads-hardened', fixed(100), between(70, 99)),
  now('household-roads-hardened', fixed(100), between(60, 99)),
  now('power-sufficient', fixed(1), fixed(0)),
  now('telecom-coverage', fixed(100), between(80, 99)),
  now('cable-tv-coverage', fixed(100), between(70, 99)),
  now('education-service', fixed(1), fixed(0)),
  now('health-service', fixed(1), fixed(0)),
  now('culture-service', fixed(1), fixed(0)),
  now('leading-industries', between(1, 3), fixed(0)),
  year('per-capita-income', yearly(24_500, 33_000, 0.07), yearly(11_000, 19_500, -0.03)),
  now('poverty-incidence', fixed(0), between(2, 5)),
  year('collective-income', yearly(56_000, 380_000, 0.04), yearly(3_000, 48_000, 0.02)),
  same('collective-pilot', (_, ground) => (ground.pilot ? 1 : 0)),
  year('collective-pilot-done', (_, ground) => (ground.pilot ? 1 : 0), fixed(0)),
  year('livelihood-spending', between(20_000, 90_000), fixed(0)),
  same('retired-cadres', fixed(6)),
  now('retired-cadres-subsidised', fixed(6), between(1, 5)),
  year('income-rank-share', between(5, 30), between(31, 100)),
  same('monitored-households', fixed(4)),
  now('monitored-households-helped', fixed(4), between(1, 3)),
  year('labour-exported', between(20, 120), between(0, 10)),
  year('helped-villages', between(2, 3), between(0, 1)),
];
