import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireActor, root, shell } from './base-routes.tsx';
import { readSearch } from './search.ts';

/** The screens of rounds: plan, visits, result, what follows from it. */
const rounds = createRoute({
  getParentRoute: () => shell,
  path: '/rounds',
  validateSearch: readSearch(['state']),
  component: lazyRouteComponent(() => import('./scenes/rounds/rounds.tsx'), 'Rounds'),
});

const newRound = createRoute({
  getParentRoute: () => shell,
  path: '/rounds/new',
  component: lazyRouteComponent(() => import('./scenes/rounds/new-round.tsx'), 'NewRound'),
});

const round = createRoute({
  getParentRoute: () => shell,
  path: '/rounds/$round',
  validateSearch: readSearch(['tab', 'on', 'session', 'kind', 'show']),
  component: lazyRouteComponent(() => import('./scenes/rounds/round-page.tsx'), 'RoundPage'),
});

const coverage = createRoute({
  getParentRoute: () => shell,
  path: '/rounds/coverage',
  validateSearch: readSearch([], ['organization', 'year']),
  component: lazyRouteComponent(() => import('./scenes/rounds/coverage.tsx'), 'Coverage'),
});

const liaisons = createRoute({
  getParentRoute: () => shell,
  path: '/rounds/liaisons',
  validateSearch: readSearch([], ['organization']),
  component: lazyRouteComponent(() => import('./scenes/rounds/liaisons.tsx'), 'Liaisons'),
});

const unitClasses = createRoute({
  getParentRoute: () => shell,
  path: '/rounds/classes',
  validateSearch: readSearch([], ['organization']),
  component: lazyRouteComponent(() => import('./scenes/rounds/unit-classes.tsx'), 'UnitClasses'),
});

const bases = createRoute({
  getParentRoute: () => shell,
  path: '/rounds/bases',
  validateSearch: readSearch([], ['organization']),
  component: lazyRouteComponent(() => import('./scenes/results/bases.tsx'), 'Bases'),
});

const waiting = createRoute({
  getParentRoute: () => shell,
  path: '/results/waiting',
  validateSearch: readSearch(['state']),
  component: lazyRouteComponent(() => import('./scenes/results/waiting.tsx'), 'Waiting'),
});

const ballots = createRoute({
  getParentRoute: () => shell,
  path: '/ballots',
  validateSearch: readSearch(['state'], ['organization', 'round']),
  component: lazyRouteComponent(() => import('./scenes/ballots/ballots.tsx'), 'Ballots'),
});

const ballot = createRoute({
  getParentRoute: () => shell,
  path: '/ballots/$ballot',
  validateSearch: readSearch(['tab']),
  component: lazyRouteComponent(() => import('./scenes/ballots/ballot.tsx'), 'BallotPage'),
});

export const roundRoutes = [
  rounds,
  newRound,
  round,
  coverage,
  liaisons,
  unitClasses,
  bases,
  waiting,
  ballots,
  ballot,
] as const;

/** For a projector: without menu and head, but not without an actor. */
export const wallRoute = createRoute({
  getParentRoute: () => root,
  path: '/sessions/$session/wall',
  beforeLoad: requireActor,
  component: lazyRouteComponent(() => import('./scenes/wall/wall-page.tsx'), 'WallPage'),
});
