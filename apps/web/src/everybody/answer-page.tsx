import type { ObjectionAnswer } from '@hujian/contract';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/door.ts';
import { moment } from '../parts/words.ts';
import { Frame, Told } from './frame.tsx';
import { useSent } from './use-sent.ts';
import { words as all } from './words.ts';

const words = all.answer;

/** The answer to an objection, for who holds its code. */
export function AnswerPage() {
  const sent = useSent<ObjectionAnswer>();
  const [empty, setEmpty] = useState(false);
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim();
    setEmpty(code === '');
    if (code !== '') sent.send(() => ask('/public/objections', { method: 'POST', body: { code } }));
  };
  return (
    <Frame title={words.title}>
      <form onSubmit={look} noValidate>
        <p>{words.lead}</p>
        <label>
          {words.code}
          <input
            name="code"
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="code-field"
          />
        </label>
        {empty ? <Told title={words.noCode} alert /> : null}
        {sent.error === null || empty ? null : <Told title={sent.error.message} alert />}
        <button type="submit" disabled={sent.busy}>
          {sent.busy ? words.looking : words.look}
        </button>
      </form>
      {sent.data === undefined ? null : <Answer answer={sent.data} />}
    </Frame>
  );
}

function Answer({ answer: { state, answer, at } }: { answer: ObjectionAnswer }) {
  return (
    <div className={state === 'open' ? 'told' : 'told told-good'} role="status">
      <strong>{words[state]}</strong>
      {state === 'open' ? <p>{words.openLead}</p> : <p className="own-words">{answer}</p>}
      <p className="small">{words.at(moment(at))}</p>
    </div>
  );
}
