import type { RoundFull, RoundPanelist } from '@hujian/contract';
import { Button, Form, Modal } from 'antd';
import { ReasonItem } from './reason-item.tsx';
import { words } from './words.ts';

interface RemoveProps {
  round: RoundFull;
  panelist: RoundPanelist | null;
  busy: boolean;
  onRemove: (id: number, reason: string | undefined) => void;
  onClose: () => void;
}

export function RemovePanelist({ round, panelist, busy, onRemove, onClose }: RemoveProps) {
  return (
    <Modal
      open={panelist !== null}
      title={panelist === null ? '' : words.removeAsk(panelist.name)}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      {panelist === null ? null : (
        <Form<{ reason?: string }> layout="vertical" onFinish={({ reason }) => onRemove(panelist.id, reason)}>
          <p>{words.removeLead}</p>
          <ReasonItem round={round} />
          <div className="row">
            <Button type="primary" htmlType="submit" loading={busy}>
              {words.remove}
            </Button>
            <Button onClick={onClose}>{words.discard}</Button>
          </div>
        </Form>
      )}
    </Modal>
  );
}
