import type { RecordPage } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { useNames, vocabularyQuery } from '../../api/library.ts';
import { day, number } from '../../parts/words.ts';
import type { Field } from './fields.ts';
import { fields } from './fields.ts';
import { isRegister } from './registers.ts';
import { words } from './words.ts';

type Names = ReturnType<typeof useNames>;

function shown(field: Field, value: unknown, names: Names, stages: Record<string, string>): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) {
    const texts = value.map((one) =>
      field.kind === 'stages' ? (stages[String(one)] ?? String(one)) : names(field.table ?? '', String(one)),
    );
    return texts.length === 0 ? null : texts.join('、');
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return number(value);
  if (typeof value === 'object') return 'name' in value ? String(value.name) : null;
  if (field.kind === 'day') return day(String(value));
  return field.kind === 'choice' ? names(field.table ?? '', String(value)) : String(value);
}

/** What was entered, under the same labels as in the form. */
export function RecordFacts({ page }: { page: RecordPage }) {
  const names = useNames();
  const vocabulary = useQuery(vocabularyQuery).data;
  const { record } = page;
  const source = record as unknown as Record<string, unknown>;
  const kind = typeof source.kind === 'string' ? source.kind : '';
  const stages = vocabulary?.activities?.[kind]?.stages ?? {};
  const list: readonly Field[] = isRegister(record.register) ? fields[record.register] : [];
  const masked: [string, unknown][] =
    record.register === 'roster'
      ? [
          [words.identity, record.identityMasked],
          [words.phone, record.phoneMasked],
        ]
      : [];
  const facts: [string, string][] = [
    ...list.flatMap((field): [string, string][] => {
      const text = shown(field, source[field.name], names, stages);
      return text === null ? [] : [[field.label, text]];
    }),
    ...masked.flatMap(([label, value]): [string, string][] =>
      typeof value === 'string' ? [[label, value]] : [],
    ),
  ];
  return (
    <dl className="record-facts">
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
