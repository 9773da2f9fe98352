import type { SlipShown } from '@hujian/contract';
import { useState } from 'react';
import { ask } from '../api/door.ts';
import { day } from '../parts/words.ts';
import { Frame, Told, Waiting } from './frame.tsx';
import { useFetched } from './use-fetched.ts';
import { useSent } from './use-sent.ts';
import { words as all } from './words.ts';

const words = all.slip;
const votes = ['satisfied', 'basically', 'dissatisfied'] as const;
type Vote = (typeof votes)[number];

/** One slip: three buttons, a second look, thanks. */
export function SlipPage({ token }: { token: string }) {
  const fetched = useFetched<SlipShown>(`/public/slips/${token}`);
  if (fetched.data === undefined) return <Waiting fetched={fetched} what={words.what} gone={words.gone} />;
  const slip = fetched.data;
  return (
    <Frame title={slip.title} what={slip.organization}>
      {slip.state === 'open' ? <Voting token={token} slip={slip} /> : <Shut slip={slip} />}
    </Frame>
  );
}

function Shut({ slip }: { slip: SlipShown }) {
  if (slip.state === 'used') return <Told title={words.used}>{words.usedLead}</Told>;
  if (slip.state === 'early') return <Told title={words.early}>{words.earlyLead(day(slip.opensOn))}</Told>;
  return <Told title={words.closed}>{words.closedLead(day(slip.closesOn))}</Told>;
}

function Voting({ token, slip }: { token: string; slip: SlipShown }) {
  const [chosen, setChosen] = useState<Vote | null>(null);
  const sent = useSent<unknown>();
  if (sent.data !== undefined) {
    return (
      <Told title={words.thanks} good>
        {words.thanksLead}
      </Told>
    );
  }
  const wrong = sent.error === null ? null : <Told title={sent.error.message} alert />;
  if (chosen !== null) {
    return (
      <div className="vote">
        <p className="vote-chosen">{words.sure(words[chosen])}</p>
        <p>{words.sureLead}</p>
        {wrong}
        <button
          type="button"
          disabled={sent.busy}
          onClick={() =>
            sent.send(() => ask(`/public/slips/${token}`, { method: 'POST', body: { vote: chosen } }))
          }
        >
          {sent.busy ? words.voting : words.vote}
        </button>
        <button type="button" className="second" disabled={sent.busy} onClick={() => setChosen(null)}>
          {words.change}
        </button>
      </div>
    );
  }
  return (
    <div className="vote">
      <p>{words.ask(slip.aboutTitle)}</p>
      {votes.map((vote) => (
        <button key={vote} type="button" className="vote-choice" onClick={() => setChosen(vote)}>
          {words[vote]}
        </button>
      ))}
      <p className="small">{words.promise}</p>
      <p className="small">{words.period(day(slip.opensOn), day(slip.closesOn))}</p>
    </div>
  );
}
