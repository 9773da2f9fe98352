import { CodeSelect } from './code-select.tsx';
import { ConditionsField, peopleConditions } from './conditions-field.tsx';
import { Field } from './field.tsx';
import { codesAt, isSource, mapAt, type Source, textAt, withKey, writeCodes } from './source.ts';
import { words } from './words.ts';

interface PeopleFieldProps {
  label: string;
  /** Key of the check that the people stand under. */
  name: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** A set is written bare as long as nothing narrows it. */
function write(people: Source): unknown {
  return Object.keys(people).length === 1 ? people.set : people;
}

/** Which people: a set, for those in office their posts, and what narrows it. */
export function PeopleField({ label, name, value, onChange }: PeopleFieldProps) {
  const people: Source = isSource(value) ? value : typeof value === 'string' ? { set: value } : {};
  const set = textAt(people, 'set');
  return (
    <>
      <Field label={label} of={[name]} required>
        {(id) => (
          <CodeSelect
            id={id}
            tables={['people']}
            value={set === undefined ? [] : [set]}
            onChange={([next]) => {
              const { post: _post, ...rest } = people;
              onChange(
                next === undefined ? undefined : write({ ...(next === 'seat' ? people : rest), set: next }),
              );
            }}
          />
        )}
      </Field>
      {set === 'seat' ? (
        <Field label={words.post} of={[`${name}-post`]} required>
          {(id) => (
            <CodeSelect
              id={id}
              tables={['postGroups', 'posts']}
              many
              value={codesAt(people, 'post')}
              onChange={(codes) => onChange(write(withKey(people, 'post', writeCodes(codes))))}
            />
          )}
        </Field>
      ) : null}
      {set === undefined ? null : (
        <ConditionsField
          label={`${label}：${words.where}`}
          of={[]}
          offered={peopleConditions}
          source={mapAt(people, 'where')}
          onChange={(where) => onChange(write(withKey(people, 'where', where)))}
        />
      )}
    </>
  );
}
