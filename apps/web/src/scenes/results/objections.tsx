import type { ResultFull } from '@hujian/contract';
import { Section } from '../../parts/page.tsx';
import { moment } from '../../parts/words.ts';
import { AnswerModal } from './answer-modal.tsx';
import { ContactModal } from './contact-modal.tsx';
import { words } from './words.ts';

type Objection = ResultFull['objections'][number];

/** What people hold against the result; while one is open nothing goes on. */
export function Objections({ result }: { result: ResultFull }) {
  const open = result.objections.filter(({ state }) => state === 'open').length;
  return (
    <Section
      title={open === 0 ? words.objections : `${words.objections}（${open}件${words.objectionStates.open}）`}
    >
      {result.objections.length === 0 ? (
        <p className="faint result-none">
          {words.objectionsNone}。{words.objectionsNoneLead}
        </p>
      ) : (
        <ul className="plain-list result-list">
          {result.objections.map((objection) => (
            <Row key={objection.id} objection={objection} can={result.can} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Row({ objection, can }: { objection: Objection; can: readonly string[] }) {
  const { unit, about, person, hasContact, state, answer, at, answeredAt } = objection;
  return (
    <li className={state === 'open' ? 'result-objection-open' : ''}>
      <strong>
        {unit ?? words.whole}　{words.objectionStates[state]}
      </strong>
      <p className="result-own-words">{about}</p>
      <div className="faint">{words.stepBy(person === '' ? words.anonymous : person, moment(at))}</div>
      {answer === null ? null : (
        <blockquote className="result-answer">
          {answer}
          <div className="faint">{words.answeredAt(moment(answeredAt))}</div>
        </blockquote>
      )}
      <div className="row">
        {state === 'open' && can.includes('objection.answer') ? <AnswerModal objection={objection} /> : null}
        {hasContact && can.includes('objection.contact') ? <ContactModal objection={objection.id} /> : null}
      </div>
    </li>
  );
}
