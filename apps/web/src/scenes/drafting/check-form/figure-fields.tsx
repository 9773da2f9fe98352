import { useQuery } from '@tanstack/react-query';
import { InputNumber } from 'antd';
import { vocabularyQuery } from '../../../api/library.ts';
import { BoundsField, type BoundWord, boundWords } from './bounds-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { CodeSelect } from './code-select.tsx';
import { Field } from './field.tsx';
import type { MeasureProps } from './measure-props.ts';
import { codesAt, isSource, mapAt, numberAt, type Source, withKey, withKeys } from './source.ts';
import { ValidMonths } from './valid-months.tsx';
import { words } from './words.ts';

const testKeys = ['figure', ...boundWords, 'compare', 'validMonths', 'years'] as const;

function testsOf(source: Source): Source[] {
  if (Array.isArray(source.anyOf)) return source.anyOf.filter(isSource);
  return [Object.fromEntries(testKeys.filter((key) => key in source).map((key) => [key, source[key]]))];
}

/** One test stands in the check itself, several stand under `anyOf`. */
function writeTests(source: Source, tests: readonly Source[]): Source {
  const bare = withKeys(source, Object.fromEntries([...testKeys, 'anyOf'].map((key) => [key, undefined])));
  const [only] = tests;
  return tests.length === 1 ? { ...bare, ...only } : { ...bare, anyOf: tests };
}

/** A recorded number against a bound; or any of several. */
export function FigureFields({ source, onChange }: MeasureProps) {
  const tests = testsOf(source);
  const write = (next: readonly Source[]) => onChange(writeTests(source, next));
  return (
    <>
      {tests.map((test, i) => (
        <div key={i} className={tests.length > 1 ? 'check-wide figure-test' : 'check-contents'}>
          <FigureTest
            source={test}
            onChange={(next) => write(tests.map((one, j) => (j === i ? next : one)))}
          />
          {tests.length > 1 ? (
            <button type="button" className="as-link" onClick={() => write(tests.filter((_, j) => j !== i))}>
              {words.orRemove}
            </button>
          ) : null}
        </div>
      ))}
      <div className="check-wide">
        <button type="button" className="as-link" onClick={() => write([...tests, { figure: null }])}>
          {words.orTest}
        </button>
      </div>
    </>
  );
}

type Against = keyof typeof words.againsts;

function FigureTest({ source, onChange }: MeasureProps) {
  const [figure] = codesAt(source, 'figure');
  const unit = useQuery(vocabularyQuery).data?.figures?.[figure ?? '']?.unit ?? '';
  const compare = mapAt(source, 'compare');
  const against: Against = 'compare' in source ? (compare.of === 'superior' ? 'superior' : 'self') : 'number';
  const word = boundWords.find((one) => one in source) ?? 'atLeast';
  const bare = withKeys(
    source,
    Object.fromEntries([...boundWords, 'compare'].map((key) => [key, undefined])),
  );
  const choose = (next: Against | null) => {
    if (next === 'self') onChange({ ...bare, moreThan: 'compare', compare: { of: 'self', yearsAgo: 1 } });
    else if (next === 'superior') onChange({ ...bare, moreThan: 'compare', compare: { of: 'superior' } });
    else onChange(bare);
  };
  return (
    <>
      <Field label={words.figure} of={['figure', 'anyOf']} required>
        {(id) => (
          <CodeSelect
            id={id}
            tables={['figures']}
            value={codesAt(source, 'figure')}
            onChange={([code]) => onChange(withKey(source, 'figure', code))}
          />
        )}
      </Field>
      <ChoiceField
        label={words.against}
        of={['compare']}
        names={words.againsts}
        value={against}
        onChange={choose}
      />
      {against === 'number' ? (
        <BoundsField
          source={source}
          onChange={onChange}
          unit={unit === '比例' ? '%' : unit}
          percent={unit === '比例'}
        />
      ) : (
        <ChoiceField<BoundWord>
          label={words.compareWord}
          names={words.bounds}
          value={word}
          onChange={(next) => onChange({ ...bare, [next ?? word]: 'compare', compare })}
        />
      )}
      {against === 'self' ? (
        <WholeField
          label={words.yearsAgo}
          value={numberAt(compare, 'yearsAgo')}
          unit={words.years}
          onChange={(yearsAgo) => onChange({ ...source, compare: { ...compare, yearsAgo } })}
        />
      ) : null}
      <ValidMonths source={source} onChange={onChange} />
      <WholeField
        label={words.inYears}
        value={numberAt(source, 'years')}
        unit={words.years}
        onChange={(years) => onChange(withKey(source, 'years', years))}
      />
    </>
  );
}

interface WholeFieldProps {
  label: string;
  value: number | undefined;
  unit: string;
  onChange: (value: number | null) => void;
}

function WholeField({ label, value, unit, onChange }: WholeFieldProps) {
  return (
    <Field label={label}>
      {(id) => (
        <InputNumber<number>
          id={id}
          value={value ?? null}
          min={1}
          max={20}
          precision={0}
          suffix={unit}
          onChange={onChange}
          style={{ width: 132 }}
        />
      )}
    </Field>
  );
}
