import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { forgetFetched } from '../../api/forget.ts';
import { useMe } from '../../api/me.ts';
import { computeResult } from '../../api/results.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './words.ts';

interface ComputeProps {
  round: number;
  label: string;
  primary?: boolean;
}

/** Computes the result, as of a day; the records of that day are what counts. */
export function Compute({ round, label, primary = false }: ComputeProps) {
  const [open, setOpen] = useState(false);
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const compute = useMutation({
    mutationFn: (filled: { standingAsOf?: string | null }) =>
      computeResult(round, filled.standingAsOf ?? null),
    onSuccess: async () => {
      setOpen(false);
      message.success(words.computed);
      await forgetFetched(client);
    },
  });
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal open={open} title={label} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <Form layout="vertical" onFinish={compute.mutate}>
          {primary ? null : <p className="faint">{words.computeLead}</p>}
          <Form.Item name="standingAsOf" label={words.standingAsOf}>
            <DayField until={me.today} />
          </Form.Item>
          <Wrong error={compute.error} />
          <Button type="primary" htmlType="submit" loading={compute.isPending}>
            {label}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
