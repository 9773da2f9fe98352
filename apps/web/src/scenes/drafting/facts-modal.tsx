import type { Draft, Kind } from '@hujian/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { kindWords, standardLevelWords } from '../../parts/words.ts';
import { Wrong } from '../../parts/wrong.tsx';
import type { Decisions } from './use-decisions.ts';
import { words } from './words.ts';

interface FactsModalProps {
  draft: Draft;
  decisions: Decisions;
  open: boolean;
  onClose: () => void;
}

interface Filled {
  title: string;
  kind?: Kind | null;
  level: Draft['level'];
  fullMarks?: number | null;
}

const choices = (of: Record<string, string>) =>
  Object.entries(of).map(([value, label]) => ({ value, label }));

/** What the standard is called, for whom it is, and out of how many points. */
export function FactsModal({ draft, decisions, open, onClose }: FactsModalProps) {
  const { title, kind, level, fullMarks } = draft.work;
  const save = useMutation({
    mutationFn: (filled: Filled) =>
      decisions.send({
        do: 'change-edition',
        set: {
          title: filled.title,
          level: filled.level,
          fullMarks: filled.fullMarks ?? null,
          ...(filled.kind === null || filled.kind === undefined ? {} : { kind: filled.kind }),
        },
      }),
    onSuccess: onClose,
  });
  return (
    <Modal open={open} title={words.factsTitle} onCancel={onClose} footer={null} destroyOnHidden>
      <Form<Filled>
        layout="vertical"
        initialValues={{ title, kind, level, fullMarks }}
        onFinish={(filled) => save.mutate(filled)}
      >
        <Form.Item
          name="title"
          label={words.standardTitle}
          rules={[{ required: true, whitespace: true, message: words.needed(words.standardTitle) }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="kind"
          label={words.kind}
          rules={[{ required: true, message: words.needed(words.kind) }]}
        >
          <Select options={choices(kindWords)} />
        </Form.Item>
        <Form.Item name="level" label={words.level}>
          <Select options={choices(standardLevelWords)} />
        </Form.Item>
        <Form.Item name="fullMarks" label={words.fullMarks} extra={words.fullMarksLead}>
          <InputNumber min={0} max={100_000} suffix="分" style={{ width: 160 }} />
        </Form.Item>
        <Wrong error={save.error} />
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {words.save}
        </Button>
      </Form>
    </Modal>
  );
}
