import type { RoundFull, SessionRow } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useMe } from '../../../api/me.ts';
import { Section } from '../../../parts/page.tsx';
import { shortDay } from '../bits.tsx';
import { CloseSession } from './close-session.tsx';
import { SessionModal } from './session-modal.tsx';
import { words } from './words.ts';

const above = new Set(['county', 'city', 'province']);

interface SessionCardProps {
  round: RoundFull;
  session: SessionRow;
}

export function SessionCard({ round, session }: SessionCardProps) {
  const [shown, setShown] = useState<'plan' | 'minutes' | 'close' | null>(null);
  const me = useMe();
  const may = (what: string) => session.can.includes(what);
  const open = session.state === 'open';
  // Who is yet to hand in a sheet does not see where the others' lie.
  const shows = !open || may('session.change') || above.has(me.scope?.level ?? '');
  const hide = () => setShown(null);
  return (
    <Section
      title={
        <>
          {session.title}
          {round.state === 'draft' ? null : (
            <span className={`session-state session-${session.state}`}>{words.states[session.state]}</span>
          )}
        </>
      }
      extra={<span className="faint">{shortDay(session.on)}</span>}
    >
      <dl className="round-facts">
        <div>
          <dt>{words.place}</dt>
          <dd>{session.place === '' ? <span className="faint">{words.placeNone}</span> : session.place}</dd>
        </div>
        <div>
          <dt>{words.visits}</dt>
          <dd>{words.places(session.visits)}</dd>
        </div>
        <div>
          <dt>{words.sheets}</dt>
          <dd>{words.sheetsText(session.submitted, session.seats)}</dd>
        </div>
      </dl>
      <div className="session-two">
        <section>
          <h3>{words.agenda}</h3>
          {session.agenda.length === 0 ? (
            <p className="faint">{words.agendaNone}</p>
          ) : (
            <ol className="session-agenda">
              {session.agenda.map((line, i) => (
                <li key={i}>{line}</li>
              ))}
            </ol>
          )}
        </section>
        <section>
          <h3>{words.minutes}</h3>
          {session.minutes === '' ? (
            <p className="faint">{words.minutesNone}</p>
          ) : (
            <p className="plan-text">{session.minutes}</p>
          )}
        </section>
      </div>
      <div className="row session-acts">
        {shows && round.state !== 'draft' ? (
          <Link
            to="/sessions/$session/wall"
            params={{ session: String(session.id) }}
            target="_blank"
            className="round-button round-button-plain"
          >
            {words.wall}
          </Link>
        ) : null}
        {may('session.change') ? (
          <>
            {open ? <Button onClick={() => setShown('plan')}>{words.edit}</Button> : null}
            <Button onClick={() => setShown('minutes')}>{words.write}</Button>
          </>
        ) : null}
        {may('session.close') ? <Button onClick={() => setShown('close')}>{words.close}</Button> : null}
      </div>
      <SessionModal round={round} session={session} what={shown === 'close' ? null : shown} onClose={hide} />
      <CloseSession round={round} session={session} open={shown === 'close'} onClose={hide} />
    </Section>
  );
}
