import type { RecordRegister } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { forgetFetched } from '../../api/forget.ts';
import { type Body, createRecord } from '../../api/records.ts';
import { prefill } from './prefill.ts';
import { RecordForm } from './record-form.tsx';
import { registerTitle } from './registers.ts';
import { useStandingChange } from './standing-change.tsx';
import { words } from './words.ts';

const route = getRouteApi('/shell/organizations/$organization/records/$register');

/** The form for a new record; after saving, the list says how the standing moved. */
export function AddDrawer({ organization, register }: { organization: number; register: RecordRegister }) {
  const { add } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const tell = useStandingChange(organization, 'list');
  const close = () => void navigate({ search: (before) => ({ ...before, add: undefined }), replace: true });
  const save = useMutation({
    mutationFn: (body: Body) => createRecord(organization, register, body),
    onSuccess: async (written) => {
      tell({ done: words.saved, standing: written.standing });
      close();
      await forgetFetched(client);
    },
  });
  return (
    <Drawer
      open={add !== undefined}
      onClose={close}
      size="min(680px, 100vw)"
      title={words.addTitle(registerTitle(register))}
      destroyOnHidden
      mask={{ closable: false }}
    >
      <RecordForm
        organization={organization}
        register={register}
        initial={prefill(register, add)}
        busy={save.isPending}
        error={save.error}
        onSave={(body) => save.mutate(body)}
        onCancel={close}
      />
    </Drawer>
  );
}
