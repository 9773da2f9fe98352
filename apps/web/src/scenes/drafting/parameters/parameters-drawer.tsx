import type { Draft } from '@hujian/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Drawer, Popconfirm } from 'antd';
import { useState } from 'react';
import { basisText } from '../../../parts/basis.tsx';
import { Empty } from '../../../parts/states.tsx';
import { amount, day } from '../../../parts/words.ts';
import { Wrong } from '../../../parts/wrong.tsx';
import type { Decisions } from '../use-decisions.ts';
import { words } from '../words.ts';
import { itemsOf } from '../work.ts';
import { ParameterForm } from './parameter-form.tsx';

interface ParametersDrawerProps {
  draft: Draft;
  decisions: Decisions;
  writable: boolean;
  open: boolean;
  onClose: () => void;
}

/** The numbers of the draft, each with its basis and the way in which localities may tighten it. */
export function ParametersDrawer({ draft, decisions, writable, open, onClose }: ParametersDrawerProps) {
  // '' is a new one.
  const [changing, setChanging] = useState<string | null>(null);
  const { parameters } = draft.work;
  const names = Object.keys(parameters);
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size="min(860px, 100vw)"
      title={words.parametersTitle}
      destroyOnHidden
      extra={writable ? <Button onClick={() => setChanging('')}>{words.parameterAdd}</Button> : null}
    >
      <p className="faint">{words.parametersLead}</p>
      {changing === null ? null : (
        <ParameterForm
          key={changing}
          name={changing === '' ? freeName(names) : changing}
          before={parameters[changing]}
          decisions={decisions}
          onClose={() => setChanging(null)}
        />
      )}
      {names.length === 0 ? (
        <Empty title={words.parametersNone}>{words.parametersNoneLead}</Empty>
      ) : (
        <ul className="plain-list parameter-list">
          {names.map((name) => (
            <Line
              key={name}
              draft={draft}
              name={name}
              decisions={decisions}
              writable={writable}
              onChange={() => setChanging(name)}
            />
          ))}
        </ul>
      )}
    </Drawer>
  );
}

/** A name that no parameter has; nobody reads it. */
function freeName(taken: readonly string[]): string {
  let n = 1;
  while (taken.includes(`number${n}`)) n += 1;
  return `number${n}`;
}

interface LineProps {
  draft: Draft;
  name: string;
  decisions: Decisions;
  writable: boolean;
  onChange: () => void;
}

function Line({ draft, name, decisions, writable, onChange }: LineProps) {
  const parameter = draft.work.parameters[name];
  const remove = useMutation({
    mutationFn: () => decisions.send({ do: 'remove-parameter', name }),
  });
  if (parameter === undefined) return null;
  const users = itemsOf(draft.work).filter((item) =>
    item.proposals.some(({ check }) => check !== null && JSON.stringify(check).includes(`"${name}"`)),
  );
  return (
    <li>
      <div className="parameter-head">
        <strong>{parameter.title}</strong>
        <span className="faint">{words.tightens[parameter.tighten]}</span>
        {writable ? (
          <span className="row push-right">
            <button type="button" className="as-link" onClick={onChange}>
              {words.parameterChange}
            </button>
            <Popconfirm title={words.parameterRemoveAsk} onConfirm={() => remove.mutate()}>
              <button type="button" className="as-link">
                {words.parameterRemove}
              </button>
            </Popconfirm>
          </span>
        ) : null}
      </div>
      {parameter.values.map((value) => (
        <div key={`${value.from}${value.value}`}>
          {amount(value.value, parameter.unit)}
          <span className="faint">
            {`　${value.from === null ? words.fromStart : day(value.from)}${words.since}　${words.basis}：`}
            {basisText(value.basis) ?? words.basisSelf}
          </span>
        </div>
      ))}
      <div className="faint">
        {users.length === 0
          ? words.notUsed
          : `${words.usedBy}：${users.map((item) => `${item.number} ${item.title}`).join('；')}`}
      </div>
      <Wrong error={remove.error} />
    </li>
  );
}
