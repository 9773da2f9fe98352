import { describe, expect, test } from 'vitest';
import type { Edition } from '../grammar/edition.ts';
import type { Parameter } from '../grammar/parameter.ts';
import { baseValue, effectiveParameter, type LocalParameter, refuseLocal } from './local-parameter.ts';

const basis = { document: '依据' };
const hours: Parameter = {
  name: 'hours',
  title: '学时',
  unit: '学时',
  tighten: 'up',
  values: [
    { from: '2019-01-01', value: 24, basis },
    { from: '2024-02-29', value: 32, basis },
  ],
};
const local = (path: string, value: number, rest: Partial<LocalParameter> = {}): LocalParameter => ({
  organization: 1,
  path,
  standard: 't',
  parameter: 'hours',
  value,
  validFrom: '2025-01-01',
  validUntil: null,
  basis,
  ...rest,
});

describe('parameters', () => {
  test('a value that takes hold a day early or late', () => {
    expect(['2018-01-01', '2024-02-28', '2024-02-29'].map((day) => baseValue(hours, day).value)).toEqual([
      24, 24, 32,
    ]);
  });

  test('the strictest on the way up holds; one that loosens, of a neighbour, or out of its days does not', () => {
    const at = (locals: readonly LocalParameter[]) =>
      effectiveParameter(hours, locals, '1.2.10.', '2026-06-30');
    expect(at([local('1.', 40), local('1.2.', 36)])).toMatchObject({
      value: 40,
      base: { value: 32 },
      local: { path: '1.' },
    });
    expect(at([local('1.2.10.', 8)])).toMatchObject({ value: 32 });
    expect(at([local('1.2.1.', 48)]).local).toBeUndefined();
    expect(at([local('1.2.', 48, { validUntil: '2026-06-30' })]).local).toBeUndefined();
    expect(at([local('1.2.', 48, { validFrom: '2026-07-01' })]).local).toBeUndefined();
    expect(at([local('1.', 40), local('1.2.', 40)]).local?.path).toBe('1.2.');
  });

  test('a loosening is refused in words, with the number that holds', () => {
    const edition = { title: '试验标准', parameters: { hours } } as unknown as Edition;
    expect(refuseLocal(edition, 'hours', 30, '2026-01-01')).toContain(
      '现行 32学时，地方只能从严，要写高于 32 的数',
    );
    expect(refuseLocal(edition, 'hours', 33, '2026-01-01')).toBeNull();
    expect(refuseLocal(edition, 'days', 33, '2026-01-01')).toContain('没有参数');
  });
});
