import type { FollowUp } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Radio } from 'antd';
import { forgetFetched } from '../../api/forget.ts';
import { changeFollowUp, endFollowUp } from '../../api/uses.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { followUpWords as words } from './words.ts';

interface FormProps {
  /** undefined: the form is closed. */
  row: FollowUp | undefined;
  onClose: () => void;
}

const needed = (label: string) => [{ required: true, whitespace: true, message: words.needed(label) }];

function useSaved(told: string, onClose: () => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return async () => {
    onClose();
    message.success(told);
    await forgetFetched(client);
  };
}

export function ChangeFollowUp({ row, onClose }: FormProps) {
  const onSuccess = useSaved(words.saved, onClose);
  const save = useMutation({
    mutationFn: ({ id, ...body }: { id: number; task: string; dueOn: string }) => changeFollowUp(id, body),
    onSuccess,
  });
  return (
    <Modal
      open={row !== undefined}
      title={row === undefined ? '' : words.changeTitle(row.organization.name)}
      footer={null}
      onCancel={onClose}
      afterClose={save.reset}
      destroyOnHidden
    >
      {row === undefined ? null : (
        <Form<{ task: string; dueOn: string }>
          layout="vertical"
          initialValues={{ task: row.task, dueOn: row.dueOn }}
          onFinish={(filled) => save.mutate({ id: row.id, ...filled })}
        >
          <Form.Item name="task" label={words.task} rules={needed(words.task)}>
            <Input.TextArea maxLength={1000} autoSize={{ minRows: 3, maxRows: 8 }} />
          </Form.Item>
          <Form.Item name="dueOn" label={words.due} rules={needed(words.due)}>
            <DayField clearable={false} />
          </Form.Item>
          <Wrong error={save.error} />
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {words.save}
          </Button>
        </Form>
      )}
    </Modal>
  );
}

export function EndFollowUp({ row, onClose }: FormProps) {
  const onSuccess = useSaved(words.ended, onClose);
  const save = useMutation({
    mutationFn: ({ id, ...body }: { id: number; done: boolean; outcome: string }) => endFollowUp(id, body),
    onSuccess,
  });
  return (
    <Modal
      open={row !== undefined}
      title={row === undefined ? '' : words.endTitle(row.organization.name)}
      footer={null}
      onCancel={onClose}
      afterClose={save.reset}
      destroyOnHidden
    >
      {row === undefined ? null : (
        <Form<{ done: boolean; outcome: string }>
          layout="vertical"
          initialValues={{ done: true }}
          onFinish={(filled) => save.mutate({ id: row.id, ...filled })}
        >
          <p>{row.task}</p>
          <Form.Item name="done" label={words.endHow}>
            <Radio.Group
              options={[
                { value: true, label: words.endDone },
                { value: false, label: words.endDropped },
              ]}
            />
          </Form.Item>
          <Form.Item
            name="outcome"
            label={words.outcome}
            extra={words.outcomeLead}
            rules={needed(words.outcome)}
          >
            <Input.TextArea maxLength={1000} autoSize={{ minRows: 3, maxRows: 8 }} />
          </Form.Item>
          <Wrong error={save.error} />
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {words.end}
          </Button>
        </Form>
      )}
    </Modal>
  );
}
