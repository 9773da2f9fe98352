import { BoundsField } from './bounds-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { CodeSelect } from './code-select.tsx';
import { activityConditions, ConditionsField } from './conditions-field.tsx';
import { Field } from './field.tsx';
import type { MeasureProps } from './measure-props.ts';
import { PeopleField } from './people-field.tsx';
import { codesAt, mapAt, type Source, withKey, withKeys, writeCodes } from './source.ts';
import { CountedActivities } from './stages-select.tsx';
import { ValidMonths } from './valid-months.tsx';
import { WindowField } from './window-field.tsx';
import { words } from './words.ts';

type ShareWay = keyof typeof words.shareWays;

function wayOf(source: Source): ShareWay {
  if ('figures' in source) return 'figures';
  return 'activities' in source ? 'activities' : 'people';
}

const begun: Record<ShareWay, Source> = {
  people: {},
  figures: { figures: { part: null, whole: null } },
  activities: { activities: { part: { activity: null }, whole: { activity: null } }, window: 'year' },
};

/** One part of a whole: people, figures or activities. */
export function ShareFields({ source, onChange }: MeasureProps) {
  const way = wayOf(source);
  const choose = (next: ShareWay | null) => {
    const bare = withKeys(source, {
      who: undefined,
      among: undefined,
      figures: undefined,
      activities: undefined,
      window: undefined,
    });
    onChange({ ...bare, ...begun[next ?? 'people'] });
  };
  return (
    <>
      <ChoiceField label={words.shareWay} names={words.shareWays} value={way} onChange={choose} />
      {way === 'people' ? <PeopleShare source={source} onChange={onChange} /> : null}
      {way === 'figures' ? <FigureShare source={source} onChange={onChange} /> : null}
      {way === 'activities' ? <ActivityShare source={source} onChange={onChange} /> : null}
      <BoundsField source={source} onChange={onChange} unit="%" percent />
    </>
  );
}

const isFresh = (people: unknown): boolean =>
  people === 'new-member' ||
  (typeof people === 'object' && people !== null && 'set' in people && people.set === 'new-member');

function PeopleShare({ source, onChange }: MeasureProps) {
  const set = (key: string, value: unknown) => onChange(withKey(source, key, value));
  return (
    <>
      <PeopleField label={words.who} name="who" value={source.who} onChange={(who) => set('who', who)} />
      <PeopleField
        label={words.among}
        name="among"
        value={source.among}
        onChange={(among) => set('among', among)}
      />
      {isFresh(source.who) || isFresh(source.among) ? (
        <WindowField value={source.window} onChange={(window) => set('window', window)} without={['now']} />
      ) : null}
    </>
  );
}

function FigureShare({ source, onChange }: MeasureProps) {
  const figures = mapAt(source, 'figures');
  return (
    <>
      {(['part', 'whole'] as const).map((side) => (
        <Field key={side} label={words[side]} of={side === 'part' ? ['figures'] : []} required>
          {(id) => (
            <CodeSelect
              id={id}
              tables={['figures']}
              value={codesAt(figures, side)}
              onChange={([code]) => onChange({ ...source, figures: { ...figures, [side]: code ?? null } })}
            />
          )}
        </Field>
      ))}
      <ValidMonths source={source} onChange={onChange} />
    </>
  );
}

function ActivityShare({ source, onChange }: MeasureProps) {
  const both = mapAt(source, 'activities');
  const part = mapAt(both, 'part');
  const write = (side: 'part' | 'whole', next: Source) =>
    onChange({ ...source, activities: { ...both, [side]: next } });
  return (
    <>
      {(['part', 'whole'] as const).map((side) => (
        <Field key={side} label={words[side]} of={side === 'part' ? ['activities'] : []} required>
          {(id) => (
            <CodeSelect
              id={id}
              tables={['activities']}
              many
              value={codesAt(mapAt(both, side), 'activity')}
              onChange={(codes) =>
                write(side, { ...mapAt(both, side), activity: codes.length === 0 ? null : writeCodes(codes) })
              }
            />
          )}
        </Field>
      ))}
      <CountedActivities value={codesAt(part, 'activity')}>
        <ConditionsField
          label={words.partOnly}
          of={[]}
          offered={activityConditions.filter((one) => one !== 'fixedDay')}
          source={mapAt(part, 'only')}
          onChange={(only) => write('part', withKey(part, 'only', only))}
        />
      </CountedActivities>
      <WindowField
        value={source.window}
        onChange={(window) => onChange(withKey(source, 'window', window))}
        without={['now']}
      />
    </>
  );
}
