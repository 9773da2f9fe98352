import type { RoundFull } from '@hujian/contract';
import { useMe } from '../../api/me.ts';

/** Whether the round is held by whoever is signed in; what it is put to goes on after the round itself is closed. */
export function useHolds(round: RoundFull): boolean {
  const me = useMe();
  return me.can.includes('round.manage') && me.scope?.id === round.organization.id;
}
