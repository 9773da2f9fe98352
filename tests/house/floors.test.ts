import { describe, expect, test } from 'vitest';
import { floors } from './floors.ts';
import { findCircle, listImports } from './list-imports.ts';

const imports = listImports();

describe('the floors of the house', () => {
  test('are looked at: a reader of imports that finds none would let everything pass', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports).toContainEqual({
      from: 'apps/server/cli/main.ts',
      to: 'apps/server/cli/run-command.ts',
      typeOnly: false,
    });
  });

  test.each(floors)('$why', ({ from, to }) => {
    const wrong = imports.filter((one) => from.test(one.from) && to.test(one.to));
    expect(wrong.map((one) => `${one.from} → ${one.to}`)).toEqual([]);
  });

  test('Two rooms that need each other are one room, or need a third.', () => {
    expect(findCircle(imports)).toBeUndefined();
    const circle = [
      { from: 'a', to: 'b', typeOnly: false },
      { from: 'b', to: 'a', typeOnly: false },
    ];
    expect(findCircle(circle)).toEqual(['a', 'b', 'a']);
  });
});
