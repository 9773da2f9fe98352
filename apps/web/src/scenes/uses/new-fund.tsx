import type { RoundFull } from '@hujian/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { forgetFetched } from '../../api/forget.ts';
import { bandsQuery, createFund, type FundDraft } from '../../api/uses.ts';
import { Empty, Loaded } from '../../parts/states.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import type { BandCount } from './divide.ts';
import { FundPreview } from './fund-preview.tsx';
import { fundWords as words } from './words.ts';

interface Filled {
  title: string;
  total: number;
  shares?: Record<string, number | null>;
  round: number;
  document: string;
  number: string;
  issuer: string;
}

export function NewFund({ round }: { round: RoundFull }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.add}
      </Button>
      <Modal
        open={open}
        title={words.addTitle}
        width={720}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <Ready round={round.id} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

/** A fund is divided by band: without a ranked result there is nothing to divide by. */
function Ready({ round, onDone }: { round: number; onDone: () => void }) {
  const query = useQuery(bandsQuery(round));
  const unranked = <Empty title={words.unranked}>{words.unrankedLead}</Empty>;
  return (
    <Loaded query={query} what={words.fetching}>
      {({ bands, published }) => {
        if (!published) return <Empty title={words.unpublished}>{words.unpublishedLead}</Empty>;
        return bands.length === 0 ? unranked : <FundForm round={round} bands={bands} onDone={onDone} />;
      }}
    </Loaded>
  );
}

interface FundFormProps {
  round: number;
  bands: readonly BandCount[];
  onDone: () => void;
}

const draftOf = ({ title, total, shares, round, document, number, issuer }: Filled): FundDraft => ({
  title,
  total,
  rule: {
    shares: Object.entries(shares ?? {}).flatMap(([band, share]) => (share ? [{ band, share }] : [])),
    round,
  },
  basis: { document, number, issuer },
});

function FundForm({ round, bands, onDone }: FundFormProps) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Filled>();
  const filled = Form.useWatch([], form);
  const save = useMutation({
    mutationFn: (values: Filled) => createFund(round, draftOf(values)),
    onSuccess: async () => {
      onDone();
      message.success(words.created);
      await forgetFetched(client);
    },
  });
  const needed = (label: string) => [{ required: true, message: words.needed(label) }];
  const text = (name: 'title' | 'document' | 'number' | 'issuer', max: number) => (
    <Form.Item name={name} label={words[name]} rules={needed(words[name])}>
      <Input maxLength={max} />
    </Form.Item>
  );
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      initialValues={{ round: 100 }}
      onFinish={(all) => save.mutate(all)}
    >
      <div className="fund-fields">
        {text('title', 80)}
        <Form.Item name="total" label={words.total} rules={needed(words.total)}>
          <InputNumber min={0.01} max={1e11} step={1000} style={{ width: '100%' }} />
        </Form.Item>
        {text('document', 200)}
        {text('number', 80)}
        {text('issuer', 120)}
        <Form.Item name="round" label={words.round} extra={words.roundLead} rules={needed(words.round)}>
          <InputNumber min={1} max={10000} precision={0} suffix={words.roundUnit} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <section className="fund-shares" aria-label={words.shares}>
        <h3>{words.shares}</h3>
        <p className="faint">{words.sharesLead}</p>
        <div className="row">
          {bands.map(({ band, units }) => (
            <Form.Item key={band} name={['shares', band]} label={words.share(band, units)}>
              <InputNumber min={0} max={1000} placeholder="0" />
            </Form.Item>
          ))}
        </div>
      </section>
      <FundPreview total={filled?.total} round={filled?.round} shares={filled?.shares} bands={bands} />
      <Wrong error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {words.create}
      </Button>
    </Form>
  );
}
