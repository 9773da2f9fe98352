import { createHash, randomInt } from 'node:crypto';

/** No letter that looks like a digit: people write the code down by hand. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;

/** 'K7QM-2XPA-…': 78 bits of chance, told once; only its hash stays. */
export function makeCode(): { code: string; hash: Buffer } {
  const plain = Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
  return { code: plain.replaceAll(/(.{4})(?!$)/g, '$1-'), hash: hashCode(plain) };
}

/** The hash of a code however it was typed: small letters, blanks, hyphens. */
export const hashCode = (typed: string): Buffer =>
  createHash('sha256')
    .update(typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
    .digest();
