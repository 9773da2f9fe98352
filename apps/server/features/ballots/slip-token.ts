import { createHash, randomBytes } from 'node:crypto';

/** 128 bits of chance; the database keeps only the hash, so nobody who reads it can vote or print. */
export const makeToken = (): string => randomBytes(16).toString('base64url');

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
