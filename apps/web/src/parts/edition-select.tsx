import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { editionsQuery } from '../api/library.ts';

interface EditionSelectProps {
  value: string;
  /** Shown until the list of editions has come. */
  title?: string;
  onChange: (edition: string) => void;
  label: string;
}

/** The editions of the library; those that one's locality has adopted are said to be so. */
export function EditionSelect({ value, title, onChange, label }: EditionSelectProps) {
  const editions = useQuery(editionsQuery);
  const options = editions.data?.rows.map((row) => ({
    value: row.id,
    label: row.adopted ? `${row.title}（本地采用）` : row.title,
  })) ?? [{ value, label: title ?? '' }];
  return (
    <Select<string>
      value={value}
      options={options}
      onChange={onChange}
      aria-label={label}
      loading={editions.isPending}
      popupMatchSelectWidth={false}
      style={{ width: '100%', minWidth: 220 }}
    />
  );
}
