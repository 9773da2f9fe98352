import type { ClassProposal } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { moment } from '../../parts/words.ts';
import { DecideModal } from './decide-modal.tsx';
import { proposedWords, classWords as words } from './words.ts';

type Indicator = ClassProposal['indicators'][number];

/** One proposal with what it rests on; what the records cannot tell is left to a person. */
export function Proposal({ proposal }: { proposal: ClassProposal }) {
  const [accept, setAccept] = useState<boolean>();
  const open = proposal.state === 'open' && proposal.can.length > 0;
  const yes = proposal.indicators.filter(({ state }) => state === 'yes').length;
  return (
    <li className="block proposal-block">
      <div className="row">
        <h3>{proposal.organization.name}</h3>
        <Change proposal={proposal} />
        <span className={`uses-state proposal-${proposal.state}`}>{words.states[proposal.state]}</span>
        <span className="faint">{words.counts(yes, proposal.indicators.length - yes)}</span>
        {open ? (
          <span className="row push-end">
            <Button type="primary" onClick={() => setAccept(true)}>
              {words.accept}
            </Button>
            <Button onClick={() => setAccept(false)}>{words.decline}</Button>
          </span>
        ) : null}
        {proposal.state === 'open' && !open ? (
          <span className="faint push-end">
            {proposal.proposed === 'weak-and-lax' ? words.byCounty : words.byHolder}
          </span>
        ) : null}
      </div>
      <ul className="plain-list proposal-indicators">
        {proposal.indicators.map((indicator) => (
          <IndicatorLine key={`${indicator.code} ${indicator.text}`} indicator={indicator} />
        ))}
      </ul>
      {proposal.at === null ? null : (
        <p className="proposal-decided">
          {words.reason}：{proposal.reason ?? '—'}
          <span className="faint">（{words.decidedBy(proposal.by ?? '—', moment(proposal.at))}）</span>
        </p>
      )}
      <DecideModal proposal={proposal} accept={accept} onClose={() => setAccept(undefined)} />
    </li>
  );
}

function Change({ proposal: { was, proposed } }: { proposal: ClassProposal }) {
  const from = was === null ? words.unclassed : proposedWords[was];
  return (
    <span>
      <span className="faint">{words.from}</span>
      {from}　→　<span className="faint">{words.to}</span>
      <strong>{proposed === 'weak-and-lax' ? words.notClass : proposedWords[proposed]}</strong>
    </span>
  );
}

function IndicatorLine({ indicator: { state, text, link } }: { indicator: Indicator }) {
  return (
    <li>
      <span className={`indicator indicator-${state}`}>{words[state]}</span>
      <span>
        {text}
        {link === null ? null : (
          <>
            {' '}
            <Link
              to="/organizations/$organization/standing"
              params={{ organization: String(link.organization) }}
              search={link.item === null ? {} : { item: link.item }}
              className="nowrap"
            >
              {link.item === null ? words.toStanding : words.toItem}
            </Link>
          </>
        )}
      </span>
    </li>
  );
}
