import type { PublicNotice } from '@hujian/contract';
import { type FormEvent, useState } from 'react';
import { ask } from '../api/door.ts';
import { Told } from './frame.tsx';
import { useSent } from './use-sent.ts';
import { words as all } from './words.ts';

const words = all.objection;

interface ObjectionFormProps {
  token: string;
  notice: PublicNotice;
}

/** What somebody has against the result, in his own words; the code for the answer is told once. */
export function ObjectionForm({ token, notice }: ObjectionFormProps) {
  const sent = useSent<{ code: string }>();
  const [short, setShort] = useState(false);
  if (sent.data !== undefined) return <Code code={sent.data.code} />;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = new FormData(event.currentTarget);
    const text = (name: string) => String(filled.get(name) ?? '').trim();
    const about = text('about');
    setShort(about.length < 5);
    if (about.length < 5) return;
    const unit = text('unit');
    const body = { unit: unit === '' ? null : unit, about, person: text('person'), contact: text('contact') };
    sent.send(() => ask(`/public/notices/${token}/objections`, { method: 'POST', body }));
  };
  return (
    <form onSubmit={send} noValidate>
      <label>
        {words.unit}
        <select name="unit" defaultValue="">
          <option value="">{words.unitAll}</option>
          {notice.bands
            .flatMap(({ units }) => units)
            .map((unit) => (
              <option key={unit.code} value={unit.code}>
                {unit.name}
              </option>
            ))}
        </select>
      </label>
      <label>
        {words.about}
        <textarea
          name="about"
          rows={5}
          maxLength={2000}
          placeholder={words.aboutHint}
          aria-invalid={short}
          onChange={() => setShort(false)}
        />
      </label>
      {short ? <Told title={words.aboutShort} alert /> : null}
      <label>
        {words.person}
        <input name="person" maxLength={40} autoComplete="name" />
      </label>
      <label>
        {words.contact}
        <input name="contact" maxLength={60} autoComplete="tel" />
        <span className="small">{words.contactLead}</span>
      </label>
      {sent.error === null ? null : <Told title={sent.error.message} alert />}
      <button type="submit" disabled={sent.busy}>
        {sent.busy ? words.sending : words.send}
      </button>
    </form>
  );
}

/** A page without https has no clipboard; the code can be written down or printed all the same. */
function Code({ code }: { code: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
  };
  return (
    <div className="told told-good" role="status">
      <strong>{words.sent}</strong>
      <p>{words.sentLead}</p>
      <p className="one-time">{code}</p>
      <div className="buttons">
        {navigator.clipboard === undefined ? null : (
          <button type="button" onClick={() => void copy()}>
            {copied ? all.copied : all.copy}
          </button>
        )}
        <button type="button" onClick={() => window.print()}>
          {words.print}
        </button>
      </div>
      <p>
        {words.sentNext}
        <a href="/public/objections">{words.toAsk}</a>
      </p>
    </div>
  );
}
