import type { PublicNotice } from '@hujian/contract';
import { day } from '../parts/words.ts';
import { daysLeft } from './days-left.ts';
import { Frame, Told, Waiting } from './frame.tsx';
import { ObjectionForm } from './objection-form.tsx';
import { useFetched } from './use-fetched.ts';
import { words as all } from './words.ts';

const words = all.notice;

/** A result put up for everybody: organizations and bands, how to object. */
export function NoticePage({ token }: { token: string }) {
  const fetched = useFetched<PublicNotice>(`/public/notices/${token}`);
  if (fetched.data === undefined) return <Waiting fetched={fetched} what={words.what} />;
  const notice = fetched.data;
  const left = daysLeft(notice.untilDay, new Date());
  const open = notice.state === 'open';
  return (
    <Frame title={notice.title} what={`${notice.holder}${words.what}`}>
      <Told title={stateText(notice, left)} good={open || notice.published}>
        {words.periodText(day(notice.fromDay), day(notice.untilDay), notice.workingDays)}
      </Told>
      <Corrections notice={notice} />
      {notice.state === 'withdrawn' ? null : (
        <>
          <section>
            <h2>{words.bands}</h2>
            {notice.bands.length > 1 ? <p className="small">{words.bandsLead}</p> : null}
            {notice.bands.map((band) => (
              <div key={band.title} className="band-block">
                <h3>
                  {band.title} <span className="small">{words.count(band.units.length)}</span>
                </h3>
                <ul>
                  {band.units.map((unit) => (
                    <li key={unit.code}>{unit.name}</li>
                  ))}
                </ul>
              </div>
            ))}
          </section>
          <Practices notice={notice} />
          <Ground notice={notice} />
        </>
      )}
      <section>
        <h2>{words.object}</h2>
        {open ? (
          <>
            <p>{words.objectLead}</p>
            <ObjectionForm token={token} notice={notice} />
          </>
        ) : (
          <p>{words.objectClosed}</p>
        )}
        <p>
          {words.contact}：{notice.contact}
        </p>
        <p>
          <a href="/public/objections">{words.ask}</a>
        </p>
      </section>
    </Frame>
  );
}

function stateText({ state, published }: PublicNotice, left: number): string {
  if (state === 'withdrawn') return words.states.withdrawn;
  if (published) return words.published;
  if (state === 'ended') return words.states.ended;
  return words.states.open(Math.max(0, left));
}

function Practices({ notice: { practices } }: { notice: PublicNotice }) {
  if (practices.length === 0) return null;
  return (
    <section>
      <h2>{words.practices}</h2>
      <ul>
        {practices.map((practice) => (
          <li key={`${practice.organization} ${practice.title}`}>
            {practice.organization}：{practice.title}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Corrections({ notice: { corrections } }: { notice: PublicNotice }) {
  if (corrections.length === 0) return null;
  return (
    <section>
      <h2>{words.corrections}</h2>
      <ul>
        {corrections.map((one) => (
          <li key={`${one.on} ${one.before} ${one.after}`}>
            {one.unit ?? words.whole}：{words.correction(one.before, one.after)}。{one.reason}
            <span className="small">（{day(one.on)}）</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ground({ notice }: { notice: PublicNotice }) {
  const facts = [
    [words.round, notice.round],
    [words.theme, notice.theme],
    [words.when, notice.period],
    [words.basis, notice.basis],
    [words.weights, notice.weights],
  ] as const;
  return (
    <section>
      <dl>
        {facts.map(([name, text]) =>
          text === null || text === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
      <details>
        <summary>{words.hash}</summary>
        <p className="small">{words.hashLead}</p>
        <code>{notice.sha256}</code>
      </details>
    </section>
  );
}
