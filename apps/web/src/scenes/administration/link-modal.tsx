import { App, Button, Modal } from 'antd';
import type { AccountLink } from '../../api/administration.ts';
import { moment } from '../../parts/words.ts';
import { words } from './words.ts';

/** A one-time link, shown once. */
export function LinkModal({ link, onClose }: { link: AccountLink | null; onClose: () => void }) {
  const { message } = App.useApp();
  const address = link === null ? '' : new URL(link.path, location.origin).href;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    message.success(words.copied);
  };
  return (
    <Modal open={link !== null} title={words.linkTitle} onCancel={onClose} footer={null}>
      {link === null ? null : (
        <>
          <p>{words.linkLead(link.account.name, moment(link.expiresAt))}</p>
          <code className="one-time">{address}</code>
          <Button type="primary" onClick={() => void copy()}>
            {words.copy}
          </Button>
        </>
      )}
    </Modal>
  );
}
