import type { Draft } from '@hujian/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { DayField } from '../../../parts/day-field.tsx';
import { Wrong } from '../../../parts/wrong.tsx';
import type { Decisions } from '../use-decisions.ts';
import { words } from '../words.ts';

type Parameter = Draft['work']['parameters'][string];

interface ParameterFormProps {
  name: string;
  before: Parameter | undefined;
  decisions: Decisions;
  onClose: () => void;
}

interface Filled {
  title: string;
  unit: string;
  value: number;
  tighten: Parameter['tighten'];
  from?: string | null;
  document?: string;
}

/** The newest value of a number, with its basis; older values stay as they are. */
export function ParameterForm({ name, before, decisions, onClose }: ParameterFormProps) {
  const newest = before?.values.at(-1);
  const percent = before?.unit === '比例';
  const shown = newest === undefined ? undefined : percent ? newest.value * 100 : newest.value;
  const save = useMutation({
    mutationFn: (filled: Filled) =>
      decisions.send({ do: 'set-parameter', name, parameter: write(filled, before) }),
    onSuccess: onClose,
  });
  const needed = (label: string) => [{ required: true, message: words.needed(label) }];
  return (
    <Form<Filled>
      layout="vertical"
      className="parameter-form"
      initialValues={{
        title: before?.title,
        unit: before?.unit,
        value: shown === undefined ? undefined : Number(shown.toPrecision(12)),
        tighten: before?.tighten ?? 'up',
        from: newest?.from,
        document: newest?.basis?.document,
      }}
      onFinish={(filled) => save.mutate(filled)}
    >
      <div className="item-fields">
        <Form.Item name="title" label={words.parameterName} rules={needed(words.parameterName)}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="value" label={words.value} rules={needed(words.value)}>
          <InputNumber {...(percent ? { suffix: '%' } : {})} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="unit" label={words.unit} rules={needed(words.unit)}>
          <Input maxLength={20} disabled={percent} />
        </Form.Item>
        <Form.Item name="tighten" label={words.tighten}>
          <Select options={Object.entries(words.tightens).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="document" label={words.basis} extra={words.basisSelf}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="from" label={words.from} extra={words.fromStart}>
          <DayField />
        </Form.Item>
      </div>
      <Wrong error={save.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </Form>
  );
}

function write(filled: Filled, before: Parameter | undefined): Parameter {
  const { title, unit, value, tighten, from, document } = filled;
  const old = before?.values.at(-1)?.basis;
  const named = document?.trim() ?? '';
  const basis = named === '' ? null : old?.document === named ? old : { document: named };
  const exact = before?.unit === '比例' ? Number((value / 100).toPrecision(12)) : value;
  return {
    title: title.trim(),
    unit: unit.trim(),
    tighten,
    values: [...(before?.values.slice(0, -1) ?? []), { from: from ?? null, value: exact, basis }],
  };
}
