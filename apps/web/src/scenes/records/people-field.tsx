import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { rosterQuery } from '../../api/records.ts';
import { words } from './words.ts';

interface OneProps {
  organization: number;
  id?: string;
  value?: number | null;
  onChange?: (person: number | null) => void;
}

/** One person of the roster. */
export function PersonField({ organization, id, value, onChange }: OneProps) {
  const roster = useQuery(rosterQuery(organization));
  return (
    <Select<number>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
      allowClear
      loading={roster.isPending}
      options={(roster.data ?? []).map((person) => ({ value: person.id, label: person.name }))}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={words.choose}
    />
  );
}

interface ManyProps {
  organization: number;
  id?: string;
  value?: number[];
  onChange?: (people: number[]) => void;
}

/** Who attended: all members with one press, then take out who was absent. */
export function PeopleField({ organization, id, value = [], onChange }: ManyProps) {
  const roster = useQuery(rosterQuery(organization));
  const people = roster.data ?? [];
  const members = people.filter((person) => person.member).map((person) => person.id);
  return (
    <div className="stack people-field">
      <div className="row">
        <Button size="small" disabled={roster.isPending} onClick={() => onChange?.(members)}>
          {words.wholeRoster}（{members.length}）
        </Button>
        <Button size="small" disabled={value.length === 0} onClick={() => onChange?.([])}>
          {words.clearPeople}
        </Button>
        <span className="faint">{words.chosenPeople(value.length)}</span>
      </div>
      <Select<number[]>
        {...(id === undefined ? {} : { id })}
        mode="multiple"
        value={value}
        onChange={(next) => onChange?.(next)}
        loading={roster.isPending}
        options={people.map((person) => ({ value: person.id, label: person.name }))}
        showSearch={{ optionFilterProp: 'label' }}
        maxTagCount={12}
        placeholder={words.choose}
      />
    </div>
  );
}
