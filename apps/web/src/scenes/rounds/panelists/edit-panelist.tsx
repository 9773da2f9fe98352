import type { RoundFull, RoundPanelist } from '@hujian/contract';
import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import type { PanelistFilled } from '../../../api/rounds.ts';
import { OrganizationSelect } from '../../../parts/organization-select.tsx';
import { Wrong } from '../../../parts/wrong.tsx';
import { shortDay } from '../bits.tsx';
import { words as roundWords } from '../words.ts';
import { ReasonItem } from './reason-item.tsx';
import { words } from './words.ts';

interface EditProps {
  round: RoundFull;
  panelist: RoundPanelist | null;
  busy: boolean;
  error: unknown;
  onSave: (filled: PanelistFilled, reason: string | undefined) => void;
  onClose: () => void;
}

type Filled = Omit<PanelistFilled, 'id' | 'account'> & { reason?: string };

export function EditPanelist({ round, panelist, busy, error, onSave, onClose }: EditProps) {
  return (
    <Modal
      open={panelist !== null}
      title={panelist === null ? '' : words.editTitle(panelist.name)}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      {panelist === null ? null : (
        <Form<Filled>
          layout="vertical"
          initialValues={{ ...panelist, home: panelist.home?.id ?? null }}
          onFinish={({ reason, ...filled }) =>
            onSave({ ...filled, id: panelist.id, account: panelist.account?.id ?? null }, reason)
          }
        >
          <Form.Item
            name="name"
            label={words.name}
            rules={[{ required: true, whitespace: true, message: words.needed(words.name) }]}
          >
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="post" label={words.post}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="part" label={words.part}>
            <Radio.Group
              options={(['leader', 'panelist', 'recorder', 'liaison'] as const).map((value) => ({
                value,
                label: roundWords.parts[value],
              }))}
            />
          </Form.Item>
          <Form.Item name="home" label={words.home} extra={words.homeLead}>
            <OrganizationSelect known={panelist.home === null ? [] : [panelist.home]} />
          </Form.Item>
          <Form.Item name="unavailable" label={words.unavailable}>
            <Select
              mode="multiple"
              placeholder={words.unavailableNone}
              options={round.setting.days.map((day) => ({ value: day, label: shortDay(day) }))}
            />
          </Form.Item>
          <ReasonItem round={round} />
          <Wrong error={error} />
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.save}
          </Button>
        </Form>
      )}
    </Modal>
  );
}
