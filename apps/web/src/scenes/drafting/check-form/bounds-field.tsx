import { Select } from 'antd';
import { AmountField } from './amount-field.tsx';
import { Field } from './field.tsx';
import { type Source, withKey } from './source.ts';
import { words } from './words.ts';

export const boundWords = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const;
export type BoundWord = (typeof boundWords)[number];

interface BoundsFieldProps {
  source: Source;
  onChange: (source: Source) => void;
  unit: string;
  percent?: boolean;
  label?: string;
  optional?: boolean;
}

const lower = (word: BoundWord) => word === 'atLeast' || word === 'moreThan';

/** One bound, or one from below and one from above. */
export function BoundsField(props: BoundsFieldProps) {
  const { source, onChange, unit, percent = false, label = words.bound, optional = false } = props;
  const written = boundWords.filter((word) => word in source);
  const shown: readonly BoundWord[] = written.length === 0 ? ['atLeast'] : written;
  const other: BoundWord = shown.some(lower) ? 'atMost' : 'atLeast';
  return (
    <Field label={label} of={[...boundWords, 'bound']} required={!optional} wide>
      {(id) => (
        <div className="stack-tight">
          {shown.map((word, i) => (
            <div key={word} className="row">
              <Select<BoundWord>
                aria-label={`${label}${i + 1}`}
                value={word}
                style={{ width: 136 }}
                options={boundWords
                  .filter(
                    (one) =>
                      one === word || !shown.some((taken) => lower(taken) === lower(one) && taken !== word),
                  )
                  .map((one) => ({ value: one, label: words.bounds[one] }))}
                onChange={(next) => {
                  const { [word]: value, ...rest } = source;
                  onChange({ ...rest, [next]: value ?? null });
                }}
              />
              <AmountField
                {...(i === 0 ? { id } : {})}
                label={words.bounds[word]}
                value={source[word]}
                onChange={(next) => onChange({ ...source, [word]: next ?? null })}
                unit={unit}
                percent={percent}
              />
              {shown.length > 1 ? (
                <button
                  type="button"
                  className="as-link"
                  onClick={() => onChange(withKey(source, word, undefined))}
                >
                  {words.boundRemove}
                </button>
              ) : (
                <button
                  type="button"
                  className="as-link"
                  onClick={() => onChange({ ...source, [word]: source[word] ?? null, [other]: null })}
                >
                  {words.boundAdd}
                </button>
              )}
            </div>
          ))}
        </div>
      )}
    </Field>
  );
}
