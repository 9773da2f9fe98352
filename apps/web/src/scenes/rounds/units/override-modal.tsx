import type { RoundFull, RoundUnit } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { chooseUnits, renewRound } from '../../../api/rounds.ts';
import { Wrong } from '../../../parts/wrong.tsx';
import { words } from './words.ts';

interface OverrideProps {
  round: RoundFull;
  units: readonly RoundUnit[];
  /** What they become; null: nothing is asked. */
  chosen: boolean | null;
  onClose: (done: boolean) => void;
}

/** A person decides otherwise than the rule, and says why. */
export function OverrideModal({ round, units, chosen, onClose }: OverrideProps) {
  return (
    <Modal
      open={chosen !== null}
      title={chosen === null ? '' : words.overrideTitle(units.length, chosen)}
      onCancel={() => onClose(false)}
      footer={null}
      destroyOnHidden
    >
      {chosen === null ? null : <Ask round={round} units={units} chosen={chosen} onClose={onClose} />}
    </Modal>
  );
}

function Ask({ round, units, chosen, onClose }: OverrideProps & { chosen: boolean }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      chooseUnits(
        round.id,
        round.version,
        units.map((unit) => ({ organization: unit.organization.id, chosen, reason })),
      ),
    onSuccess: async () => {
      await renewRound(client, round.id);
      message.success(words.saved);
      onClose(true);
    },
  });
  return (
    <Form<{ reason: string }> layout="vertical" onFinish={(filled) => save.mutate(filled)}>
      <p>{units.map((unit) => unit.organization.name).join('、')}</p>
      <Form.Item
        name="reason"
        label={words.reason}
        extra={words.overrideLead}
        rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
      >
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
      <Wrong error={save.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {words.save}
        </Button>
        <Button onClick={() => onClose(false)}>{words.discard}</Button>
      </div>
    </Form>
  );
}
