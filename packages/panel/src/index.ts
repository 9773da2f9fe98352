export { analyse } from './analyse/analyse.ts';
export type * from './analyse/ratings.ts';
export { plan } from './plan/plan.ts';
export type * from './plan/plan-types.ts';
