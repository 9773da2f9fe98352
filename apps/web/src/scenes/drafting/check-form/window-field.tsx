import { Select } from 'antd';
import { AmountField } from './amount-field.tsx';
import { Field } from './field.tsx';
import { isSource } from './source.ts';
import { words } from './words.ts';

type WindowName = keyof typeof words.windows;

interface WindowFieldProps {
  value: unknown;
  onChange: (value: unknown) => void;
  /** Windows that make no sense here. */
  without?: readonly WindowName[];
}

function nameOf(value: unknown): WindowName | null {
  if (isSource(value)) return value.unit === 'month' ? 'rolling-month' : 'rolling-year';
  return typeof value === 'string' && value in words.windows ? (value as WindowName) : null;
}

/** Which time is looked at: every month, quarter, year, or the last so many. */
export function WindowField({ value, onChange, without = [] }: WindowFieldProps) {
  const name = nameOf(value);
  const rolling = isSource(value) ? value : null;
  const names = (Object.keys(words.windows) as WindowName[]).filter((one) => !without.includes(one));
  const choose = (next: WindowName) => {
    if (next === 'rolling-month') onChange({ rolling: 12, unit: 'month' });
    else if (next === 'rolling-year') onChange({ rolling: rolling?.rolling ?? 3, unit: 'year' });
    else onChange(next);
  };
  return (
    <Field label={words.window} of={['window']} required>
      {(id) => (
        <div className="row">
          <Select<WindowName>
            id={id}
            value={name}
            placeholder={words.choose}
            style={{ width: 150 }}
            options={names.map((one) => ({ value: one, label: words.windows[one] }))}
            onChange={choose}
          />
          {rolling === null ? null : (
            <AmountField
              label={words.window}
              value={rolling.rolling}
              onChange={(next) => onChange({ ...rolling, rolling: next ?? null })}
              unit={rolling.unit === 'month' ? words.months : words.years}
              whole
            />
          )}
        </div>
      )}
    </Field>
  );
}
