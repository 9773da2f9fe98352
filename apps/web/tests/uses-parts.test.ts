import type { DocumentWords } from '@hujian/contract';
import { describe, expect, it } from 'vitest';
import { divide, money } from '../src/scenes/uses/divide.ts';
import { freshKey, sameWords, toWords, toWritten } from '../src/scenes/uses/pieces.ts';

const words = (...sections: [heading: string, text: string, table: string | null][]): DocumentWords => ({
  mark: null,
  number: null,
  title: '关于第四季度三互活动情况的报告',
  addressee: '',
  sections: sections.map(([heading, text, table]) => ({ heading, text, table })),
  signedBy: '',
  signedOn: '2026-11-20',
  copies: '',
});

describe('sections while they are written', () => {
  const drafted = words(
    ['一、总体情况', '好。', null],
    ['二、结果', '', 'bands'],
    ['三、问题', '多。', null],
  );
  const keys = (written: DocumentWords) => toWritten(written, drafted).sections.map(({ key }) => key);

  it('catches drafted words that are offered to another section than their own', () => {
    expect(keys(drafted)).toEqual([0, 1, 2]);
    expect(
      keys(words(['一、改了的', '好。', null], ['二、也改了', '', 'bands'], ['三、问题', '少。', null])),
    ).toEqual([0, 1, 2]);
    expect(keys(words(['零、先说一句', '加的。', null], ...rows(drafted)))).toEqual([-1, 0, 1, 2]);
    expect(keys(words(['二、结果', '', 'bands'], ['三、问题', '多。', null]))).toEqual([1, 2]);
  });

  it('catches a key given twice, and words changed by being shown', () => {
    const written = toWritten(words(...rows(drafted), ['四、打算', '改。', null]), drafted);
    expect(new Set(written.sections.map(({ key }) => key)).size).toBe(4);
    expect(written.sections.map(({ key }) => key)).not.toContain(freshKey(written.sections));
    expect(toWords(toWritten(drafted, drafted))).toEqual(drafted);
  });

  it('catches words called changed because the database returned their keys in another order', () => {
    const [first, ...rest] = drafted.sections;
    const turned = {
      ...drafted,
      sections: [{ table: null, text: first?.text ?? '', heading: '一、总体情况' }, ...rest],
    };
    expect(sameWords(drafted, turned)).toBe(true);
    expect(sameWords(drafted, { ...drafted, copies: '县委办' })).toBe(false);
  });

  const rows = ({ sections }: DocumentWords) =>
    sections.map(({ heading, text, table }): [string, string, string | null] => [heading, text, table]);
});

describe('a fund divided for the eye', () => {
  const bands = [
    { band: 'A', units: 2 },
    { band: 'B', units: 3 },
    { band: 'C', units: 4 },
  ];

  it('catches a rest that is hidden, or an organization of a band without a share that is paid', () => {
    const shares = new Map([
      ['A', 3],
      ['B', 1],
    ]);
    const { bands: divided, left } = divide(100_000, 100, bands, shares);
    expect(divided.map(({ each }) => each)).toEqual([33_300, 11_100, 0]);
    expect(left).toBe(100);
  });

  it('catches a step of rounding lost to binary dust, and nothing to divide by', () => {
    expect(divide(0.3 * 1000, 100, [{ band: 'A', units: 3 }], new Map([['A', 0.1]])).bands[0]?.each).toBe(
      100,
    );
    expect(divide(100, 1, bands, new Map())).toMatchObject({ left: 100 });
    expect([money(12_000), money(12_000.5)]).toEqual(['12,000元', '12,000.50元']);
  });
});
