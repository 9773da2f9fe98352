import { expect, test } from 'vitest';
import { findWeakness } from './password-policy.ts';

test.each([
  ['Aa1-Aa1-A', '九位'],
  ['abcdefghij', '只有一类'],
  ['abcdefghij12', '只有两类'],
  ['Password123!', '常见'],
  ['Qwerty-2026', '常见'],
  ['Admin@12345', '常见'],
  ['Zhangsan-2026', '含用户名'],
  ['Aa1Aa1Aa1Aa1', '重复'],
])('%s is refused', (password) => {
  expect(findWeakness(password, 'zhangsan')).toBeDefined();
});

test.each(['Zhi-Chun-2026', '春风10里Aab暖阳照大地', 'correct horse 9 Battery'])(
  '%s is taken',
  (password) => {
    expect(findWeakness(password, 'zhangsan')).toBeUndefined();
  },
);
