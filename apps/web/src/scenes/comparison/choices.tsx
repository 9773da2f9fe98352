import type { ComparisonView } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Segmented, Select } from 'antd';
import { useMe } from '../../api/me.ts';
import { organizationsQuery } from '../../api/organizations.ts';
import { DayField } from '../../parts/day-field.tsx';
import { EditionSelect } from '../../parts/edition-select.tsx';
import { SavedNotice } from '../../parts/saved-notice.tsx';
import { words } from './words.ts';

const route = getRouteApi('/shell/comparison');

/** Over which scope, by which edition, as of which day, at which level. */
export function Choices({ view }: { view: ComparisonView }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Partial<typeof search>) =>
    void navigate({
      search: (before) => ({ ...before, ...next, organization: undefined, item: undefined }),
      replace: true,
    });
  const saved = search.evaluation !== undefined;
  const deep =
    view.scope.level === 'county' || view.scope.level === 'city' || view.scope.level === 'province';
  return (
    <>
      {saved ? (
        <SavedNotice
          edition={view.edition.title}
          asOf={view.asOf}
          onLeave={() => change({ evaluation: undefined })}
        />
      ) : null}
      <div className="comparison-choices">
        <div className="labelled">
          <span className="faint">{words.scope}</span>
          <ScopeSelect value={view.scope} onChange={(scope) => change({ scope, by: undefined })} />
        </div>
        {saved ? null : (
          <>
            <div className="labelled">
              <span className="faint">{words.edition}</span>
              <EditionSelect
                value={view.edition.id}
                title={view.edition.title}
                label={words.edition}
                onChange={(edition) => change({ edition })}
              />
            </div>
            <div className="labelled">
              <span className="faint">{words.asOf}</span>
              <DayField
                value={view.asOf}
                label={words.asOf}
                clearable={false}
                onChange={(asOf) => change({ asOf: asOf ?? undefined })}
              />
            </div>
          </>
        )}
        {deep ? (
          <div className="labelled">
            <span className="faint">{words.by}</span>
            <Segmented
              aria-label={words.by}
              value={view.by}
              onChange={(by) => change({ by })}
              options={[
                { value: 'village', label: words.byVillage },
                { value: 'township', label: words.byTownship },
              ]}
            />
          </div>
        ) : null}
      </div>
    </>
  );
}

interface ScopeSelectProps {
  value: { id: number; name: string };
  onChange: (scope: number) => void;
}

/** One's own organization and the townships below it. */
function ScopeSelect({ value, onChange }: ScopeSelectProps) {
  const me = useMe();
  const below = useQuery({
    ...organizationsQuery({ parent: me.scope?.id, limit: 200 }),
    enabled: me.scope !== null,
  });
  const own = me.scope === null ? [] : [{ id: me.scope.id, name: me.scope.name }];
  const rows = (below.data?.rows ?? []).filter((row) => row.childCount > 0);
  const known = new Map([...own, ...rows, value].map((one) => [one.id, one.name]));
  return (
    <Select<number>
      aria-label={words.scope}
      value={value.id}
      onChange={onChange}
      options={[...known].map(([id, name]) => ({ value: id, label: name }))}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      style={{ width: '100%', minWidth: 160 }}
    />
  );
}
