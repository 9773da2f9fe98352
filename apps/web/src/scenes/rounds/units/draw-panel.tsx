import type { DrawShown, RoundFull } from '@hujian/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Popconfirm } from 'antd';
import { commitDraw, type DrawFilled, drawQuery, renewRound, tellDraw } from '../../../api/rounds.ts';
import { Section } from '../../../parts/page.tsx';
import { Loaded } from '../../../parts/states.tsx';
import { Wrong } from '../../../parts/wrong.tsx';
import { DrawFacts } from './draw-facts.tsx';
import { words } from './words.ts';

/** A draw that anybody can check: first the seal, then the seed. */
export function DrawPanel({ round }: { round: RoundFull }) {
  const query = useQuery(drawQuery(round.id));
  const open = round.state === 'draft' && round.can.includes('round.manage');
  return (
    <Section title={words.draw}>
      <Loaded query={query} what={words.drawFetching} rows={3}>
        {(draw) => (
          <>
            {draw === null ? null : <DrawFacts draw={draw} />}
            {draw === null && open ? <Commit round={round} /> : null}
            {draw !== null && draw.drawnAt === null && open ? <Tell round={round} draw={draw} /> : null}
            {draw === null && !open ? <p className="faint">{words.drawLead}</p> : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function useDrawn(round: RoundFull) {
  const client = useQueryClient();
  return async (draw: DrawShown) => {
    client.setQueryData(drawQuery(round.id).queryKey, draw);
    await renewRound(client, round.id);
  };
}

function Commit({ round }: { round: RoundFull }) {
  const { message } = App.useApp();
  const onDrawn = useDrawn(round);
  const [form] = Form.useForm<Omit<DrawFilled, 'version'>>();
  const commit = useMutation({
    mutationFn: (filled: Omit<DrawFilled, 'version'>) =>
      commitDraw(round.id, {
        version: round.version,
        count: filled.count,
        every: filled.every ?? null,
        beaconRule: filled.beaconRule.trim(),
      }),
    onSuccess: async (draw) => {
      message.success(words.committed);
      await onDrawn(draw);
    },
  });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{
        count: round.setting.count ?? round.units,
        every: round.setting.every,
        beaconRule: '',
      }}
      onFinish={(filled) => commit.mutate(filled)}
    >
      <p className="faint">{words.drawLead}</p>
      <div className="round-fields round-fields-narrow">
        <Form.Item name="count" label={words.drawCount} rules={[{ required: true }]}>
          <InputNumber<number>
            min={1}
            max={round.units}
            precision={0}
            suffix="个"
            style={{ width: '100%' }}
          />
        </Form.Item>
        <Form.Item name="every" label={words.drawEvery} extra={words.drawEveryLead}>
          <InputNumber<number> min={1} max={20} precision={0} suffix="轮" style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="beaconRule" label={words.drawBeacon} extra={words.drawBeaconLead}>
        <Input maxLength={300} />
      </Form.Item>
      <Wrong error={commit.error} />
      <Popconfirm title={words.commitAsk} onConfirm={() => form.submit()}>
        <Button type="primary" loading={commit.isPending}>
          {words.commit}
        </Button>
      </Popconfirm>
    </Form>
  );
}

function Tell({ round, draw }: { round: RoundFull; draw: DrawShown }) {
  const { message } = App.useApp();
  const onDrawn = useDrawn(round);
  const [form] = Form.useForm<{ beacon: string }>();
  const tell = useMutation({
    mutationFn: ({ beacon }: { beacon: string }) => tellDraw(round.id, beacon.trim()),
    onSuccess: async (after) => {
      message.success(words.drawn);
      await onDrawn(after);
    },
  });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ beacon: '' }}
      onFinish={(filled) => tell.mutate(filled)}
    >
      {draw.beaconRule === '' ? (
        <Form.Item name="beacon" hidden>
          <Input />
        </Form.Item>
      ) : (
        <Form.Item
          name="beacon"
          label={words.beacon}
          extra={draw.beaconRule}
          rules={[{ required: true, whitespace: true, message: words.beaconNeeded }]}
          className="round-find"
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
      <Wrong error={tell.error} />
      <Popconfirm title={words.tellAsk} onConfirm={() => form.submit()}>
        <Button type="primary" loading={tell.isPending}>
          {words.tell}
        </Button>
      </Popconfirm>
    </Form>
  );
}
