import { createDecipheriv } from 'node:crypto';
import { fileBody } from '@hujian/contract';
import * as z from 'zod';
import type { Sealed } from '../../../access/sealed.ts';
import { problems } from '../../../http/problem.ts';

/** The key that an account's phone seals its file with: out of the installation's secret, told with the pack. */
export const handOverKey = (sealed: Sealed, account: string): Buffer =>
  Buffer.from(sealed.deriveSecret(`hand-over ${account}`), 'base64url');

const envelope = z.object({
  hujian: z.literal('hand-over/1'),
  account: z.string().min(1).max(80),
  round: z.number().int(),
  nonce: z.string().regex(/^[\w-]{16}={0,2}$/),
  sealed: z.string().min(24),
});
const content = z.object({
  entries: z.array(z.looseObject({ id: z.uuid() })).max(20_000),
  files: z.array(fileBody.extend({ base64: z.string() })).max(400),
});
type Envelope = z.output<typeof envelope>;
export type HandedOver = z.output<typeof content>;

const notOurs = () =>
  problems.unprocessable(
    '这个文件不是手机评议页面导出的代交文件，没有收下。请让评议人员在手机上重新导出后再交。',
  );

/** What stands on the outside of the file. Throws when it is none of ours. */
export function readEnvelope(bytes: Buffer): Envelope {
  const parsed = envelope.safeParse(parseJson(bytes));
  if (!parsed.success) throw notOurs();
  return parsed.data;
}

/** Opens the file with the account's key. Throws when it was changed, or comes from another installation. */
export function openEnvelope(key: Buffer, { nonce, sealed }: Envelope): HandedOver {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'));
  decipher.setAuthTag(bytes.subarray(-16));
  let plain: Buffer;
  try {
    plain = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
  } catch {
    throw problems.unprocessable(
      '这个代交文件打不开：它在传送中被改动过，或是从别的互鉴系统导出的。什么都没有收下，请让评议人员在手机上重新导出。',
    );
  }
  const parsed = content.safeParse(parseJson(plain));
  if (!parsed.success) throw notOurs();
  return parsed.data;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
