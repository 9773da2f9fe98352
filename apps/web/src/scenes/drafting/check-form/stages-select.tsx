import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { createContext, useContext } from 'react';
import { vocabularyQuery } from '../../../api/library.ts';
import { words } from './words.ts';

/** The activities that the check counts; their steps are offered. */
export const CountedActivities = createContext<readonly string[]>([]);

interface StagesSelectProps {
  label: string;
  value: readonly string[];
  onChange: (codes: string[]) => void;
}

/** Steps of the counted activities, kept in their order. */
export function StagesSelect({ label, value, onChange }: StagesSelectProps) {
  const counted = useContext(CountedActivities);
  const activities = useQuery(vocabularyQuery).data?.activities ?? {};
  const stages = Object.assign({}, ...counted.map((code) => activities[code]?.stages ?? {})) as Record<
    string,
    string
  >;
  const order = Object.keys(stages);
  return (
    <Select<string[]>
      aria-label={label}
      mode="multiple"
      value={[...value]}
      placeholder={words.choose}
      options={order.map((code) => ({ value: code, label: stages[code] }))}
      onChange={(codes) => onChange(order.filter((code) => codes.includes(code)))}
      style={{ minWidth: 200, width: '100%' }}
      popupMatchSelectWidth={false}
    />
  );
}
