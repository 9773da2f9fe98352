import type { ClassProposal } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { forgetFetched } from '../../api/forget.ts';
import { useMe } from '../../api/me.ts';
import { decideProposal } from '../../api/uses.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { proposedWords, classWords as words } from './words.ts';

interface Filled {
  reason: string;
  validFrom?: string;
}

interface DecideModalProps {
  proposal: ClassProposal;
  /** undefined: nothing is being decided. */
  accept: boolean | undefined;
  onClose: () => void;
}

function titleOf({ organization, proposed }: ClassProposal, accept: boolean): string {
  if (!accept) return words.declineTitle(organization.name, proposedWords[proposed]);
  if (proposed === 'weak-and-lax') return words.weakTitle(organization.name);
  return words.acceptTitle(organization.name, proposedWords[proposed]);
}

/** A decision is a person's, with a reason; an accepted one also says from which day. */
export function DecideModal({ proposal, accept, onClose }: DecideModalProps) {
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const weak = proposal.proposed === 'weak-and-lax';
  const save = useMutation({
    mutationFn: ({ accept, filled }: { accept: boolean; filled: Filled }) =>
      decideProposal(proposal.id, {
        accept,
        reason: filled.reason.trim(),
        ...(filled.validFrom === undefined ? {} : { validFrom: filled.validFrom }),
      }),
    onSuccess: async () => {
      onClose();
      message.success(words.decided);
      await forgetFetched(client);
    },
  });
  return (
    <Modal
      open={accept !== undefined}
      title={accept === undefined ? '' : titleOf(proposal, accept)}
      footer={null}
      onCancel={onClose}
      afterClose={save.reset}
      destroyOnHidden
    >
      {accept === undefined ? null : (
        <Form<Filled>
          layout="vertical"
          initialValues={{ validFrom: me.today }}
          onFinish={(filled) => save.mutate({ accept, filled })}
        >
          <Form.Item
            name="reason"
            label={words.reason}
            extra={words.reasonLead}
            rules={[{ required: true, whitespace: true, message: words.needed(words.reason) }]}
          >
            <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} />
          </Form.Item>
          {accept ? (
            <Form.Item
              name="validFrom"
              label={weak ? words.foundOn : words.validFrom}
              rules={[{ required: true, message: words.needed(weak ? words.foundOn : words.validFrom) }]}
            >
              <DayField until={weak ? me.today : undefined} />
            </Form.Item>
          ) : null}
          <Wrong error={save.error} />
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {accept ? words.accept : words.decline}
          </Button>
        </Form>
      )}
    </Modal>
  );
}
