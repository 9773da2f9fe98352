import type { firstLinkBody, firstLinkMade } from '@hujian/contract';
import type * as z from 'zod';
import { createLink } from '../../access/one-time-link.ts';
import { roles } from '../../access/roles.ts';
import type { Context } from '../../http/route.ts';
import { requireVacant } from './require-vacant.ts';

/** A link that got lost before it was used is made anew. */
export async function remakeLink({
  trx,
  body,
  actor,
  services,
  note,
}: Context<unknown, unknown, z.output<typeof firstLinkBody>>): Promise<z.input<typeof firstLinkMade>> {
  await requireVacant(trx, body.purpose);
  const link = await createLink(trx, { purpose: body.purpose, madeBy: actor.account, now: services.now() });
  note({ details: { purpose: body.purpose } });
  return {
    purpose: body.purpose,
    title: roles[body.purpose].title,
    path: link.path,
    expiresAt: link.expiresAt.toISOString(),
  };
}
