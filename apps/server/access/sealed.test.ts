import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSecretKey } from './open-secret-key.ts';
import { createSealed, maskSensitive } from './sealed.ts';

const sealed = createSealed(Buffer.alloc(32, 7));
const identity = '11010519491231002X';

test('a sealed value opens again, and two sealings of it differ', () => {
  expect(sealed.open(sealed.seal(identity))).toBe(identity);
  expect(sealed.seal(identity).equals(sealed.seal(identity))).toBe(false);
});

test('one changed byte, or another key, is noticed', () => {
  const value = sealed.seal(identity);
  value[value.length - 1] = (value[value.length - 1] ?? 0) ^ 1;
  expect(() => sealed.open(value)).toThrow();
  expect(() => createSealed(Buffer.alloc(32, 8)).open(sealed.seal(identity))).toThrow();
});

test('the blind index finds a value however it was spaced, and tells nothing without the key', () => {
  expect(sealed.index('110105 19491231 002x').equals(sealed.index(identity))).toBe(true);
  expect(createSealed(Buffer.alloc(32, 8)).index(identity).equals(sealed.index(identity))).toBe(false);
});

test('a mask leaves no more than it says', () => {
  expect(maskSensitive(identity, 6)).toBe('110105********002X');
  expect(maskSensitive('12345', 3)).toBe('123****2345');
});

test('the key is made once, for its owner only, and a broken one is refused rather than replaced', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hujian-key-'));
  try {
    const key = openSecretKey(folder, undefined);
    const file = join(folder, 'secret.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(openSecretKey(folder, undefined).equals(key)).toBe(true);
    writeFileSync(file, 'damaged');
    expect(() => openSecretKey(folder, undefined)).toThrow('切勿另造');
    expect(readFileSync(file, 'utf8')).toBe('damaged');
    expect(openSecretKey(folder, 'ab'.repeat(32))).toHaveLength(32);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
