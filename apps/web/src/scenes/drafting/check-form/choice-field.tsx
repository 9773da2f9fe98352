import { Select } from 'antd';
import { Field } from './field.tsx';
import { words } from './words.ts';

interface ChoiceFieldProps<T extends string> {
  label: string;
  of?: readonly string[];
  names: Readonly<Record<T, string>>;
  value: T | null;
  /** null: the choice that stands when nothing is written. */
  none?: string;
  onChange: (value: T | null) => void;
  required?: boolean;
  lead?: string;
}

const nothing = '';

/** One of a few things, told by their Chinese names. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, of = [], names, value, none, onChange, required = false, lead } = props;
  const options = Object.entries<string>(names).map(([code, name]) => ({ value: code, label: name }));
  return (
    <Field label={label} of={of} required={required} {...(lead === undefined ? {} : { lead })}>
      {(id) => (
        <Select<string>
          id={id}
          placeholder={words.choose}
          value={value ?? (none === undefined ? null : nothing)}
          options={none === undefined ? options : [{ value: nothing, label: none }, ...options]}
          onChange={(next) => onChange(next === nothing ? null : (next as T))}
          popupMatchSelectWidth={false}
          style={{ width: '100%' }}
        />
      )}
    </Field>
  );
}
