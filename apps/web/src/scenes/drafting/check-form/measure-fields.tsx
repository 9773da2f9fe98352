import { Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { ActivitiesFields } from './activities-fields.tsx';
import { AmountField } from './amount-field.tsx';
import { BoundsField } from './bounds-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { CodeSelect } from './code-select.tsx';
import { ConditionsField, hoursConditions } from './conditions-field.tsx';
import { Field } from './field.tsx';
import { FigureFields } from './figure-fields.tsx';
import type { MeasureProps } from './measure-props.ts';
import { PeopleField } from './people-field.tsx';
import { ShareFields } from './share-fields.tsx';
import { codesAt, mapAt, textAt, withKey, withKeys } from './source.ts';
import { ValidMonths } from './valid-months.tsx';
import { WindowField } from './window-field.tsx';
import { words } from './words.ts';

export type MeasureName = keyof typeof words.measures;

/** What each measure asks for. A new measure does not compile until it can be filled in. */
const fields: Record<MeasureName, (props: MeasureProps) => ReactNode> = {
  activities: ActivitiesFields,
  hours: HoursFields,
  headcount: HeadcountFields,
  share: ShareFields,
  figure: FigureFields,
  document: DocumentFields,
  event: EventFields,
  poll: PollFields,
  'on-site': OnSiteFields,
};

export const isMeasure = (value: unknown): value is MeasureName =>
  typeof value === 'string' && value in fields;

export function MeasureFields({ source, onChange }: MeasureProps) {
  if (!isMeasure(source.measure)) return null;
  const Fields = fields[source.measure];
  return <Fields source={source} onChange={onChange} />;
}

function HoursFields({ source, onChange }: MeasureProps) {
  return (
    <>
      <PeopleField
        label={words.who}
        name="who"
        value={source.who}
        onChange={(who) => onChange(withKey(source, 'who', who))}
      />
      <BoundsField source={source} onChange={onChange} unit={words.boundUnits.hours} />
      <Field label={words.reach} of={['share']}>
        {(id) => (
          <AmountField
            id={id}
            label={words.reach}
            value={source.share ?? 1}
            onChange={(share) => onChange(withKey(source, 'share', share === 1 ? undefined : share))}
            unit="%"
            percent
          />
        )}
      </Field>
      <ConditionsField
        label={words.only}
        of={['only']}
        offered={hoursConditions}
        source={mapAt(source, 'only')}
        onChange={(only) => onChange(withKey(source, 'only', only))}
      />
    </>
  );
}

function HeadcountFields({ source, onChange }: MeasureProps) {
  const fresh = source.who === 'new-member' || mapAt(source, 'who').set === 'new-member';
  return (
    <>
      <PeopleField
        label={words.who}
        name="who"
        value={source.who}
        onChange={(who) => onChange(withKey(source, 'who', who))}
      />
      {fresh ? (
        <WindowField
          value={source.window}
          onChange={(window) => onChange(withKey(source, 'window', window))}
          without={['now']}
        />
      ) : null}
      <BoundsField source={source} onChange={onChange} unit={words.boundUnits.headcount} />
      <Field label={words.orFigure} of={['orFigure']}>
        {(id) => (
          <CodeSelect
            id={id}
            tables={['figures']}
            clearable
            value={codesAt(source, 'orFigure')}
            onChange={([figure]) => onChange(withKey(source, 'orFigure', figure))}
          />
        )}
      </Field>
    </>
  );
}

function DocumentFields({ source, onChange }: MeasureProps) {
  const write = (codes: readonly string[]) =>
    onChange(
      withKeys(source, {
        document: codes.length === 1 ? codes[0] : undefined,
        documents: codes.length > 1 ? codes : undefined,
      }),
    );
  return (
    <>
      <Field label={words.documents} of={['document', 'documents']} required wide>
        {(id) => (
          <CodeSelect
            id={id}
            tables={['documents']}
            many
            value={codesAt(source, 'documents', 'document')}
            onChange={write}
          />
        )}
      </Field>
      <ChoiceField
        label={words.of}
        of={['of']}
        names={words.ofs}
        value={source.of === 'year' ? 'year' : 'now'}
        onChange={(of) => onChange(withKey(source, 'of', of))}
      />
    </>
  );
}

function EventFields({ source, onChange }: MeasureProps) {
  const write = (codes: readonly string[]) =>
    onChange(
      withKeys(source, {
        event: codes.length === 1 ? codes[0] : undefined,
        events: codes.length > 1 ? codes : undefined,
      }),
    );
  return (
    <>
      <Field label={words.event} of={['event', 'events']} required wide>
        {(id) => (
          <CodeSelect
            id={id}
            tables={['events']}
            many
            value={codesAt(source, 'events', 'event')}
            onChange={write}
          />
        )}
      </Field>
      <WindowField value={source.window} onChange={(window) => onChange(withKey(source, 'window', window))} />
    </>
  );
}

function PollFields({ source, onChange }: MeasureProps) {
  return (
    <>
      <Field label={words.about} of={['about']} required>
        {(id) => (
          <CodeSelect
            id={id}
            tables={['polls']}
            value={codesAt(source, 'about')}
            onChange={([about]) => onChange(withKey(source, 'about', about))}
          />
        )}
      </Field>
      <ChoiceField
        label={words.answer}
        of={['answer']}
        names={words.answers}
        value={source.answer === 'dissatisfied' ? 'dissatisfied' : 'satisfied'}
        onChange={(answer) => onChange(withKey(source, 'answer', answer))}
      />
      <BoundsField source={source} onChange={onChange} unit="%" percent />
      <div className="check-field">
        <Checkbox
          checked={source.satisfiedIncludes === 'basically'}
          onChange={(event) =>
            onChange(withKey(source, 'satisfiedIncludes', event.target.checked ? 'basically' : undefined))
          }
        >
          {words.basically}
        </Checkbox>
      </div>
      <ValidMonths source={source} onChange={onChange} fallback={12} />
    </>
  );
}

function OnSiteFields({ source, onChange }: MeasureProps) {
  return (
    <>
      <Field label={words.look} lead={words.lookLead} of={['look']} required wide>
        {(id) => (
          <Input.TextArea
            id={id}
            value={textAt(source, 'look') ?? ''}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            onChange={(event) => onChange(withKey(source, 'look', event.target.value))}
          />
        )}
      </Field>
      <BoundsField source={source} onChange={onChange} unit="分" label={words.passMark} optional />
      <ValidMonths source={source} onChange={onChange} fallback={12} />
    </>
  );
}
