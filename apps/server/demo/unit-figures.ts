import {
  between,
  type Draw,
  type FigureRule,
  fixed,
  lessThan,
  now,
  partOf,
  same,
  stock,
  whole,
  year,
} from './figure-rule.ts';
import type { Kind } from './tree.ts';

/** Something and how much of it is covered: all where work is done well. */
function covered(of: string, part: string, low: number, high: number): FigureRule[] {
  const all = stock(of, low, high);
  return [same(of, all), now(part, all, lessThan(all))];
}

/** What every organization counts about its members. */
const ofMembers: readonly FigureRule[] = [
  same('members', whole('members')),
  same('full-members', whole('full')),
  now('transfers-overdue', fixed(0), between(1, 3)),
  year('members-due-appraisal', whole('members'), whole('members')),
  year('members-appraised', whole('members'), partOf('members')),
];
const ofDues: readonly FigureRule[] = [
  same('dues-payers', whole('members')),
  now('dues-assessed', whole('members'), partOf('members')),
];
/** Those who report to the community where they live. */
const inService: readonly FigureRule[] = [
  same('in-service-members', whole('members')),
  same('in-service-reported', whole('reported')),
];

const estateBodies = stock('estate-bodies', 2, 6);
const partners = stock('co-building-units', 4, 12);
const community: readonly FigureRule[] = [
  ...ofMembers,
  ...inService,
  year('in-service-feedback', whole('reported'), partOf('reported')),
  ...covered('grids', 'grids-covered', 4, 9),
  ...covered('buildings', 'buildings-covered', 18, 60),
  ...covered('small-units', 'small-units-covered', 6, 30),
  same('co-building-units', partners),
  year('co-building-pledged', partners, lessThan(partners)),
  year('co-building-reviewed', partners, lessThan(partners)),
  same('estate-bodies', estateBodies),
  now('estate-bodies-joined', estateBodies, fixed(0)),
  now('volunteer-teams', between(3, 5), between(0, 1)),
  now('service-brands', between(4, 6), between(1, 3)),
  now('venue-area', between(150, 900), between(40, 98)),
  now('venue-open-hours', between(42, 70), between(20, 39)),
  year('proxy-collected', fixed(240), fixed(240)),
  year('proxy-closed', between(230, 240), between(150, 226)),
];

const agency: readonly FigureRule[] = [
  ...ofMembers,
  ...inService,
  now('venue-area', between(40, 120), between(12, 28)),
];

const employees = stock('employees', 120, 600);
const aHundredthOf =
  (all: Draw, low: number, high: number): Draw =>
  (random, ground) =>
    Math.ceil((all(random, ground) * random.whole(low, high)) / 10_000);
const wages: Draw = (_, ground) => ground.stock('wage-total', 40, 320) * 100_000;
const partyWorkers = aHundredthOf(employees, 100, 100);
const soe: readonly FigureRule[] = [
  ...ofMembers,
  ...ofDues,
  now('mass-organisations', between(2, 3), fixed(0)),
  same('independent-entity', fixed(1)),
  same('has-board', fixed(1)),
  now('chairman-secretary', fixed(1), fixed(0)),
  same('joint-units', fixed(1)),
  ...covered('projects-due', 'projects-covered', 1, 4),
  ...covered('work-units', 'work-units-covered', 5, 14),
  now('charter-points', fixed(3), between(0, 2)),
  year('set-up-lag-days', between(0, 50), between(70, 140)),
  same('employees', employees),
  now('party-workers', partyWorkers, fixed(0)),
  now('party-workers-equal-paid', partyWorkers, fixed(0)),
  same('wage-total', wages),
  now('party-funds', aHundredthOf(wages, 100, 130), aHundredthOf(wages, 10, 60)),
  now('star-level', between(3, 5), between(1, 2)),
];

const keyStaff = stock('key-staff', 8, 40);
const company: readonly FigureRule[] = [
  ...ofMembers,
  ...ofDues,
  now('mass-organisations', between(1, 2), fixed(0)),
  now('roster-complete', whole('members'), partOf('members', 0.7, 0.96)),
  same('social-organisation', (_, { association }) => (association ? 1 : 0)),
  same('joint-units', fixed(1)),
  now('venue-area', between(24, 90), between(6, 18)),
  now('venue-shared', between(0, 1), fixed(0)),
  same('wage-total', wages),
  now('party-funds', aHundredthOf(wages, 50, 90), aHundredthOf(wages, 5, 20)),
  now('party-funds-in-costs', fixed(1), fixed(0)),
  year('dues-returned', between(2_000, 9_000), fixed(0)),
  same('key-staff', keyStaff),
  now('key-staff-members', lessThan(keyStaff, 0.35, 0.7), lessThan(keyStaff, 0.05, 0.15)),
];

const school: readonly FigureRule[] = [
  ...ofMembers,
  now('mass-organisations', fixed(3), fixed(1)),
  same('joint-units', fixed(1)),
  year('ideology-lessons-due', fixed(800), fixed(800)),
  year('ideology-lessons-held', fixed(800), between(640, 784)),
  now('secretary-teaching-years', between(8, 32), between(1, 2)),
];

/** What organizations that are no villages write down in numbers. */
export const unitFigures: Readonly<Record<Exclude<Kind, 'rural'>, readonly FigureRule[]>> = {
  community,
  agency,
  soe,
  private: company,
  school,
};
