import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

/** Encrypts identity numbers and telephones in their columns, with a keyed index to look them up. */
export interface Sealed {
  /** AES-256-GCM: version byte, 12 bytes nonce, 16 bytes tag, ciphertext. */
  seal(plain: string): Buffer;
  /** Throws when the key is another or a byte was changed. */
  open(sealed: Buffer): string;
  /** HMAC-SHA-256 of the normalized value (no blanks or hyphens, upper case); equal values, equal index. */
  index(plain: string): Buffer;
  /** For cookies and one-time codes: a secret of its own, made of the same key. */
  deriveSecret(purpose: string): string;
}

const version = 1;

/** `key`: 32 bytes, from `openSecretKey`. */
export function createSealed(key: Buffer): Sealed {
  if (key.length !== 32) throw new Error('the key of sensitive values must have 32 bytes');
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `hujian ${purpose}`, 32));
  // key objects: a key given as bytes is unpacked anew at each use, five times slower over a whole roster
  const cipherKey = createSecretKey(derive('column cipher'));
  const indexKey = createSecretKey(derive('blind index'));
  return {
    seal: (plain) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body]);
    },
    open: (sealed) => {
      if (sealed[0] !== version) throw new Error('the sealed value is of an unknown version');
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, sealed.subarray(1, 13));
      decipher.setAuthTag(sealed.subarray(13, 29));
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8');
    },
    index: (plain) => createHmac('sha256', indexKey).update(normalizeSensitive(plain)).digest(),
    deriveSecret: (purpose) => derive(purpose).toString('base64url'),
  };
}

/** The form in which identity numbers and telephones are compared. */
export const normalizeSensitive = (value: string): string => value.replaceAll(/[\s-]/g, '').toUpperCase();

/** '110101********1234' → first six and last four stay; a telephone keeps three and four. */
export function maskSensitive(value: string, keepFirst: number, keepLast = 4): string {
  const hidden = Math.max(value.length - keepFirst - keepLast, 4);
  return `${value.slice(0, keepFirst)}${'*'.repeat(hidden)}${value.slice(-keepLast)}`;
}
