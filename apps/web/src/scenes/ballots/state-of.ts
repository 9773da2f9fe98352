import type { BallotRow } from '@hujian/contract';
import { words } from './words.ts';

/** Where a poll stands on a day, in words. */
export function stateOf(ballot: BallotRow, today: string): string {
  if (ballot.state === 'closed') return words.states.closed;
  if (today < ballot.opensOn) return words.early;
  return today > ballot.closesOn ? words.over : words.states.open;
}
