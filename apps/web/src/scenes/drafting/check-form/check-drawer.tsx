import type { Draft } from '@hujian/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useMemo, useState } from 'react';
import { Problem } from '../../../api/door.ts';
import { Wrong } from '../../../parts/wrong.tsx';
import type { CheckTarget } from '../items/items-tab.tsx';
import type { Decisions } from '../use-decisions.ts';
import { itemsOf } from '../work.ts';
import { NamedNumbers } from './amount-field.tsx';
import { CheckForm } from './check-form.tsx';
import { FieldErrors } from './field.tsx';
import { findMissing, withoutEmpty } from './find-missing.ts';
import type { Source } from './source.ts';
import { Tried } from './tried.tsx';
import { useTrial } from './use-trial.ts';
import { plainly, words } from './words.ts';
import './check-form.css';

interface CheckDrawerProps {
  draft: Draft;
  decisions: Decisions;
  target: CheckTarget | null;
  onClose: () => void;
}

/** The form in which a person builds a check: fields on the left, what they mean and give on the right. */
export function CheckDrawer({ draft, decisions, target, onClose }: CheckDrawerProps) {
  return (
    <Drawer
      open={target !== null}
      onClose={onClose}
      size="min(1120px, 100vw)"
      title={target?.proposal === null ? words.add : words.change}
      destroyOnHidden
      mask={{ closable: false }}
      className="check-drawer"
    >
      {target === null ? null : (
        <Building draft={draft} decisions={decisions} target={target} onClose={onClose} />
      )}
    </Drawer>
  );
}

function Building({ draft, decisions, target, onClose }: CheckDrawerProps & { target: CheckTarget }) {
  const item = itemsOf(draft.work).find((one) => one.key === target.item);
  const proposal = item?.proposals.find((one) => one.id === target.proposal);
  const [source, setSource] = useState<Source>(proposal?.check ?? {});
  const [tried, setTried] = useState(false);
  const ready = useMemo(() => withoutEmpty(source) as Source, [source]);
  const missing = findMissing(source);
  const trial = useTrial(draft, target.item, ready, missing.length === 0);
  const save = useMutation({
    mutationFn: () =>
      decisions.send(
        proposal === undefined
          ? { do: 'add-check', item: target.item, check: { ...ready } }
          : { do: 'change-check', item: target.item, proposal: proposal.id, check: { ...ready } },
      ),
    onSuccess: onClose,
  });
  const change = (next: Source) => {
    setSource(next);
    // What was refused is not what stands in the form any more.
    save.reset();
  };
  const refused = save.error instanceof Problem ? save.error.issues : [];
  const said = [...(trial.result?.errors ?? []), ...refused].map(({ path, message }) => ({
    path: path.startsWith('check.') ? path.slice('check.'.length) : path,
    message: plainly(message),
  }));
  const errors = missing.length > 0 ? (tried ? missing : []) : said;
  const whole = errors.filter(({ path }) => path === '');
  const submit = () => {
    setTried(true);
    if (missing.length === 0) save.mutate();
  };
  const parameters = Object.entries(draft.work.parameters).map(([name, one]) => ({
    name,
    title: one.title,
    unit: one.unit,
    value: one.values.at(-1)?.value ?? 0,
  }));
  return (
    <NamedNumbers value={parameters}>
      <FieldErrors value={errors}>
        <div className="check-two">
          <div>
            {proposal === undefined || proposal.words === '' ? null : (
              <p className="check-from">
                <span className="faint">{words.from}：</span>
                <q>{proposal.words}</q>
                {proposal.movement === undefined ? null : <q>{proposal.movement}</q>}
              </p>
            )}
            <CheckForm source={source} onChange={change} />
            {whole.map(({ message }) => (
              <p key={message} className="draft-wrong" role="alert">
                {message}
              </p>
            ))}
            {save.error !== null && refused.length === 0 ? <Wrong error={save.error} /> : null}
            {tried && errors.length > 0 ? <Wrong error={words.notYet} /> : null}
            <div className="row check-buttons">
              <Button type="primary" loading={save.isPending} onClick={submit}>
                {words.save}
              </Button>
              <Button onClick={onClose}>{words.cancel}</Button>
            </div>
          </div>
          <Tried trial={trial} ready={missing.length === 0} />
        </div>
      </FieldErrors>
    </NamedNumbers>
  );
}
