import type { Route } from '../../http/route.ts';
import { placeRoutes } from './place-routes.ts';
import { roundRoutes } from './round-routes.ts';

export const routes: readonly Route[] = [...roundRoutes, ...placeRoutes];
