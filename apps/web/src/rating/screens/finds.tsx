import type { EntryBody } from '@hujian/contract';
import { useState } from 'react';
import { tidyText } from '../sheet/tidy-text.ts';
import { useDesk, useDraft } from '../use-desk.ts';
import type { AtVisit } from './at-visit.ts';
import { Photos } from './photos.tsx';

interface Props {
  at: AtVisit;
  /** The item they belong to; null: the village as a whole. */
  item: string | null;
  slot: string;
}

const severities = { light: '轻', plain: '一般', grave: '重' } as const;
type Severity = keyof typeof severities;

/** Findings, good practices and photographs, marked where one stands. */
export function Finds({ at, item, slot }: Props) {
  const desk = useDesk();
  const [form, setForm] = useState<'finding' | 'practice' | null>(() => {
    const pads = desk.view()?.kept.pads;
    return pads?.has(`draft/${slot}/finding`)
      ? 'finding'
      : pads?.has(`draft/${slot}/practice`)
        ? 'practice'
        : null;
  });
  const findings = at.sheet.finding.filter((one) => one.item === item);
  const practices = at.sheet.practice.filter((one) => one.item === item);
  const takeBack = (field: string, body: EntryBody) => void desk.put(at.visit.id, field, item, body);
  return (
    <div className="stack finds">
      {findings.length + practices.length === 0 ? null : (
        <ul className="list">
          {findings.map(({ id, body }) => (
            <li key={id}>
              <span className="tag finding">问题·{severities[body.severity]}</span>
              {body.text}
              {at.shut ? null : (
                <button
                  type="button"
                  className="small"
                  onClick={() => takeBack(`finding/${id}`, { ...body, gone: true })}
                >
                  收回这条
                </button>
              )}
            </li>
          ))}
          {practices.map(({ id, body }) => (
            <li key={id}>
              <span className="tag practice">做法</span>
              <b>{body.title}</b>
              <p>{body.text}</p>
              {at.shut ? null : (
                <button
                  type="button"
                  className="small"
                  onClick={() => takeBack(`practice/${id}`, { ...body, gone: true })}
                >
                  收回这条
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {at.shut ? null : (
        <div className="row">
          <button type="button" aria-pressed={form === 'finding'} onClick={() => setForm('finding')}>
            记问题
          </button>
          <button type="button" aria-pressed={form === 'practice'} onClick={() => setForm('practice')}>
            记做法
          </button>
        </div>
      )}
      {form === 'finding' && !at.shut ? (
        <FindingForm at={at} item={item} slot={slot} onDone={() => setForm(null)} />
      ) : null}
      {form === 'practice' && !at.shut ? (
        <PracticeForm at={at} item={item} slot={slot} onDone={() => setForm(null)} />
      ) : null}
      <Photos at={at} item={item} />
    </div>
  );
}

interface FormProps extends Props {
  onDone(): void;
}

function FindingForm({ at, item, slot, onDone }: FormProps) {
  const desk = useDesk();
  const draft = useDraft(`${slot}/finding`, { text: '', severity: 'plain' as Severity });
  const add = async () => {
    const body = { kind: 'finding' as const, text: tidyText(draft.value.text, 2000), gone: false };
    const field = `finding/${crypto.randomUUID()}`;
    if (await desk.put(at.visit.id, field, item, { ...body, severity: draft.value.severity })) {
      draft.clear();
      onDone();
    }
  };
  return (
    <div className="stack form">
      <label>
        什么问题
        <textarea
          rows={3}
          maxLength={2000}
          value={draft.value.text}
          onChange={(event) => draft.change({ text: event.target.value })}
        />
      </label>
      <div className="row">
        {(Object.keys(severities) as Severity[]).map((severity) => (
          <button
            type="button"
            key={severity}
            aria-pressed={draft.value.severity === severity}
            onClick={() => draft.change({ severity })}
          >
            {severities[severity]}
          </button>
        ))}
      </div>
      <FormEnd ready={draft.value.text.trim() !== ''} onAdd={add} onDrop={draft.clear} onDone={onDone} />
    </div>
  );
}

function PracticeForm({ at, item, slot, onDone }: FormProps) {
  const desk = useDesk();
  const draft = useDraft(`${slot}/practice`, { title: '', text: '' });
  const add = async () => {
    const title = tidyText(draft.value.title, 100);
    const text = tidyText(draft.value.text, 2000);
    const field = `practice/${crypto.randomUUID()}`;
    if (await desk.put(at.visit.id, field, item, { kind: 'practice', title, text, gone: false })) {
      draft.clear();
      onDone();
    }
  };
  return (
    <div className="stack form">
      <label>
        做法叫什么
        <input
          maxLength={100}
          value={draft.value.title}
          onChange={(event) => draft.change({ title: event.target.value })}
        />
      </label>
      <label>
        怎么做的、好在哪里
        <textarea
          rows={3}
          maxLength={2000}
          value={draft.value.text}
          onChange={(event) => draft.change({ text: event.target.value })}
        />
      </label>
      <FormEnd ready={draft.value.title.trim() !== ''} onAdd={add} onDrop={draft.clear} onDone={onDone} />
    </div>
  );
}

function FormEnd(props: { ready: boolean; onAdd(): Promise<void>; onDrop(): void; onDone(): void }) {
  return (
    <div className="row">
      <button
        type="button"
        onClick={() => {
          props.onDrop();
          props.onDone();
        }}
      >
        不记了
      </button>
      <button type="button" className="primary" disabled={!props.ready} onClick={() => void props.onAdd()}>
        记下
      </button>
    </div>
  );
}
