import { useBlocker } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { leaveWords as words } from './words.ts';

/** Asks before unsaved changes are lost, whether one goes to another page or closes the window. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <Modal
      open={blocker.status === 'blocked'}
      title={words.title}
      onCancel={() => blocker.reset?.()}
      footer={[
        <Button key="leave" onClick={() => blocker.proceed?.()}>
          {words.leave}
        </Button>,
        <Button key="stay" type="primary" onClick={() => blocker.reset?.()}>
          {words.stay}
        </Button>,
      ]}
    >
      {words.lead}
    </Modal>
  );
}
