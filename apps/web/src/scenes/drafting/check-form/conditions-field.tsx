import { Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { AmountField } from './amount-field.tsx';
import { CodeSelect } from './code-select.tsx';
import { Field } from './field.tsx';
import { codesAt, type Source, textAt, withKey, writeCodes } from './source.ts';
import { StagesSelect } from './stages-select.tsx';
import { words } from './words.ts';

export type Condition = keyof typeof words.conditions;

type Kind =
  | { kind: 'flag' | 'text' | 'months' | 'stages' | 'days' }
  | { kind: 'amount'; unit: string; percent?: true }
  | { kind: 'codes'; tables: readonly string[]; many?: true }
  | { kind: 'choice'; of: Readonly<Record<string, string>> };

const kinds: Record<Condition, Kind> = {
  theme: { kind: 'text' },
  tag: { kind: 'codes', tables: ['tags'] },
  stages: { kind: 'stages' },
  grade: { kind: 'codes', tables: ['grades'] },
  concentrated: { kind: 'flag' },
  months: { kind: 'months' },
  fixedDay: { kind: 'days' },
  complete: { kind: 'flag' },
  minAttendance: { kind: 'amount', unit: '%', percent: true },
  host: { kind: 'codes', tables: ['posts', 'postGroups'] },
  attendedBy: { kind: 'codes', tables: ['posts', 'postGroups'] },
  activity: { kind: 'codes', tables: ['activities'], many: true },
  ageAtMost: { kind: 'amount', unit: '岁' },
  ageAtLeast: { kind: 'amount', unit: '岁' },
  educationAtLeast: { kind: 'codes', tables: ['educations'] },
  sex: { kind: 'choice', of: words.sexes },
  floating: { kind: 'choice', of: words.floatings },
  contactKnownMonths: { kind: 'amount', unit: words.months },
  paired: { kind: 'flag' },
  lostContact: { kind: 'flag' },
  hasPostDuty: { kind: 'flag' },
  noSeat: { kind: 'flag' },
  exemptHours: { kind: 'flag' },
};

export const activityConditions: readonly Condition[] = [
  'tag',
  'theme',
  'stages',
  'grade',
  'concentrated',
  'months',
  'fixedDay',
  'complete',
  'minAttendance',
  'host',
  'attendedBy',
];
export const hoursConditions: readonly Condition[] = ['grade', 'concentrated', 'activity'];
export const peopleConditions: readonly Condition[] = [
  'ageAtMost',
  'ageAtLeast',
  'educationAtLeast',
  'sex',
  'floating',
  'contactKnownMonths',
  'paired',
  'lostContact',
  'hasPostDuty',
  'noSeat',
  'exemptHours',
];

interface ConditionsFieldProps {
  label: string;
  of: readonly string[];
  offered: readonly Condition[];
  source: Source;
  onChange: (source: Source) => void;
}

/** Narrows what counts: one chooses by what, and fills in what that needs. */
export function ConditionsField({ label, of, offered, source, onChange }: ConditionsFieldProps) {
  const used = offered.filter((condition) => condition in source);
  const free = offered.filter((condition) => !used.includes(condition));
  return (
    <Field label={label} of={of} wide>
      {(id) => (
        <div className="stack-tight">
          {used.map((condition) => (
            <div key={condition} className="row condition">
              <span>{words.conditions[condition]}</span>
              <span className="condition-value">
                {control(condition, source[condition], source, (next) =>
                  onChange({ ...source, [condition]: next ?? null }),
                )}
              </span>
              <button
                type="button"
                className="as-link"
                onClick={() => onChange(withKey(source, condition, undefined))}
              >
                {words.boundRemove}
              </button>
            </div>
          ))}
          <Select<Condition>
            id={id}
            value={null}
            placeholder={words.conditionAdd}
            style={{ width: 200 }}
            popupMatchSelectWidth={false}
            options={free.map((condition) => ({ value: condition, label: words.conditions[condition] }))}
            onChange={(next) => onChange({ ...source, [next]: kinds[next].kind === 'flag' ? true : null })}
          />
        </div>
      )}
    </Field>
  );
}

function control(
  condition: Condition,
  value: unknown,
  source: Source,
  onChange: (next: unknown) => void,
): ReactNode {
  const kind = kinds[condition];
  const label = words.conditions[condition];
  switch (kind.kind) {
    case 'flag':
      return null;
    case 'text':
      return (
        <Input
          aria-label={label}
          value={textAt(source, condition) ?? ''}
          maxLength={60}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'stages':
      return <StagesSelect label={label} value={codesAt(source, condition)} onChange={onChange} />;
    case 'days':
      return (
        <InputNumber<number>
          aria-label={label}
          value={typeof value === 'number' ? value : null}
          min={0}
          max={15}
          precision={0}
          suffix="天"
          onChange={onChange}
        />
      );
    case 'months':
      return (
        <Select<number[]>
          aria-label={label}
          mode="multiple"
          value={Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number') : []}
          options={Array.from({ length: 12 }, (_, i) => ({ value: i + 1, label: words.month(i + 1) }))}
          onChange={onChange}
          style={{ minWidth: 180, width: '100%' }}
        />
      );
    case 'amount':
      return (
        <AmountField
          label={label}
          value={value}
          onChange={onChange}
          unit={kind.unit}
          percent={kind.percent === true}
        />
      );
    case 'choice':
      return (
        <Select<string>
          aria-label={label}
          value={typeof value === 'string' ? value : null}
          placeholder={words.choose}
          options={Object.entries(kind.of).map(([code, name]) => ({ value: code, label: name }))}
          onChange={onChange}
          style={{ width: 110 }}
        />
      );
    case 'codes':
      return (
        <CodeSelect
          label={label}
          tables={kind.tables}
          many={kind.many === true}
          value={codesAt(source, condition)}
          onChange={(codes) => onChange(kind.many === true ? codes : writeCodes(codes))}
        />
      );
  }
}
