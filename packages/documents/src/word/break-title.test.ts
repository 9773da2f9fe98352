import { expect, test } from 'vitest';
import { breakTitle } from './break-title.ts';

test('a title that fits keeps its one line: a break inside it would be ours, not the sender’s', () => {
  expect(breakTitle('关于三互观摩评议情况的通报')).toEqual(['关于三互观摩评议情况的通报']);
});

test('a long title is broken between words into lines of like length, with no lone character left over', () => {
  for (const title of [
    '关于2026年第三季度三互观摩评议情况的报告',
    '石桥镇2026年第三季度党建三互观摩评议结果及经验做法和问题清单的通报',
    '中共青山县委组织部关于印发2026年下半年党建互学互帮互鉴活动方案的通知',
  ]) {
    const lines = breakTitle(title);
    expect(lines.join('')).toBe(title);
    const lengths = lines.map((line) => [...line].length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(24);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(6);
    for (const line of lines) expect(line).not.toMatch(/^[的，、。]/);
  }
});
