import { isSeated, type People } from '../grammar/people.ts';
import type { Register } from '../grammar/register.ts';

/** The registers that a people set is read from. */
export function registersOf(people: People): readonly Register[] {
  if (isSeated(people)) return ['posts'];
  return people.where.noSeat === undefined ? ['roster'] : ['roster', 'posts'];
}
