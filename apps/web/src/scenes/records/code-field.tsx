import type { RecordRegister } from '@hujian/contract';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { editionOf } from '../../api/edition.ts';
import { editionQuery, editionsQuery, vocabularyQuery } from '../../api/library.ts';
import { organizationFileQuery, organizationsQuery } from '../../api/organizations.ts';
import { words } from './words.ts';

interface CodeProps<T> {
  id?: string;
  value?: T;
  onChange?: (value: T) => void;
}

const plain = {
  showSearch: { optionFilterProp: 'label' as const },
  placeholder: words.choose,
  allowClear: true,
};
const named = (id: string | undefined) => (id === undefined ? {} : { id });

interface ChoiceProps extends CodeProps<string | string[] | null> {
  table: string;
  many?: boolean;
  /** Narrows activity kinds to those that this register takes. */
  register?: RecordRegister | undefined;
  /** Narrows to these codes. */
  among?: readonly string[] | undefined;
}

/** A code out of the vocabulary, chosen by its Chinese name. */
export function ChoiceField({ id, value, onChange, table, many = false, register, among }: ChoiceProps) {
  const vocabulary = useQuery(vocabularyQuery);
  const options = Object.entries(vocabulary.data?.[table] ?? {})
    .filter(([code, entry]) => {
      if (among !== undefined) return among.includes(code);
      return table !== 'activities' || (entry.register ?? 'activities') === register;
    })
    .map(([code, entry]) => ({
      value: code,
      label: entry.unit === undefined ? entry.name : `${entry.name}（${entry.unit}）`,
    }));
  const shared = { ...plain, ...named(id), options, loading: vocabulary.isPending };
  return many ? (
    <Select<string[]>
      {...shared}
      mode="multiple"
      value={Array.isArray(value) ? value : []}
      onChange={(next) => onChange?.(next)}
    />
  ) : (
    <Select<string>
      {...shared}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => onChange?.(next ?? null)}
    />
  );
}

/** The stages that the record shows, in their order. */
export function StagesField({ id, value = [], onChange, kind }: CodeProps<string[]> & { kind: string }) {
  const stages = useQuery(vocabularyQuery).data?.activities?.[kind]?.stages ?? {};
  return (
    <Checkbox.Group
      {...named(id)}
      value={value}
      options={Object.entries(stages).map(([code, label]) => ({ value: code, label }))}
      onChange={(chosen) => onChange?.(Object.keys(stages).filter((code) => chosen.includes(code)))}
    />
  );
}

/** A party group of the branch. */
export function GroupField({
  id,
  value,
  onChange,
  organization,
}: CodeProps<number | null> & { organization: number }) {
  const groups = useQuery(organizationsQuery({ parent: organization, form: 'group', limit: 200 }));
  return (
    <Select<number>
      {...plain}
      {...named(id)}
      loading={groups.isPending}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
      options={(groups.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
    />
  );
}

interface LookProps extends CodeProps<string | null> {
  organization: number;
}

/** What a panel looks at: the on-site checks of the adopted editions that judge this kind of organization. */
export function LookField({ id, value, onChange, organization }: LookProps) {
  const editions = useQuery(editionsQuery);
  const file = useQuery(organizationFileQuery(organization));
  const kind = file.data?.organization.kind ?? null;
  const adopted = (editions.data?.rows ?? []).filter(
    ({ adopted: here, appliesTo }) =>
      here && (kind === null || appliesTo.length === 0 || appliesTo.includes(kind)),
  );
  const pages = useQueries({ queries: adopted.map((row) => editionQuery(row.standard, row.label)) });
  const options = pages.flatMap((page) =>
    page.data === undefined
      ? []
      : editionOf(page.data).chapters.flatMap((chapter) =>
          chapter.items.flatMap((item) =>
            item.checks.flatMap((check) =>
              check.measure !== 'on-site'
                ? []
                : [{ value: check.key, label: `${item.number} ${item.title}：${check.title}` }],
            ),
          ),
        ),
  );
  const unique = [...new Map(options.map((option) => [option.value, option])).values()];
  return (
    <Select<string>
      {...plain}
      {...named(id)}
      loading={editions.isPending}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
      options={unique}
    />
  );
}
