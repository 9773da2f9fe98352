import { Select } from 'antd';
import { BoundsField } from './bounds-field.tsx';
import { CodeSelect } from './code-select.tsx';
import { Field } from './field.tsx';
import type { MeasureProps } from './measure-props.ts';
import { PeopleField } from './people-field.tsx';
import { codesAt, isSource, type Source, writeCodes } from './source.ts';
import { WindowField } from './window-field.tsx';
import { words } from './words.ts';

type When = keyof typeof words.whenWays;

const names = Object.keys(words.whenWays) as When[];
const tables: Partial<Record<When, string>> = {
  form: 'forms',
  kind: 'kinds',
  level: 'levels',
  event: 'events',
  noEvent: 'events',
};

const conditionsOf = (raw: unknown): Source[] =>
  Array.isArray(raw) ? raw.filter(isSource) : isSource(raw) ? [raw] : [];

/** The organizations that the check applies to; all conditions must hold. */
export function WhenField({ source, onChange }: MeasureProps) {
  const conditions = conditionsOf(source.when);
  const write = (next: readonly Source[]) => {
    const { when: _when, ...rest } = source;
    onChange(next.length === 0 ? rest : { ...rest, when: next });
  };
  return (
    <Field label={words.when} of={['when']} wide>
      {(id) => (
        <div className="stack-tight">
          {conditions.map((condition, i) => (
            <div key={i} className="when-condition">
              <OneCondition
                source={condition}
                onChange={(next) => write(conditions.map((one, j) => (j === i ? next : one)))}
              />
              <button
                type="button"
                className="as-link"
                onClick={() => write(conditions.filter((_, j) => j !== i))}
              >
                {words.whenRemove}
              </button>
            </div>
          ))}
          <Select<When>
            id={id}
            value={null}
            placeholder={words.whenAdd}
            style={{ width: 200 }}
            popupMatchSelectWidth={false}
            options={names.map((name) => ({ value: name, label: words.whenWays[name] }))}
            onChange={(next) => write([...conditions, { [next]: null }])}
          />
        </div>
      )}
    </Field>
  );
}

function OneCondition({ source, onChange }: MeasureProps) {
  const way = names.find((name) => name in source) ?? 'form';
  const label = words.whenWays[way];
  const table = tables[way];
  if (way === 'headcount') {
    return (
      <div className="check-grid">
        <PeopleField
          label={words.who}
          name="when-people"
          value={source.headcount}
          onChange={(who) => onChange({ ...source, headcount: who ?? null })}
        />
        <BoundsField source={source} onChange={onChange} unit={words.boundUnits.headcount} />
      </div>
    );
  }
  return (
    <div className="check-grid">
      <Field label={label}>
        {(id) => (
          <CodeSelect
            id={id}
            tables={[table ?? 'figures']}
            many={way !== 'figure'}
            value={codesAt(source, way)}
            onChange={(codes) =>
              onChange({ ...source, [way]: codes.length === 0 ? null : writeCodes(codes) })
            }
          />
        )}
      </Field>
      {way === 'figure' ? <BoundsField source={source} onChange={onChange} unit="" /> : null}
      {way === 'event' || way === 'noEvent' ? (
        <WindowField value={source.window ?? 'now'} onChange={(window) => onChange({ ...source, window })} />
      ) : null}
    </div>
  );
}
