import { AmountField } from './amount-field.tsx';
import { Field } from './field.tsx';
import type { MeasureProps } from './measure-props.ts';
import { withKey } from './source.ts';
import { words } from './words.ts';

/** How old a number, a poll or a rating may be; `fallback` is what holds when nothing is written. */
export function ValidMonths({ source, onChange, fallback }: MeasureProps & { fallback?: number }) {
  return (
    <Field label={words.validMonths} of={['validMonths']}>
      {(id) => (
        <AmountField
          id={id}
          label={words.validMonths}
          value={source.validMonths ?? fallback}
          onChange={(months) =>
            onChange(withKey(source, 'validMonths', months === fallback ? undefined : months))
          }
          unit={words.months}
          whole
        />
      )}
    </Field>
  );
}
