import type { BallotRow } from '@hujian/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { makeSlips } from '../../api/results.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { SlipSheets } from './slip-sheets.tsx';
import { words } from './words.ts';

/** Makes the slips and shows them once: their tokens are kept nowhere. */
export function PrintSlips({ ballot }: { ballot: BallotRow }) {
  const [open, setOpen] = useState(false);
  const make = useMutation({
    mutationFn: () => makeSlips(ballot.id),
    onSuccess: () => setOpen(false),
    // Tokens leave the memory with the sheets.
    gcTime: 0,
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.print}
      </Button>
      <Modal
        open={open}
        title={words.printTitle}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <p>{words.printLead}</p>
        <Wrong error={make.error} />
        <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
          {words.printSure}
        </Button>
      </Modal>
      {make.data === undefined ? null : (
        <SlipSheets ballot={ballot} slips={make.data.slips} onClose={() => make.reset()} />
      )}
    </>
  );
}
