import * as z from 'zod';
import { moment } from './common.ts';

/** Records came in that the current standings do not count yet; null: all are counted. */
export const standingsWaiting = z.object({ since: moment.nullable() });
export type StandingsWaiting = z.output<typeof standingsWaiting>;
