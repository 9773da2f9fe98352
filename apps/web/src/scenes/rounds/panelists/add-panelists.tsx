import type { RoundFull, RoundPanelist } from '@hujian/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Segmented, Select } from 'antd';
import { useRef, useState } from 'react';
import { type PanelistFilled, type PanelPerson, panelPeopleQuery } from '../../../api/rounds.ts';
import { OrganizationSelect } from '../../../parts/organization-select.tsx';
import { useDelayed } from '../../../parts/use-delayed.ts';
import { Wrong } from '../../../parts/wrong.tsx';
import { roleTitles } from '../../administration/words.ts';
import { ReasonItem } from './reason-item.tsx';
import { words } from './words.ts';

interface AddProps {
  round: RoundFull;
  rows: readonly RoundPanelist[];
  open: boolean;
  busy: boolean;
  error: unknown;
  onAdd: (added: PanelistFilled[], reason: string | undefined) => void;
  onClose: () => void;
}

/** Several accounts at once, or one person who has none. */
export function AddPanelists(props: AddProps) {
  const [way, setWay] = useState<'account' | 'hand'>('account');
  return (
    <Modal open={props.open} title={words.addTitle} onCancel={props.onClose} footer={null} destroyOnHidden>
      <div className="stack">
        <div>
          <Segmented<'account' | 'hand'>
            aria-label={words.addTitle}
            value={way}
            onChange={setWay}
            options={[
              { value: 'account', label: words.byAccount },
              { value: 'hand', label: words.byHand },
            ]}
          />
        </div>
        {way === 'account' ? <ByAccount {...props} /> : <ByHand {...props} />}
      </div>
    </Modal>
  );
}

const roleOf = (person: PanelPerson): string =>
  roleTitles.find((role) => role.value === person.role)?.label ?? '';

const panelistOf = (person: PanelPerson): PanelistFilled => ({
  name: person.name,
  post: roleOf(person),
  home: person.home?.id ?? null,
  account: person.account,
  part: 'panelist',
  unavailable: [],
});

const labelOf = (person: PanelPerson): string =>
  `${person.name}（${person.home?.name ?? words.homeNone}，${roleOf(person)}）`;

function ByAccount({ round, rows, busy, error, onAdd }: AddProps) {
  const [typed, setTyped] = useState('');
  const q = useDelayed(typed.trim(), 250);
  // The list stays while the next one is on its way: emptied under a finger, it would lose the tap.
  const found = useQuery({
    ...panelPeopleQuery(round.organization.id, q),
    placeholderData: keepPreviousData,
  });
  const [chosen, setChosen] = useState<string[]>([]);
  // Who was found once stays known, also when the next search does not find them.
  const known = useRef(new Map<string, PanelPerson>());
  for (const person of found.data?.rows ?? []) known.current.set(person.account, person);
  const seated = new Set(rows.map((row) => row.account?.id));
  const listed = (found.data?.rows ?? []).filter((person) => !seated.has(person.account));
  const kept = chosen
    .filter((account) => !listed.some((person) => person.account === account))
    .flatMap((account) => known.current.get(account) ?? []);
  const send = ({ reason }: { reason?: string }) =>
    onAdd(chosen.flatMap((account) => known.current.get(account) ?? []).map(panelistOf), reason);
  return (
    <Form<{ reason?: string }> layout="vertical" onFinish={send} className="stack">
      <div className="labelled">
        <span>{words.accounts}</span>
        <Select<string[]>
          mode="multiple"
          aria-label={words.accounts}
          value={chosen}
          onChange={setChosen}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          loading={found.isFetching}
          placeholder={words.accountFind}
          notFoundContent={found.isFetching ? words.accountSearching : words.accountNothing}
          options={[...kept, ...listed].map((person) => ({ value: person.account, label: labelOf(person) }))}
          style={{ width: '100%' }}
        />
        <span className="faint">{words.accountLead}</span>
      </div>
      <ReasonItem round={round} />
      <Wrong error={error ?? found.error} />
      <div>
        <Button type="primary" htmlType="submit" loading={busy} disabled={chosen.length === 0}>
          {words.save}
        </Button>
      </div>
    </Form>
  );
}

interface Filled {
  name: string;
  post?: string;
  home?: number | null;
  reason?: string;
}

function ByHand({ round, busy, error, onAdd }: AddProps) {
  return (
    <Form<Filled>
      layout="vertical"
      onFinish={({ name, post, home, reason }) =>
        onAdd(
          [{ name, post: post ?? '', home: home ?? null, account: null, part: 'panelist', unavailable: [] }],
          reason,
        )
      }
    >
      <Form.Item
        name="name"
        label={words.name}
        extra={words.accountNone}
        rules={[{ required: true, whitespace: true, message: words.needed(words.name) }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="post" label={words.post}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="home" label={words.home} extra={words.homeLead}>
        <OrganizationSelect />
      </Form.Item>
      <ReasonItem round={round} />
      <Wrong error={error} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.save}
      </Button>
    </Form>
  );
}
