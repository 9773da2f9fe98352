import { createHmac, timingSafeEqual } from 'node:crypto';
import { idleMinutes, renewAfterSeconds } from './auth.ts';

interface Signing {
  /** Of the session's cookie, as better-auth names it here. */
  name: string;
  secret: string;
}

/**
 * The token in the cookies if better-auth signed it: base64 of the HMAC-SHA-256 behind the last dot. undefined for
 * whatever else the cookies hold; then better-auth itself is asked.
 */
export function readSessionToken(cookies: string, { name, secret }: Signing): string | undefined {
  const start = `${name}=`;
  const found = cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie.startsWith(start));
  // two of one name: which of them holds is not for us to say
  if (found.length !== 1) return undefined;
  const value = decode(found[0]?.slice(start.length) ?? '');
  const dot = value.lastIndexOf('.');
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const signature = Buffer.from(value.slice(dot + 1), 'base64');
  const wanted = createHmac('sha256', secret).update(token).digest();
  return signature.length === wanted.length && timingSafeEqual(signature, wanted) ? token : undefined;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** A session that ends after this moment was renewed just now: better-auth would leave it as it is. */
export const freshUntil = (now: Date): Date =>
  new Date(now.getTime() + (idleMinutes * 60 - renewAfterSeconds) * 1000);
