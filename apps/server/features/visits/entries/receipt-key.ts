import { createECDH, createHash, createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Sealed } from '../../../access/sealed.ts';

/** The installation's key for receipts: the phone gets the public half with its pack. */
export interface ReceiptKey {
  privateKey: KeyObject;
  publicJwk: JsonWebKey & Record<string, unknown>;
  /** RFC 7638 thumbprint, by which a receipt names its key. */
  name: string;
}

const made = new WeakMap<Sealed, ReceiptKey>();

/** ECDSA P-256 out of the installation's secret: the same after a restart and after a restore. */
export function getReceiptKey(sealed: Sealed): ReceiptKey {
  const known = made.get(sealed);
  if (known) return known;
  const key = makeReceiptKey(sealed);
  made.set(sealed, key);
  return key;
}

function makeReceiptKey(sealed: Sealed): ReceiptKey {
  const curve = createECDH('prime256v1');
  const d = findScalar(sealed, curve);
  const point = curve.getPublicKey();
  const half = (from: number) => point.subarray(from, from + 32).toString('base64url');
  const publicJwk = { crv: 'P-256', kty: 'EC', x: half(1), y: half(33) };
  return {
    privateKey: createPrivateKey({ key: { ...publicJwk, d: d.toString('base64url') }, format: 'jwk' }),
    publicJwk,
    // The members stand in the order of their names, as the thumbprint wants them.
    name: createHash('sha256').update(JSON.stringify(publicJwk)).digest('base64url'),
  };
}

/** Not every 32 bytes are a scalar of the curve (one in 2^32 is not): then the next. */
function findScalar(sealed: Sealed, curve: ReturnType<typeof createECDH>): Buffer {
  for (let turn = 1; ; turn += 1) {
    const d = Buffer.from(sealed.deriveSecret(`receipts ${turn}`), 'base64url');
    try {
      curve.setPrivateKey(d);
      return d;
    } catch (thrown) {
      if (turn === 8) throw thrown;
    }
  }
}
