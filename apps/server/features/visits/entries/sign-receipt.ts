import { sign } from 'node:crypto';
import { type Receipt, receiptText } from '@hujian/contract';
import type { Services } from '../../../http/services.ts';
import { getReceiptKey } from './receipt-key.ts';

/** One signature for all that a request brought: what the phone may forget from now on. */
export function signReceipt(
  services: Pick<Services, 'sealed' | 'now'>,
  account: string,
  lines: Receipt['lines'],
): Receipt {
  const { privateKey, name } = getReceiptKey(services.sealed);
  const said = { at: services.now().toISOString(), account, lines };
  const signature = sign('sha256', Buffer.from(receiptText(said)), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return { ...said, key: name, signature: signature.toString('base64url') };
}
