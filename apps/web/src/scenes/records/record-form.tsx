import type { RecordRegister } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { Problem } from '../../api/door.ts';
import { vocabularyQuery } from '../../api/library.ts';
import type { Body } from '../../api/records.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import type { Filled } from './body-of.ts';
import { bodyOf } from './body-of.ts';
import { ChoiceField, GroupField, LookField, StagesField } from './code-field.tsx';
import type { Field } from './fields.ts';
import { asked, fields } from './fields.ts';
import { PeopleField, PersonField } from './people-field.tsx';
import { words } from './words.ts';

interface RecordFormProps {
  organization: number;
  register: RecordRegister;
  initial: Filled;
  withReason?: boolean;
  busy: boolean;
  error: unknown;
  onSave: (body: Body, reason: string) => void;
  onCancel: () => void;
}

/** One form for all registers: what it asks depends on the register and on the kind of activity. */
export function RecordForm(props: RecordFormProps) {
  const { organization, register, initial, withReason = false, busy, error, onSave, onCancel } = props;
  const [form] = Form.useForm<Filled>();
  const kind = Form.useWatch('kind', { form, preserve: true });
  const vocabulary = useQuery(vocabularyQuery).data;
  const entry = typeof kind === 'string' ? vocabulary?.activities?.[kind] : undefined;
  const shown = fields[register].filter((field) => asked(field, register, entry));
  const defaults = Object.fromEntries(
    fields[register].filter((field) => field.on).map((field) => [field.name, true]),
  );
  const issues = error instanceof Problem ? error.issues : [];
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      initialValues={{ ...defaults, ...initial }}
      onFinish={(filled) => onSave(bodyOf(filled, shown), String(filled.reason ?? ''))}
      scrollToFirstError
    >
      {entry?.note === undefined ? null : <p className="faint">{entry.note}</p>}
      <div className="record-fields">
        {shown.map((field) => (
          <FormField
            key={field.name}
            field={field}
            issue={issues.find((one) => one.path.split(/[./]/).includes(field.name))?.message}
          >
            {control(field, {
              organization,
              register,
              kind: typeof kind === 'string' ? kind : '',
              among: entry?.ways,
            })}
          </FormField>
        ))}
      </div>
      {withReason ? (
        <Form.Item
          name="reason"
          label={words.reason}
          rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      ) : null}
      <Wrong error={error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.save}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </Form>
  );
}

function FormField({
  field,
  issue,
  children,
}: {
  field: Field;
  issue: string | undefined;
  children: ReactNode;
}) {
  return (
    <Form.Item
      name={field.name}
      label={field.label}
      className={field.wide === true ? 'record-wide' : ''}
      extra={field.extra}
      {...(field.kind === 'flag' ? { valuePropName: 'checked' } : {})}
      {...(issue === undefined ? {} : { help: issue, validateStatus: 'error' as const })}
      rules={field.required === true ? [{ required: true, message: words.needed(field.label) }] : []}
    >
      {children}
    </Form.Item>
  );
}

interface Surroundings {
  organization: number;
  register: RecordRegister;
  kind: string;
  among: readonly string[] | undefined;
}

function control(field: Field, { organization, register, kind, among }: Surroundings): ReactNode {
  const table = field.table ?? '';
  const controls: Record<Field['kind'], () => ReactNode> = {
    line: () => <Input maxLength={200} />,
    text: () => <Input.TextArea rows={3} maxLength={1000} />,
    day: () => <DayField />,
    number: () => <InputNumber style={{ width: '100%' }} />,
    choice: () => (
      <ChoiceField table={table} register={register} among={field.name === 'way' ? among : undefined} />
    ),
    choices: () => <ChoiceField table={table} many />,
    person: () => <PersonField organization={organization} />,
    people: () => <PeopleField organization={organization} />,
    group: () => <GroupField organization={organization} />,
    look: () => <LookField organization={organization} />,
    flag: () => <Checkbox>{words.yes}</Checkbox>,
    stages: () => <StagesField kind={kind} />,
  };
  return controls[field.kind]();
}
