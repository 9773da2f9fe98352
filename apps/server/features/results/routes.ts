import type { Route } from '../../http/route.ts';
import { publicRoutes } from './public-routes.ts';
import { resultRoutes } from './result-routes.ts';

export const routes: readonly Route[] = [...resultRoutes, ...publicRoutes];
