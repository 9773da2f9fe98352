import type { PlannedVisit, RoundFull } from '@hujian/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal, Popconfirm, Select } from 'antd';
import { changeVisit, panelistsQuery, renewRound, type VisitChange } from '../../../api/rounds.ts';
import { DayField } from '../../../parts/day-field.tsx';
import { Wrong } from '../../../parts/wrong.tsx';
import { words } from './words.ts';

interface VisitModalProps {
  round: RoundFull;
  visit: PlannedVisit | null;
  onClose: () => void;
}

/** A visit is moved, judged by others, or called off: each with its reason. */
export function VisitModal({ round, visit, onClose }: VisitModalProps) {
  return (
    <Modal
      open={visit !== null}
      title={visit === null ? '' : words.changeTitle(visit.organization.name)}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      {visit === null ? null : <Change round={round} visit={visit} onClose={onClose} />}
    </Modal>
  );
}

interface Filled {
  on: string;
  route: number;
  turn: number;
  panelists: number[];
  reason: string;
}

const sameSeats = (visit: PlannedVisit, chosen: readonly number[]): boolean =>
  visit.seats.length === chosen.length && visit.seats.every((seat) => chosen.includes(seat.panelist));

/** Only what was really changed is sent. */
function changeOf(visit: PlannedVisit, filled: Filled): VisitChange {
  return {
    ...(filled.on === visit.on ? {} : { on: filled.on }),
    ...(filled.route === visit.route ? {} : { route: filled.route }),
    ...(filled.turn === visit.turn ? {} : { turn: filled.turn }),
    ...(sameSeats(visit, filled.panelists) ? {} : { panelists: filled.panelists }),
    reason: filled.reason.trim(),
  };
}

function Change({ round, visit, onClose }: { round: RoundFull; visit: PlannedVisit; onClose: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Filled>();
  const people = useQuery(panelistsQuery(round.id)).data?.rows ?? [];
  const save = useMutation({
    mutationFn: (body: VisitChange) => changeVisit(round.id, visit.id, body),
    onSuccess: async (_, body) => {
      await renewRound(client, round.id);
      message.success(body.cancel === true ? words.cancelled : words.saved);
      onClose();
    },
  });
  const cancel = async () => {
    const found = await form.validateFields(['reason']).catch(() => null);
    if (found !== null) save.mutate({ cancel: true, reason: found.reason.trim() });
  };
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      initialValues={{
        on: visit.on,
        route: visit.route,
        turn: visit.turn,
        panelists: visit.seats.map((seat) => seat.panelist),
        reason: '',
      }}
      onFinish={(filled) => save.mutate(changeOf(visit, filled))}
    >
      <div className="round-fields visit-fields">
        <Form.Item name="on" label={words.on} extra={words.onLead}>
          <DayField clearable={false} />
        </Form.Item>
        <Form.Item name="route" label={words.route} rules={[{ required: true }]}>
          <InputNumber<number> min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="turn" label={words.turn} rules={[{ required: true }]}>
          <InputNumber<number> min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item
        name="panelists"
        label={words.panelists}
        rules={[{ type: 'array', required: true, min: 1, message: words.panelistsNeeded }]}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map((one) => ({
            value: one.id,
            label: one.home === null ? one.name : `${one.name}（${one.home.name}）`,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={words.reason}
        extra={round.state === 'published' ? words.reasonPublished : undefined}
        rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <Wrong error={save.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {words.save}
        </Button>
        <Popconfirm title={words.cancelAsk} onConfirm={() => void cancel()}>
          <Button danger disabled={save.isPending}>
            {words.cancelVisit}
          </Button>
        </Popconfirm>
        <Button onClick={onClose}>{words.discard}</Button>
      </div>
    </Form>
  );
}
