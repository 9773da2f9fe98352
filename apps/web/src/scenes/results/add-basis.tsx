import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { forgetFetched } from '../../api/forget.ts';
import { useMe } from '../../api/me.ts';
import { type BasisBody, createBasis } from '../../api/results.ts';
import { DayField } from '../../parts/day-field.tsx';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './words.ts';

/** Puts the document on file that allows a ranking, for whom and until when. */
export function AddBasis({ organization }: { organization: number | null }) {
  const [open, setOpen] = useState(false);
  const me = useMe();
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: (filled: BasisBody) =>
      createBasis({
        ...filled,
        document: filled.document.trim(),
        number: filled.number.trim(),
        issuer: filled.issuer.trim(),
      }),
    onSuccess: async () => {
      setOpen(false);
      message.success(words.basisSaved);
      await forgetFetched(client);
    },
  });
  const text = (name: 'document' | 'number' | 'issuer', label: string, maxLength: number) => (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, whitespace: true, message: words.needed(label) }]}
    >
      <Input maxLength={maxLength} />
    </Form.Item>
  );
  const days = (name: 'issuedOn' | 'validUntil', label: string) => (
    <Form.Item name={name} label={label} rules={[{ required: true, message: words.needed(label) }]}>
      <DayField />
    </Form.Item>
  );
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.basisAdd}
      </Button>
      <Modal open={open} title={words.basisAdd} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <Form<BasisBody>
          layout="vertical"
          initialValues={{ organization: organization ?? me.scope?.id }}
          onFinish={(filled) => save.mutate(filled)}
        >
          <Form.Item
            name="organization"
            label={words.basisOrganization}
            rules={[{ required: true, message: words.needed(words.basisOrganization) }]}
          >
            <OrganizationSelect known={me.scope === null ? [] : [me.scope]} />
          </Form.Item>
          {text('document', words.basisDocument, 200)}
          {text('number', words.basisNumber, 80)}
          {text('issuer', words.basisIssuer, 120)}
          <div className="result-fields">
            {days('issuedOn', words.basisIssuedOn)}
            {days('validUntil', words.basisValidUntil)}
          </div>
          <Wrong error={save.error} />
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {words.basisSave}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
