import type { Fund } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { forgetFetched } from '../../api/forget.ts';
import { useMe } from '../../api/me.ts';
import { pay, withdrawPayment } from '../../api/uses.ts';
import { DayField } from '../../parts/day-field.tsx';
import { day } from '../../parts/words.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { cents, money } from './divide.ts';
import type { FundLine } from './use-line-edits.ts';
import { fundWords as words } from './words.ts';

type Paid = FundLine['payments'][number];

interface PaymentsProps {
  fund: Fund;
  line: FundLine;
}

/** What one organization was paid: a withdrawn payment stays in the ledger and counts for nothing. */
export function Payments({ fund, line }: PaymentsProps) {
  const pays = fund.can.includes('fund.pay');
  return (
    <>
      <ul className="plain-list">
        {line.payments.map((payment) => (
          <li key={payment.id} className="row">
            <span className={payment.withdrawn ? 'fund-withdrawn' : undefined}>
              {day(payment.paidOn)}　{money(payment.amount)}　{words.voucher} {payment.voucher}
            </span>
            <span className="faint">
              {words.payBy(payment.by)}
              {payment.note === '' ? '' : `　${payment.note}`}
            </span>
            {payment.withdrawn ? <span className="uses-state">{words.withdrawn}</span> : null}
            {pays && !payment.withdrawn ? <Withdraw payment={payment} /> : null}
          </li>
        ))}
      </ul>
      <div className="row">
        <span className="faint">
          {words.unpaid} {money(cents(line.amount - line.paid))}
        </span>
        {pays ? <Pay fund={fund} line={line} /> : null}
      </div>
    </>
  );
}

interface PayFilled {
  paidOn: string;
  amount: number;
  voucher: string;
  note?: string;
}

function Pay({ fund, line }: PaymentsProps) {
  const [open, setOpen] = useState(false);
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: ({ note = '', ...filled }: PayFilled) => pay(fund.id, { ...filled, note, line: line.id }),
    onSuccess: async () => {
      setOpen(false);
      message.success(words.payDone);
      await forgetFetched(client);
    },
  });
  const needed = (label: string) => [{ required: true, message: words.needed(label) }];
  const left = cents(line.amount - line.paid);
  return (
    <>
      <Button size="small" disabled={left <= 0} onClick={() => setOpen(true)}>
        {words.pay}
      </Button>
      <Modal
        open={open}
        title={words.payTitle(line.organization.name)}
        footer={null}
        onCancel={() => setOpen(false)}
        afterClose={save.reset}
        destroyOnHidden
      >
        <Form<PayFilled>
          layout="vertical"
          initialValues={{ paidOn: me.today, amount: left }}
          onFinish={(filled) => save.mutate(filled)}
        >
          <Form.Item name="paidOn" label={words.paidOn} rules={needed(words.paidOn)}>
            <DayField until={me.today} />
          </Form.Item>
          <Form.Item name="amount" label={words.payAmount} rules={needed(words.payAmount)}>
            <InputNumber min={0.01} max={left} style={{ width: 200 }} />
          </Form.Item>
          <Form.Item name="voucher" label={words.voucher} rules={needed(words.voucher)}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="note" label={words.payNote}>
            <Input maxLength={200} />
          </Form.Item>
          <Wrong error={save.error} />
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {words.confirm}
          </Button>
        </Form>
      </Modal>
    </>
  );
}

function Withdraw({ payment }: { payment: Paid }) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: ({ reason }: { reason: string }) => withdrawPayment(payment.id, reason),
    onSuccess: async () => {
      setOpen(false);
      message.success(words.withdrawDone);
      await forgetFetched(client);
    },
  });
  const rules = [{ required: true, whitespace: true, message: words.needed(words.withdrawReason) }];
  return (
    <>
      <button type="button" className="as-link" onClick={() => setOpen(true)}>
        {words.withdraw}
      </button>
      <Modal
        open={open}
        title={words.withdrawTitle}
        footer={null}
        onCancel={() => setOpen(false)}
        afterClose={save.reset}
        destroyOnHidden
      >
        <p className="faint">{words.withdrawLead}</p>
        <Form<{ reason: string }> layout="vertical" onFinish={(filled) => save.mutate(filled)}>
          <Form.Item name="reason" label={words.withdrawReason} rules={rules}>
            <Input maxLength={200} />
          </Form.Item>
          <Wrong error={save.error} />
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {words.withdraw}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
