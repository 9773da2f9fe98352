import type { ClassRow } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Radio } from 'antd';
import { useMe } from '../../api/me.ts';
import { type ClassFilled, decideClass } from '../../api/rounds.ts';
import { DayField } from '../../parts/day-field.tsx';
import { classWords } from '../../parts/words.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './place-words.ts';

interface DecideClassProps {
  row: ClassRow | null;
  onClose: () => void;
}

export function DecideClass({ row, onClose }: DecideClassProps) {
  return (
    <Modal
      open={row !== null}
      title={row === null ? '' : words.decideTitle(row.organization.name)}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      {row === null ? null : <Decide row={row} onClose={onClose} />}
    </Modal>
  );
}

function Decide({ row, onClose }: { row: ClassRow; onClose: () => void }) {
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: (filled: Omit<ClassFilled, 'organization'>) =>
      decideClass({ ...filled, organization: row.organization.id }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['unit-classes'] });
      message.success(words.saved);
      onClose();
    },
  });
  return (
    <Form<Omit<ClassFilled, 'organization'>>
      layout="vertical"
      initialValues={{ validFrom: me.today, ...(row.class === null ? {} : { class: row.class }) }}
      onFinish={(filled) => save.mutate(filled)}
    >
      <p className="faint">{words.decideLead}</p>
      <Form.Item
        name="class"
        label={words.class}
        rules={[{ required: true, message: words.needed(words.class) }]}
      >
        <Radio.Group
          options={(['leading', 'middle', 'lagging'] as const).map((value) => ({
            value,
            label: classWords[value],
          }))}
        />
      </Form.Item>
      <Form.Item
        name="validFrom"
        label={words.since}
        rules={[{ required: true, message: words.needed(words.since) }]}
      >
        <DayField clearable={false} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={words.classReason}
        rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
      >
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
      <Wrong error={save.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.discard}</Button>
      </div>
    </Form>
  );
}
