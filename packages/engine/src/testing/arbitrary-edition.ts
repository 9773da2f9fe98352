import fc from 'fast-check';
import { check, type Plain } from './arbitrary-check.ts';

const parameter = (value: number, tighten: string): Plain => ({
  title: '参数',
  unit: '个',
  tighten,
  values: [{ from: '2000-01-01', value, basis: { document: '试验' } }],
});

/** An edition of so many items with one to three checks each. */
export const arbitraryEdition = (items: number): fc.Arbitrary<Plain> =>
  fc
    .array(fc.array(check, { minLength: 1, maxLength: 3 }), { minLength: items, maxLength: items })
    .map((lists) => ({
      edition: 'trial/1',
      standard: 'trial',
      label: '1',
      title: '试验标准',
      kind: 'rural',
      level: 'basic',
      inForce: '2020-01-01',
      basis: [{ document: '试验' }],
      appliesTo: { kind: 'rural', level: 'village' },
      fullMarks: items * 3,
      parameters: {
        times: parameter(1, 'up'),
        part: parameter(0.5, 'up'),
        hours: parameter(24, 'up'),
        age: parameter(40, 'never'),
      },
      chapters: [
        {
          number: '一',
          title: '试验',
          items: lists.map((checks, i) => ({
            code: `T-${i}`,
            number: String(i),
            title: '条目',
            text: '内容',
            points: 3,
            checks: checks.map((one, k) => ({ id: `c${k}`, title: '检查', ...one })),
          })),
        },
      ],
    }));
