export { analyse } from './analyse/analyse.ts';
export type * from './analyse/ratings.ts';
