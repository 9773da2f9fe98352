import type { EntryBody } from '@hujian/contract';
import { useId } from 'react';
import { tidyText } from '../sheet/tidy-text.ts';
import { useDesk, useDraft } from '../use-desk.ts';
import type { AtVisit } from './at-visit.ts';

interface Field {
  key: 'first' | 'second';
  title: string;
  max: number;
  long: boolean;
  needed: boolean;
}

interface Shown {
  id: string;
  first: string;
  second: string;
  item: string | null;
}

interface Props {
  at: AtVisit;
  kind: 'examine' | 'look' | 'discuss';
  lead: string;
  fields: [Field, Field];
  rows: Shown[];
  make(first: string, second: string, gone: boolean): EntryBody;
}

/** A list that grows on the spot: put down, shown, taken back. */
function MethodTab({ at: { visit, shut }, kind, lead, fields, rows, make }: Props) {
  const desk = useDesk();
  const draft = useDraft(`${visit.id}/${kind}`, { first: '', second: '' });
  const [one, two] = fields;
  const ready = fields.every((field) => !field.needed || draft.value[field.key].trim() !== '');
  const add = async () => {
    const body = make(tidyText(draft.value.first, one.max), tidyText(draft.value.second, two.max), false);
    if (await desk.put(visit.id, `${kind}/${crypto.randomUUID()}`, null, body)) draft.clear();
  };
  return (
    <section className="stack">
      <p className="faint">{lead}</p>
      {rows.length === 0 ? null : (
        <ul className="list">
          {rows.map((row) => (
            <li key={row.id}>
              <b>{row.first}</b>
              {row.second === '' ? null : <p>{row.second}</p>}
              {shut ? null : (
                <button
                  type="button"
                  className="small"
                  onClick={() =>
                    void desk.put(visit.id, `${kind}/${row.id}`, row.item, make(row.first, row.second, true))
                  }
                >
                  收回这条
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {shut ? null : (
        <div className="stack form">
          {fields.map((field) => (
            <MethodField
              key={field.key}
              field={field}
              value={draft.value[field.key]}
              onChange={(text) => draft.change({ [field.key]: text })}
            />
          ))}
          <button type="button" className="primary big" disabled={!ready} onClick={() => void add()}>
            记下
          </button>
        </div>
      )}
    </section>
  );
}

function MethodField(props: { field: Field; value: string; onChange: (text: string) => void }) {
  const { field, value, onChange } = props;
  const name = useId();
  const shared = { id: name, maxLength: field.max, value };
  return (
    <div>
      <label htmlFor={name}>{field.title}</label>
      {field.long ? (
        <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}

const short = (title: string, max: number): Field => ({
  key: 'first',
  title,
  max,
  long: false,
  needed: true,
});
const long = (title: string, max: number): Field => ({
  key: 'second',
  title,
  max,
  long: true,
  needed: false,
});

export const ExamineTab = ({ at }: { at: AtVisit }) => (
  <MethodTab
    at={at}
    kind="examine"
    lead="查台账：翻了哪本，里面怎么样。"
    fields={[short('哪本台账、档案', 200), long('看到什么', 2000)]}
    rows={at.sheet.examine.map(({ id, item, body }) => ({
      id,
      item,
      first: body.archive,
      second: body.found,
    }))}
    make={(archive, found, gone) => ({ kind: 'examine', archive, found, gone })}
  />
);

export const LookTab = ({ at }: { at: AtVisit }) => (
  <MethodTab
    at={at}
    kind="look"
    lead="看现场：看了哪里，什么样子。"
    fields={[short('什么地方', 200), long('看到什么', 2000)]}
    rows={at.sheet.look.map(({ id, item, body }) => ({ id, item, first: body.place, second: body.found }))}
    make={(place, found, gone) => ({ kind: 'look', place, found, gone })}
  />
);

export const DiscussTab = ({ at }: { at: AtVisit }) => (
  <MethodTab
    at={at}
    kind="discuss"
    lead="谈一谈：问了什么，怎么回答的。"
    fields={[{ ...short('问了什么', 1000), long: true }, long('怎么回答的', 2000)]}
    rows={at.sheet.discuss.map(({ id, item, body }) => ({
      id,
      item,
      first: body.question,
      second: body.answer,
    }))}
    make={(question, answer, gone) => ({ kind: 'discuss', question, answer, gone })}
  />
);
