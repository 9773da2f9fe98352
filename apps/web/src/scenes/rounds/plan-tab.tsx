import type { PlanParts, RoundFull } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { changeRound, renewRound, roundQuery } from '../../api/rounds.ts';
import { Section } from '../../parts/page.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { Changes } from './changes.tsx';
import { PlanFacts } from './plan-facts.tsx';
import { PlanItems } from './plan-items.tsx';
import { words } from './plan-words.ts';

const names = Object.keys(words.names) as (keyof PlanParts)[];

/** The plan as a document: six parts, then by what it is judged. */
export function PlanTab({ round }: { round: RoundFull }) {
  const [editing, setEditing] = useState(false);
  const open = round.can.includes('round.manage') && ['draft', 'published'].includes(round.state);
  return (
    <>
      <Section
        title={words.parts}
        extra={
          open && !editing ? (
            <Button size="small" onClick={() => setEditing(true)}>
              {words.edit}
            </Button>
          ) : undefined
        }
      >
        {editing ? <Write round={round} onDone={() => setEditing(false)} /> : <Read parts={round.parts} />}
      </Section>
      <PlanFacts round={round} open={open} />
      <PlanItems round={round} />
      {round.state === 'draft' ? null : <Changes round={round} />}
    </>
  );
}

function Read({ parts }: { parts: PlanParts }) {
  return (
    <div className="plan-parts">
      {names.map((name) => (
        <section key={name}>
          <h3>{words.names[name]}</h3>
          {parts[name].trim() === '' ? (
            <p className="faint">{words.partEmpty}</p>
          ) : (
            <p className="plan-text">{parts[name]}</p>
          )}
        </section>
      ))}
    </div>
  );
}

function Write({ round, onDone }: { round: RoundFull; onDone: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const published = round.state === 'published';
  const save = useMutation({
    mutationFn: ({ reason, ...parts }: PlanParts & { reason?: string }) =>
      changeRound(round.id, { version: round.version, parts, ...(published ? { reason } : {}) }),
    onSuccess: async (after) => {
      onDone();
      message.success(words.saved);
      client.setQueryData(roundQuery(round.id).queryKey, after);
      await renewRound(client, round.id);
    },
  });
  return (
    <Form<PlanParts & { reason?: string }>
      layout="vertical"
      initialValues={round.parts}
      onFinish={(filled) => save.mutate(filled)}
      className="plan-write"
    >
      {names.map((name) => (
        <Form.Item key={name} name={name} label={words.names[name]}>
          <Input.TextArea maxLength={4000} autoSize={{ minRows: 3, maxRows: 16 }} />
        </Form.Item>
      ))}
      {published ? (
        <Form.Item
          name="reason"
          label={words.reason}
          extra={words.reasonLead}
          rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
        >
          <Input maxLength={300} />
        </Form.Item>
      ) : null}
      <Wrong error={save.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.discard}</Button>
      </div>
    </Form>
  );
}
