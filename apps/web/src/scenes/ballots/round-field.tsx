import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { roundChoicesQuery } from '../../api/results.ts';
import { words } from './words.ts';

interface RoundFieldProps {
  id?: string;
  value?: number | null;
  onChange?: (round: number | null) => void;
}

/** The rounds that a poll can count for, latest first; none is a choice too. */
export function RoundField({ id, value, onChange }: RoundFieldProps) {
  const rounds = useQuery(roundChoicesQuery);
  const rows = (rounds.data?.rows ?? []).filter(({ state }) => state !== 'cancelled');
  return (
    <Select<number>
      {...(id === undefined ? {} : { id })}
      allowClear
      loading={rounds.isPending}
      placeholder={words.roundNone}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
      options={rows.map((row) => ({ value: row.id, label: row.title }))}
      popupMatchSelectWidth={false}
      style={{ width: '100%' }}
    />
  );
}
