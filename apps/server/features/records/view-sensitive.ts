import type { sensitive, sensitiveBody } from '@hujian/contract';
import type * as z from 'zod';
import type { Context } from '../../http/route.ts';
import { getRow } from './get-record.ts';

/** The full identity number, telephone and day of birth of one person; the audit line says who looked and why. */
export async function viewSensitive(
  context: Context<{ id: number }, unknown, z.output<typeof sensitiveBody>>,
): Promise<z.input<typeof sensitive>> {
  const { params, services, body, note } = context;
  const row = await getRow({ ...context, params: { register: 'roster', id: params.id } });
  const open = (cipher: unknown) => (Buffer.isBuffer(cipher) ? services.sealed.open(cipher) : null);
  note({
    object: `person/${row.id}`,
    county: row.county,
    organization: row.organization,
    path: row.path,
    details: { reason: body.reason },
  });
  return {
    identity: open(row.identity_cipher),
    phone: open(row.phone_cipher),
    birthOn: row.birth_on as string | null,
  };
}
