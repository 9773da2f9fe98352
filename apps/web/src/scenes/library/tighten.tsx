import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { editionOf } from '../../api/edition.ts';
import { forgetFetched } from '../../api/forget.ts';
import { editionQuery, editionsQuery, tighten } from '../../api/library.ts';
import { useMe } from '../../api/me.ts';
import { DayField } from '../../parts/day-field.tsx';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { amount } from '../../parts/words.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { BasisFields, type BasisFilled, basisOf } from './basis-fields.tsx';
import { words } from './words.ts';

interface Filled extends BasisFilled {
  organization: number;
  parameter: string;
  value: number;
  validFrom: string;
}

/** The parameters that may be tightened, of the adopted editions (of all, where none is adopted). */
function useTightenable() {
  const rows = useQuery(editionsQuery).data?.rows ?? [];
  const adopted = rows.filter((row) => row.adopted);
  const taken = adopted.length === 0 ? rows : adopted;
  const pages = useQueries({ queries: taken.map((row) => editionQuery(row.standard, row.label)) });
  return pages.flatMap(({ data }) => {
    if (data === undefined) return [];
    const edition = editionOf(data);
    return Object.values(edition.parameters)
      .filter((parameter) => parameter.tighten !== 'never')
      .map((parameter) => ({ key: `${edition.standard}/${parameter.name}`, edition, parameter }));
  });
}

export function Tighten() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.localAdd}
      </Button>
      <Modal open={open} title={words.localAdd} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <TightenForm onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function TightenForm({ onDone }: { onDone: () => void }) {
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const choices = useTightenable();
  const [form] = Form.useForm<Filled>();
  const key = Form.useWatch('parameter', form);
  const chosen = choices.find((one) => one.key === key);
  const save = useMutation({
    mutationFn: (filled: Filled) => {
      const [standard = '', parameter = ''] = filled.parameter.split('/');
      const { organization, value, validFrom } = filled;
      return tighten({ organization, standard, parameter, value, validFrom, basis: basisOf(filled) });
    },
    onSuccess: async () => {
      onDone();
      message.success(words.saved);
      await forgetFetched(client);
    },
  });
  const needed = (label: string) => [{ required: true, message: words.needed(label) }];
  const base = chosen?.parameter.values.at(-1);
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      initialValues={{ organization: me.scope?.id, validFrom: me.today }}
      onFinish={(filled) => save.mutate(filled)}
    >
      <Form.Item name="parameter" label={words.parameter} rules={needed(words.parameter)}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={choices.map((one) => ({
            value: one.key,
            label: `${one.parameter.title}（${one.edition.title}）`,
          }))}
        />
      </Form.Item>
      {chosen === undefined || base === undefined ? null : (
        <p>
          {words.rule(amount(base.value, chosen.parameter.unit), words.direction[chosen.parameter.tighten])}
        </p>
      )}
      <Form.Item name="value" label={words.localValue} rules={needed(words.localValue)}>
        <InputNumber
          {...(chosen === undefined ? {} : { suffix: chosen.parameter.unit })}
          style={{ width: 200 }}
        />
      </Form.Item>
      <Form.Item name="organization" label={words.organization} rules={needed(words.organization)}>
        <OrganizationSelect known={me.scope === null ? [] : [me.scope]} />
      </Form.Item>
      <Form.Item name="validFrom" label={words.validFrom} rules={needed(words.validFrom)}>
        <DayField />
      </Form.Item>
      <BasisFields />
      <Wrong error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {words.save}
      </Button>
    </Form>
  );
}
