import { burden, burdenQuery } from '@hujian/contract';
import { route } from '../../http/route.ts';
import { getPlace } from '../organizations/get-place.ts';
import { getBurden } from './get-burden.ts';

/** A rough price of being asked, in minutes: a field takes about twenty seconds, an upload about three minutes. */
const minutesOf = ({ fields, uploads }: { fields: number; uploads: number }): number =>
  Math.round((fields * 20 + uploads * 180) / 6) / 10;

export const routes = [
  route({
    method: 'GET',
    url: '/burden',
    summary: '本系统要求填了多少',
    permission: ['record.read', 'standing.read'],
    access: 'read',
    query: burdenQuery,
    response: burden,
    handle: async ({ trx, query, actor, today }) => {
      const place = await getPlace(trx, query.organization, actor);
      const counted = await getBurden(trx, place.path, query.month ?? today.slice(0, 7));
      return {
        organization: { id: place.id, name: place.name },
        ...counted,
        minutes: minutesOf(counted),
        cap: null,
      };
    },
  }),
];
