import type { EditionRow } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { forgetFetched } from '../../api/forget.ts';
import { adopt } from '../../api/library.ts';
import { useMe } from '../../api/me.ts';
import { DayField } from '../../parts/day-field.tsx';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { BasisFields, type BasisFilled, basisOf } from './basis-fields.tsx';
import { words } from './words.ts';

interface Filled extends BasisFilled {
  organization: number;
  validFrom: string;
}

/** From when a locality judges by an edition, and on what basis. */
export function Adopt({ edition }: { edition: EditionRow }) {
  const [open, setOpen] = useState(false);
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: (filled: Filled) =>
      adopt({
        organization: filled.organization,
        edition: edition.id,
        validFrom: filled.validFrom,
        basis: basisOf(filled),
      }),
    onSuccess: async () => {
      setOpen(false);
      message.success(words.adoptedDone);
      await forgetFetched(client);
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.adopt}</Button>
      <Modal
        open={open}
        title={words.adoptTitle(edition.title)}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <p className="faint">{words.adoptLead}</p>
        <Form<Filled>
          layout="vertical"
          initialValues={{ organization: me.scope?.id, validFrom: me.today }}
          onFinish={(filled) => save.mutate(filled)}
        >
          <Form.Item
            name="organization"
            label={words.organization}
            rules={[{ required: true, message: words.needed(words.organization) }]}
          >
            <OrganizationSelect known={me.scope === null ? [] : [me.scope]} />
          </Form.Item>
          <Form.Item
            name="validFrom"
            label={words.validFrom}
            rules={[{ required: true, message: words.needed(words.validFrom) }]}
          >
            <DayField />
          </Form.Item>
          <BasisFields />
          <Wrong error={save.error} />
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {words.adopt}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
