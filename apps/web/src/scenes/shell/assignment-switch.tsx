import type { Me } from '@hujian/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Select } from 'antd';
import { useState } from 'react';
import { meQuery, takeAssignment } from '../../api/me.ts';
import { words } from './words.ts';

type Assignment = Me['assignments'][number];

const titleOf = (one: Assignment) =>
  one.organization === null ? one.roleTitle : `${one.roleTitle} · ${one.organization.name}`;

/** In which capacity one works; changing it fetches everything anew. */
export function AssignmentSwitch({ me }: { me: Me }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const active = me.assignments.find((one) => one.id === me.active);
  if (me.assignments.length < 2) {
    return <span className="assignment-one">{active === undefined ? '' : titleOf(active)}</span>;
  }
  const change = async (id: number) => {
    setBusy(true);
    try {
      const next = await takeAssignment(id);
      await navigate({ to: '/' });
      client.clear();
      client.setQueryData(meQuery.queryKey, next);
      const taken = next.assignments.find((one) => one.id === next.active);
      if (taken !== undefined) message.success(words.switched(titleOf(taken)));
    } catch (failure) {
      message.error(failure instanceof Error ? failure.message : String(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Select<number>
      className="assignment-switch"
      aria-label={words.switchLabel}
      {...(me.active === null ? {} : { value: me.active })}
      loading={busy}
      options={me.assignments.map((one) => ({ value: one.id, label: titleOf(one) }))}
      onChange={(id) => void change(id)}
      popupMatchSelectWidth={false}
    />
  );
}
