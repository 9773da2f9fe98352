import { useMe } from '../../api/me.ts';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { words } from './place-words.ts';

interface ScopeChoiceProps {
  value: number | null;
  /** The name of what is chosen, when the server has told it. */
  name?: string | undefined;
  onChange: (organization: number | undefined) => void;
}

/** Of which organization the units below are shown; one's own to begin with. */
export function ScopeChoice({ value, name, onChange }: ScopeChoiceProps) {
  const me = useMe();
  const own = me.scope === null ? [] : [me.scope];
  const known = value === null || name === undefined ? own : [{ id: value, name }];
  return (
    <div className="labelled scope-choice">
      <span className="faint">{words.scope}</span>
      <OrganizationSelect
        label={words.scope}
        value={value}
        known={known}
        onChange={(next) => onChange(next === me.scope?.id ? undefined : (next ?? undefined))}
      />
    </div>
  );
}
