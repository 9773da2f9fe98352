import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { organizationsQuery } from '../api/organizations.ts';
import { useDelayed } from './use-delayed.ts';
import { levelWords } from './words.ts';

interface OrganizationSelectProps<T> {
  id?: string;
  label?: string;
  value?: T;
  onChange?: (value: T) => void;
  /** What is shown for a value that came from elsewhere. */
  known?: readonly { id: number; name: string }[];
}

function useFound(known: readonly { id: number; name: string }[]) {
  const [typed, setTyped] = useState('');
  const q = useDelayed(typed.trim(), 200);
  const found = useQuery(organizationsQuery(q === '' ? { limit: 50 } : { q, limit: 30 }));
  const rows = found.data?.rows ?? [];
  const listed = rows.map((row) => ({ value: row.id, label: `${row.name}　${levelWords[row.level]}` }));
  const extra = known
    .filter((one) => !rows.some((row) => row.id === one.id))
    .map((one) => ({ value: one.id, label: one.name }));
  return {
    options: [...extra, ...listed],
    loading: found.isFetching,
    showSearch: { filterOption: false as const, onSearch: setTyped },
    placeholder: '输入名称、编码或拼音首字母查找',
    notFoundContent: found.isFetching ? '正在查找……' : '没有找到，换个写法试试',
  };
}

/** One organization of one's own tree, found by name, code or initials. */
export function OrganizationSelect(props: OrganizationSelectProps<number | null>) {
  const found = useFound(props.known ?? []);
  return (
    <Select<number>
      {...found}
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      value={props.value ?? null}
      onChange={(next) => props.onChange?.(next ?? null)}
      popupMatchSelectWidth={false}
      style={{ width: '100%', minWidth: 200 }}
    />
  );
}

export function OrganizationsSelect(props: OrganizationSelectProps<number[]>) {
  const found = useFound(props.known ?? []);
  return (
    <Select<number[]>
      {...found}
      {...(props.id === undefined ? {} : { id: props.id })}
      mode="multiple"
      value={props.value ?? []}
      onChange={(next) => props.onChange?.(next)}
      popupMatchSelectWidth={false}
      style={{ width: '100%' }}
    />
  );
}
