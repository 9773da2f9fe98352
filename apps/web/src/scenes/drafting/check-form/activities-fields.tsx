import { BoundsField } from './bounds-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { CodeSelect } from './code-select.tsx';
import { activityConditions, ConditionsField } from './conditions-field.tsx';
import { Field } from './field.tsx';
import type { MeasureProps } from './measure-props.ts';
import { codesAt, mapAt, withKey, writeCodes } from './source.ts';
import { CountedActivities } from './stages-select.tsx';
import { WindowField } from './window-field.tsx';
import { words } from './words.ts';

/** How often something was done in a time. */
export function ActivitiesFields({ source, onChange }: MeasureProps) {
  const set = (key: string, value: unknown) => onChange(withKey(source, key, value));
  const activities = codesAt(source, 'activity');
  return (
    <CountedActivities value={activities}>
      <Field label={words.activity} of={['activity']} required wide>
        {(id) => (
          <CodeSelect
            id={id}
            tables={['activities']}
            many
            value={activities}
            onChange={(codes) => set('activity', writeCodes(codes))}
          />
        )}
      </Field>
      <WindowField value={source.window} onChange={(window) => set('window', window)} without={['now']} />
      <BoundsField source={source} onChange={onChange} unit={words.boundUnits.activities} />
      <ChoiceField
        label={words.each}
        of={['each']}
        names={words.eaches}
        none={words.eachNone}
        value={source.each === 'group' || source.each === 'committee-member' ? source.each : null}
        onChange={(each) => set('each', each)}
      />
      <ChoiceField
        label={words.distinct}
        of={['distinct']}
        names={words.distincts}
        none={words.distinctNone}
        value={
          source.distinct === 'way' || source.distinct === 'title' || source.distinct === 'theme'
            ? source.distinct
            : null
        }
        onChange={(distinct) => set('distinct', distinct)}
      />
      <ConditionsField
        label={words.only}
        of={['only']}
        offered={activityConditions}
        source={mapAt(source, 'only')}
        onChange={(only) => set('only', only)}
      />
    </CountedActivities>
  );
}
