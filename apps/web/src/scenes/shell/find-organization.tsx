import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { organizationsQuery } from '../../api/organizations.ts';
import { useDelayed } from '../../parts/use-delayed.ts';
import { levelWords } from '../../parts/words.ts';
import { words } from './words.ts';

/** Search by name, code or pinyin initials; choosing opens the organization's file. */
export function FindOrganization({ onGo }: { onGo?: () => void }) {
  const [typed, setTyped] = useState('');
  const q = useDelayed(typed.trim(), 200);
  const navigate = useNavigate();
  const found = useQuery({ ...organizationsQuery({ q, limit: 20 }), enabled: q !== '' });
  const options = (q === '' ? [] : (found.data?.rows ?? [])).map((row) => ({
    value: row.id,
    label: (
      <span className="found">
        <span>{row.name}</span>
        <span className="faint">{levelWords[row.level]}</span>
      </span>
    ),
  }));
  return (
    <Select<number | null>
      className="find"
      aria-label={words.searchLabel}
      placeholder={words.search}
      value={null}
      options={options}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      notFoundContent={q === '' ? null : found.isFetching ? words.searching : words.nothingFound}
      onChange={(id) => {
        if (id === null) return;
        setTyped('');
        onGo?.();
        void navigate({ to: '/organizations/$organization', params: { organization: String(id) } });
      }}
      suffixIcon={null}
    />
  );
}
