import type { RecordRegister } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import { vocabularyQuery } from '../../api/library.ts';
import { useMe } from '../../api/me.ts';
import { kindTables } from './registers.ts';
import { words } from './words.ts';

const route = getRouteApi('/shell/organizations/$organization/records/$register');
const yearsBack = 6;

/** By year, kind and name; it stands in the address, so a list can be sent to a colleague. */
export function Narrow({ register }: { register: RecordRegister }) {
  const { year, kind, q } = route.useSearch();
  const navigate = route.useNavigate();
  const thisYear = Number(useMe().today.slice(0, 4));
  const vocabulary = useQuery(vocabularyQuery);
  const table = kindTables[register];
  const kinds = Object.entries(table === undefined ? {} : (vocabulary.data?.[table] ?? {}))
    .filter(([, entry]) => table !== 'activities' || (entry.register ?? 'activities') === register)
    .map(([code, entry]) => ({ value: code, label: entry.name }));
  const change = (next: { year?: number | undefined; kind?: string | undefined; q?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  return (
    <div className="row record-narrow">
      <Select<number>
        aria-label={words.year}
        placeholder={words.allYears}
        allowClear
        value={year ?? null}
        onChange={(next) => change({ year: next ?? undefined })}
        options={Array.from({ length: yearsBack }, (_, i) => ({
          value: thisYear - i,
          label: `${thisYear - i}年`,
        }))}
        style={{ width: 120 }}
      />
      {table === undefined ? null : (
        <Select<string>
          aria-label={words.kind}
          placeholder={words.allKinds}
          allowClear
          value={kind ?? null}
          onChange={(next) => change({ kind: next ?? undefined })}
          options={kinds}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          style={{ width: 200 }}
        />
      )}
      <Input.Search
        aria-label={words.search}
        placeholder={words.searchHint}
        allowClear
        defaultValue={q ?? ''}
        onSearch={(next) => change({ q: next.trim() === '' ? undefined : next.trim() })}
        style={{ width: 220 }}
      />
    </div>
  );
}
