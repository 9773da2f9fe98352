import { InputNumber, Select, Space } from 'antd';
import { createContext, useContext } from 'react';
import { amount } from '../../../parts/words.ts';
import { isSource } from './source.ts';
import { words } from './words.ts';

export interface NamedNumber {
  name: string;
  title: string;
  unit: string;
  value: number;
}

/** The parameters of the draft that a check may refer to. */
export const NamedNumbers = createContext<readonly NamedNumber[]>([]);

interface AmountFieldProps {
  id?: string;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
  unit: string;
  /** Written as a fraction, typed as percent. */
  percent?: boolean;
  whole?: boolean;
}

const plain = '';
const asPercent = (value: number) => Number((value * 100).toPrecision(12));
const asFraction = (value: number) => Number((value / 100).toPrecision(12));

/** A number, or one of the draft's named numbers. */
export function AmountField({
  id,
  label,
  value,
  onChange,
  unit,
  percent = false,
  whole = false,
}: AmountFieldProps) {
  const named = useContext(NamedNumbers);
  const parameter = isSource(value) && typeof value.parameter === 'string' ? value.parameter : plain;
  const typed = typeof value === 'number' ? (percent ? asPercent(value) : value) : null;
  const input = (
    <InputNumber<number>
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      value={typed}
      min={0}
      {...(whole ? { precision: 0 } : {})}
      suffix={percent ? '%' : unit}
      onChange={(next) => onChange(next === null ? undefined : percent ? asFraction(next) : next)}
      style={{ width: 132 }}
    />
  );
  if (named.length === 0) return input;
  return (
    <Space.Compact className="amount-field">
      <Select<string>
        aria-label={`${label}：${words.plain}`}
        value={parameter}
        popupMatchSelectWidth={false}
        style={{ width: parameter === plain ? 104 : 260, maxWidth: '100%' }}
        options={[
          { value: plain, label: words.plain },
          ...named.map((one) => ({
            value: one.name,
            label: words.parameterOf(one.title, amount(one.value, one.unit)),
          })),
        ]}
        onChange={(next) => onChange(next === plain ? undefined : { parameter: next })}
      />
      {parameter === plain ? input : null}
    </Space.Compact>
  );
}
