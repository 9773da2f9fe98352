import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { createTerm, termsQuery } from '../../api/library.ts';
import { useMe } from '../../api/me.ts';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './words.ts';

/** The word to be read in one's own way; without a word: one that is not in the dictionary yet. */
export interface TermTarget {
  chinese: string;
  meaning: string;
}

interface TermModalProps {
  target: TermTarget | null;
  onClose: () => void;
}

interface Filled {
  organization: number;
  chinese: string;
  meaning: string;
  document?: string;
}

/** How a word is read in one's own place. */
export function TermModal({ target, onClose }: TermModalProps) {
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: ({ organization, chinese, meaning, document = '' }: Filled) =>
      createTerm({
        organization,
        chinese,
        meaning,
        ...(document.trim() === '' ? {} : { basis: { document: document.trim() } }),
      }),
    onSuccess: async () => {
      onClose();
      message.success(words.termSaved);
      await client.invalidateQueries({ queryKey: termsQuery.queryKey });
    },
  });
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.needed(label) }];
  const known = target !== null && target.chinese !== '';
  return (
    <Modal
      open={target !== null}
      title={known ? words.termFor(target.chinese) : words.termAdd}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      <Form<Filled>
        layout="vertical"
        initialValues={{ ...target, organization: me.scope?.id }}
        onFinish={(filled) => save.mutate(filled)}
      >
        <Form.Item name="chinese" label={words.chinese} rules={needed(words.chinese)} hidden={known}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="meaning" label={words.termMeaning} rules={needed(words.termMeaning)}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} />
        </Form.Item>
        <Form.Item
          name="organization"
          label={words.termOrganization}
          rules={[{ required: true, message: words.needed(words.termOrganization) }]}
        >
          <OrganizationSelect known={me.scope === null ? [] : [me.scope]} />
        </Form.Item>
        <Form.Item name="document" label={words.termDocument}>
          <Input maxLength={200} />
        </Form.Item>
        <Wrong error={save.error} />
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {words.save}
        </Button>
      </Form>
    </Modal>
  );
}
