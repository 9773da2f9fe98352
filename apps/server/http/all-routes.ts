import { routes as account } from '../features/account/routes.ts';
import { routes as ballots } from '../features/ballots/routes.ts';
import { routes as burden } from '../features/burden/routes.ts';
import { routes as drafts } from '../features/drafts/routes.ts';
import { routes as home } from '../features/home/routes.ts';
import { routes as imports } from '../features/imports/routes.ts';
import { routes as library } from '../features/library/routes.ts';
import { routes as me } from '../features/me/routes.ts';
import { routes as organizations } from '../features/organizations/routes.ts';
import { routes as reasons } from '../features/reasons/routes.ts';
import { routes as records } from '../features/records/routes.ts';
import { routes as reports } from '../features/reports/routes.ts';
import { routes as results } from '../features/results/routes.ts';
import { routes as rounds } from '../features/rounds/routes.ts';
import { routes as standings } from '../features/standings/routes.ts';
import { routes as uses } from '../features/uses/routes.ts';
import { routes as visits } from '../features/visits/routes.ts';
import type { Route } from './route.ts';

/** Every route of the program, one line for each feature. */
export const allRoutes: readonly Route[] = [
  ...me,
  ...home,
  ...organizations,
  ...standings,
  ...records,
  ...library,
  ...drafts,
  ...burden,
  ...reasons,
  ...imports,
  ...reports,
  ...ballots,
  ...results,
  ...rounds,
  ...uses,
  ...visits,
  ...account,
];
