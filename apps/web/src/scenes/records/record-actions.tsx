import type { RecordPage, RecordWritten } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Drawer, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { forgetFetched } from '../../api/forget.ts';
import { type Body, correctRecord, withdrawRecord } from '../../api/records.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { filledOf } from './body-of.ts';
import { RecordForm } from './record-form.tsx';
import { isRegister } from './registers.ts';
import { useStandingChange } from './standing-change.tsx';
import { words } from './words.ts';

const route = getRouteApi('/shell/records/$register/$record');

/** Correcting and withdrawing: never erasing, always with a reason. */
export function RecordActions({ page }: { page: RecordPage }) {
  const { record, can } = page;
  if (record.withdrawnAt !== null || !isRegister(record.register)) return null;
  return (
    <>
      {can.includes('correct') || can.includes('record.write') ? <Correct page={page} /> : null}
      {can.includes('withdraw') || can.includes('record.write') ? <Withdraw page={page} /> : null}
    </>
  );
}

function useAfter(page: RecordPage) {
  const client = useQueryClient();
  const tell = useStandingChange(page.organization.id, 'record');
  return async (done: string, written: RecordWritten) => {
    tell({ done, standing: written.standing });
    await forgetFetched(client);
  };
}

function Withdraw({ page }: { page: RecordPage }) {
  const [open, setOpen] = useState(false);
  const after = useAfter(page);
  const { record } = page;
  const withdraw = useMutation({
    mutationFn: ({ reason }: { reason: string }) => withdrawRecord(record.register, record.id, reason.trim()),
    onSuccess: async (written) => {
      setOpen(false);
      await after(words.withdrawnDone, written);
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.withdraw}</Button>
      <Modal
        open={open}
        title={words.withdrawTitle}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <Form layout="vertical" onFinish={withdraw.mutate}>
          <p>{words.withdrawLead}</p>
          <Form.Item
            name="reason"
            label={words.reason}
            rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Wrong error={withdraw.error} />
          <Button danger htmlType="submit" loading={withdraw.isPending}>
            {words.withdraw}
          </Button>
        </Form>
      </Modal>
    </>
  );
}

function Correct({ page }: { page: RecordPage }) {
  const [open, setOpen] = useState(false);
  const navigate = route.useNavigate();
  const after = useAfter(page);
  const { record, organization } = page;
  const correct = useMutation({
    mutationFn: ({ body, reason }: { body: Body; reason: string }) =>
      correctRecord(record.register, record.id, reason, body),
    onSuccess: async (written) => {
      setOpen(false);
      await after(words.corrected, written);
      await navigate({
        params: (before) => ({ ...before, record: String(written.record.id) }),
        replace: true,
      });
    },
  });
  if (!isRegister(record.register)) return null;
  const attended = page.attendance.map((one) => one.person.id);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.correct}</Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size="min(680px, 100vw)"
        title={words.correctTitle}
        destroyOnHidden
      >
        <p className="faint">{words.correctLead}</p>
        <RecordForm
          organization={organization.id}
          register={record.register}
          initial={filledOf(record.register, record, attended)}
          withReason
          busy={correct.isPending}
          error={correct.error}
          onSave={(body, reason) => correct.mutate({ body, reason })}
          onCancel={() => setOpen(false)}
        />
      </Drawer>
    </>
  );
}
