import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type VocabularyEntry, vocabularyQuery } from '../../../api/library.ts';
import { words } from './words.ts';

interface CodeSelectProps {
  id?: string;
  label?: string;
  /** Tables of the vocabulary, one after the other. */
  tables: readonly string[];
  value: readonly string[];
  onChange: (codes: string[]) => void;
  many?: boolean;
  clearable?: boolean;
  /** Narrows to these codes. */
  among?: readonly string[] | undefined;
}

interface Option {
  value: string;
  label: string;
  /** Name, other names and pinyin initials. */
  found: string;
}

const optionOf = (code: string, { name, unit, aliases = [], initials = '' }: VocabularyEntry): Option => ({
  value: code,
  label: unit === undefined || unit === '' ? name : `${name}（${unit}）`,
  found: `${name} ${aliases.join(' ')} ${initials}`.toLowerCase(),
});

const fits = (typed: string, option: Option | undefined): boolean =>
  option?.found.includes(typed.trim().toLowerCase()) === true;

/** Codes out of the vocabulary, chosen by name, other name or initials. */
export function CodeSelect(props: CodeSelectProps) {
  const { id, label, tables, value, onChange, many = false, clearable = false, among } = props;
  const vocabulary = useQuery(vocabularyQuery);
  const options = tables.flatMap((table) =>
    Object.entries(vocabulary.data?.[table] ?? {})
      .filter(([code]) => among === undefined || among.includes(code))
      .map(([code, entry]) => optionOf(code, entry)),
  );
  const shared = {
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { 'aria-label': label }),
    options,
    loading: vocabulary.isPending,
    placeholder: words.search,
    popupMatchSelectWidth: false,
    style: { width: '100%' },
    showSearch: { filterOption: fits },
  };
  if (many)
    return <Select<string[], Option> {...shared} mode="multiple" value={[...value]} onChange={onChange} />;
  return (
    <Select<string, Option>
      {...shared}
      allowClear={clearable}
      value={value[0] ?? null}
      onChange={(code) => onChange(code === undefined || code === null ? [] : [code])}
    />
  );
}
