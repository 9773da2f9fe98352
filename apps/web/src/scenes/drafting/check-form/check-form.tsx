import { Input } from 'antd';
import { strictnessWords } from '../../../parts/words.ts';
import { ChoiceField } from './choice-field.tsx';
import { Field } from './field.tsx';
import { isMeasure, MeasureFields, type MeasureName } from './measure-fields.tsx';
import type { MeasureProps } from './measure-props.ts';
import { MovesField } from './moves-field.tsx';
import { type Source, textAt, withKey } from './source.ts';
import { WhenField } from './when-field.tsx';
import { words } from './words.ts';

/** What another measure begins with, where something must stand. */
const begun: Partial<Record<MeasureName, Source>> = {
  activities: { window: 'year', atLeast: null },
  hours: { who: 'member', atLeast: null },
  headcount: { atLeast: null },
  share: { atLeast: null },
  figure: { atLeast: null },
  event: { window: 'year' },
  poll: { answer: 'satisfied', atLeast: null },
};

const shared = ['id', 'title', 'when', 'strictness', 'points', 'why'] as const;

/** A check as fields; another measure keeps only what every check has. */
export function CheckForm({ source, onChange }: MeasureProps) {
  const measure = isMeasure(source.measure) ? source.measure : null;
  const choose = (next: MeasureName | null) => {
    if (next === null || next === measure) return;
    const kept = Object.fromEntries(shared.filter((key) => key in source).map((key) => [key, source[key]]));
    onChange({ ...kept, measure: next, ...begun[next] });
  };
  const strictness = textAt(source, 'strictness');
  return (
    <div className="check-grid">
      <ChoiceField<MeasureName>
        label={words.measure}
        of={['measure']}
        names={words.measures}
        value={measure}
        onChange={choose}
        required
        {...(measure === null ? {} : { lead: words.measureLeads[measure] })}
      />
      {measure === null ? null : (
        <>
          <MeasureFields source={source} onChange={onChange} />
          <MovesField source={source} onChange={onChange} />
          <ChoiceField
            label={words.strictness}
            of={['strictness']}
            names={strictnessWords}
            none={words.strictnessItem}
            value={strictness ?? null}
            onChange={(next) => onChange(withKey(source, 'strictness', next))}
          />
          <WhenField source={source} onChange={onChange} />
          <Field label={words.title} lead={words.titleLead} of={['title']}>
            {(id) => (
              <Input
                id={id}
                value={textAt(source, 'title') ?? ''}
                maxLength={60}
                onChange={(event) => onChange(withKey(source, 'title', event.target.value))}
              />
            )}
          </Field>
          <Field label={words.why} lead={words.whyLead} of={['why']}>
            {(id) => (
              <Input
                id={id}
                value={textAt(source, 'why') ?? ''}
                maxLength={300}
                onChange={(event) => onChange(withKey(source, 'why', event.target.value))}
              />
            )}
          </Field>
        </>
      )}
    </div>
  );
}
