import type { ResultFull } from '@hujian/contract';
import { Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { noticeResult } from '../../api/results.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { Sure } from './step-modal.tsx';
import { useResultChange } from './use-result-change.ts';
import { words } from './words.ts';

interface Filled {
  title: string;
  workingDays: number;
  fromDay?: string | null;
  contact: string;
}

/** Puts the result up for everybody to see, with a period in which anybody may object. */
export function NoticeModal({ result }: { result: ResultFull }) {
  const [open, setOpen] = useState(false);
  const me = useMe();
  const close = () => setOpen(false);
  const change = useResultChange({
    save: ({ title, workingDays, fromDay, contact }: Filled) =>
      noticeResult(result.id, {
        version: result.version,
        title: title.trim(),
        workingDays,
        contact: contact.trim(),
        ...(fromDay === undefined || fromDay === null ? {} : { fromDay }),
      }),
    done: words.noticeDone,
    onDone: close,
  });
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.needed(label) }];
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.actions.notice}
      </Button>
      <Modal open={open} title={words.noticeTitle} onCancel={close} footer={null} destroyOnHidden>
        <Form<Filled>
          layout="vertical"
          initialValues={{
            title: words.noticeDefault(result.round.title).slice(0, 80),
            workingDays: 5,
            fromDay: me.today,
          }}
          onFinish={change.mutate}
        >
          <p className="faint">{words.noticeLead}</p>
          <Form.Item name="title" label={words.noticeName} rules={needed(words.noticeName)}>
            <Input maxLength={80} />
          </Form.Item>
          <div className="result-fields">
            <Form.Item
              name="workingDays"
              label={words.noticeDays}
              rules={[{ required: true, message: words.needed(words.noticeDays) }]}
            >
              <InputNumber min={3} max={30} precision={0} />
            </Form.Item>
            <Form.Item name="fromDay" label={words.noticeFrom}>
              <DayField />
            </Form.Item>
          </div>
          <p className="faint">{words.noticeDaysLead}</p>
          <Form.Item
            name="contact"
            label={words.noticeContact}
            extra={words.noticeContactLead}
            rules={needed(words.noticeContact)}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Sure label={words.sure.notice} />
          <Wrong error={change.error} />
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {words.actions.notice}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
