import type { Home, Register } from '@hujian/contract';
import type { Scope } from '../../access/actor.ts';
import type { Context } from '../../http/route.ts';
import { listRegisters } from '../organizations/file-parts.ts';

/** Registers that a branch itself keeps; polls, ratings and events come from others. */
const own: readonly Register[] = ['roster', 'posts', 'activities', 'trainings', 'figures', 'documents'];

/** Registers that nobody keeps yet: while they are not, what is missing is not known rather than not done. */
export async function listUnkept(
  context: Pick<Context<unknown, unknown, unknown>, 'trx' | 'services'>,
  scope: Scope,
): Promise<Home['due']> {
  const registers = await listRegisters(context, scope);
  return registers
    .filter(({ register, keptFrom }) => keptFrom === null && own.includes(register))
    .map(({ register, title }) => ({
      id: `${register}/kept`,
      text: `“${title}”还没有启用：请登记从哪天起记这本账`,
      by: null,
      kind: 'register' as const,
      item: null,
      link: { organization: scope.id, register: 'registers' },
    }));
}
