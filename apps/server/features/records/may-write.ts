import type { RecordRegister } from '@hujian/contract';
import type { Actor } from '../../access/actor.ts';
import { problems } from '../../http/problem.ts';

/** Events are entered by whoever may confirm them; everything else by whoever writes records. */
export function mayWrite(actor: Actor, register: RecordRegister): boolean {
  return actor.can.has(register === 'events' ? 'event.confirm' : 'record.write');
}

/** Throws forbidden. */
export function requireWrite(actor: Actor, register: RecordRegister): void {
  if (!mayWrite(actor, register)) throw problems.forbidden(register === 'events' ? '事项的确认登记' : '录入');
}
