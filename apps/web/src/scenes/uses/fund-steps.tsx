import type { Fund } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { forgetFetched } from '../../api/forget.ts';
import { useMe } from '../../api/me.ts';
import { type FundStep, stepFund } from '../../api/uses.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { fundWords as words } from './words.ts';

interface FundStepsProps {
  fund: Fund;
  /** Changes of amounts are not saved yet. */
  waits: boolean;
  over: boolean;
}

/** What can be done with the fund now; to whoever made it, why he cannot approve it himself. */
export function FundSteps({ fund, waits, over }: FundStepsProps) {
  const me = useMe();
  const [step, setStep] = useState<FundStep>();
  const can = (name: FundStep) => fund.can.includes(`fund.${name}`);
  const told = fund.state === 'submitted' && !can('approve');
  return (
    <div className="row">
      {can('submit') ? (
        <Button type="primary" disabled={waits || over} onClick={() => setStep('submit')}>
          {words.submit}
        </Button>
      ) : null}
      {can('approve') ? (
        <Button type="primary" onClick={() => setStep('approve')}>
          {words.approve}
        </Button>
      ) : null}
      {can('return') ? <Button onClick={() => setStep('return')}>{words.return}</Button> : null}
      {told ? (
        <span className="faint" role="note">
          {fund.by === me.account.name ? words.ownFund : words.waitingFor}
        </span>
      ) : null}
      <StepModal fund={fund} step={step} onClose={() => setStep(undefined)} />
    </div>
  );
}

function StepModal({ fund, step, onClose }: { fund: Fund; step: FundStep | undefined; onClose: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: ({ step, note }: { step: FundStep; note: string }) => stepFund(fund.id, step, note),
    onSuccess: async (_, done) => {
      onClose();
      message.success(words.stepDone[done.step]);
      await forgetFetched(client);
    },
  });
  const rules =
    step === 'return' ? [{ required: true, whitespace: true, message: words.needed(words.stepNote) }] : [];
  return (
    <Modal
      open={step !== undefined}
      title={step === undefined ? '' : `${words.steps[step]}：${fund.title}`}
      footer={null}
      onCancel={onClose}
      afterClose={save.reset}
      destroyOnHidden
    >
      {step === undefined ? null : (
        <Form<{ note?: string }>
          layout="vertical"
          onFinish={({ note = '' }) => save.mutate({ step, note: note.trim() })}
        >
          <p>{words.stepAsk[step]}</p>
          {step === 'submit' ? null : (
            <Form.Item
              name="note"
              label={words.stepNote}
              rules={rules}
              {...(step === 'approve' ? { extra: words.stepNoteLead } : {})}
            >
              <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
            </Form.Item>
          )}
          <Wrong error={save.error} />
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {words.steps[step]}
          </Button>
        </Form>
      )}
    </Modal>
  );
}
