import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { editionsQuery } from '../api/library.ts';

interface EditionSelectProps {
  value: string;
  /** Shown until the list of editions has come. */
  title?: string;
  onChange: (edition: string) => void;
  label: string;
  /** Only editions that judge organizations of this kind, and the chosen one; all when it is left out or null. */
  kind?: string | null;
}

/** The editions of the library, those that one's locality has adopted first. */
export function EditionSelect({ value, title, onChange, label, kind = null }: EditionSelectProps) {
  const editions = useQuery(editionsQuery);
  const rows = (editions.data?.rows ?? []).filter(
    (row) => kind === null || row.id === value || row.appliesTo.length === 0 || row.appliesTo.includes(kind),
  );
  const groups = [
    { label: '本地采用', options: rows.filter((row) => row.adopted) },
    { label: '标准库里的其他版本', options: rows.filter((row) => !row.adopted) },
  ]
    .filter((group) => group.options.length > 0)
    .map((group) => ({
      ...group,
      options: group.options.map((row) => ({ value: row.id, label: row.title })),
    }));
  const options = editions.data ? groups : [{ value, label: title ?? '' }];
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
