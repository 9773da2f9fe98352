import type { Receipt } from '@hujian/contract';
import { receiptText } from '@hujian/contract/entry-text';
import { fromBase64 } from '../keep/cipher.ts';

/**
 * The ids that a receipt truly covers: signed by the server's key, for this account, with the hash of what lies here.
 * null: the receipt is not to be trusted at all.
 */
export async function checkReceipt(
  receipt: Receipt,
  jwk: Record<string, unknown>,
  account: string,
  hashes: ReadonlyMap<string, string>,
): Promise<string[] | null> {
  if (receipt.account !== account) return null;
  const way = { name: 'ECDSA', namedCurve: 'P-256' };
  const { kty, crv, x, y } = jwk as { kty: string; crv: string; x: string; y: string };
  try {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, way, false, ['verify']);
    const good = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      key,
      fromBase64(receipt.signature),
      new TextEncoder().encode(receiptText(receipt)),
    );
    if (!good) return null;
  } catch {
    return null;
  }
  return receipt.lines.filter((line) => hashes.get(line.id) === line.sha256).map((line) => line.id);
}
