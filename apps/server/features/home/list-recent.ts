import type { Home } from '@hujian/contract';
import type { Scope } from '../../access/actor.ts';
import { type Act, acts } from '../../audit/acts.ts';
import type { Context } from '../../http/route.ts';
import { kinds } from '../records/kinds/kinds.ts';

const told: readonly Act[] = [
  'record.create',
  'record.correct',
  'record.withdraw',
  'import.take',
  'organization.create',
  'organization.change',
  'adoption.create',
  'parameter.create',
  'evaluation.save',
];

/** What was done lately in the subtree: acts and registers, no names of people. */
export async function listRecent(
  { trx, services }: Pick<Context<unknown, unknown, unknown>, 'trx' | 'services'>,
  scope: Scope,
): Promise<Home['recent']> {
  const since = new Date(services.now().getTime() - 60 * 86_400_000);
  const lines = await trx
    .selectFrom('audit_line as l')
    .leftJoin('organization as o', 'o.id', 'l.organization')
    .select(['l.at', 'l.act', 'l.object', 'l.organization', 'o.name'])
    .where('l.act', 'in', told)
    .where('l.at', '>', since)
    .where('l.path', '>=', scope.path)
    .where('l.path', '<', `${scope.path}~`)
    .orderBy('l.at', 'desc')
    .limit(10)
    .execute();
  return lines.map((line) => {
    const register = line.object?.split('/')[0] ?? '';
    const isRecord = line.act.startsWith('record.') && Object.hasOwn(kinds, register);
    const what = isRecord ? `：${kinds[register as keyof typeof kinds].title}` : '';
    const organization = line.organization ?? scope.id;
    const where = organization === scope.id ? '' : `${line.name ?? ''} `;
    return {
      at: line.at.toISOString(),
      text: `${where}${acts[line.act as Act]}${what}`,
      link: { organization, ...(isRecord ? { register } : {}) },
    };
  });
}
