import type { TraceView as Trace } from '@hujian/contract';
import type { Strictness } from '@hujian/engine';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { TraceChoice } from '../../api/standings.ts';
import { tracePages } from '../../api/standings.ts';
import { Failure, Loading } from '../states.tsx';
import { CheckVerdict } from '../verdict.tsx';
import { day, moment, number } from '../words.ts';
import { ParameterFacts } from './parameter-facts.tsx';
import { Periods } from './periods.tsx';
import { Reason } from './reason.tsx';
import { TraceRows } from './trace-rows.tsx';
import { words } from './words.ts';

interface TraceViewProps {
  choice: TraceChoice;
  strictness: Strictness;
}

/** One check of one organization: sentence, formula, boundary, parameter with its basis, rows counted, what is missing. */
export function TraceView({ choice, strictness }: TraceViewProps) {
  const pages = useInfiniteQuery(tracePages(choice));
  const trace = pages.data?.pages[0];
  if (trace === undefined) {
    if (pages.error !== null) return <Failure error={pages.error} retry={() => void pages.refetch()} />;
    return <Loading what={words.fetching} rows={8} />;
  }
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="stack" data-trace={`${trace.item}/${trace.check}`}>
      <dl className="trace-facts">
        <Facts trace={trace} strictness={strictness} />
      </dl>
      {trace.missing.length === 0 ? null : (
        <section>
          <h3>{words.missing}</h3>
          <ul className="trace-missing">
            {trace.missing.map((one) => (
              <li key={`${one.label}${one.text}`}>
                <strong>{one.label}</strong>：{one.text}
              </li>
            ))}
          </ul>
        </section>
      )}
      {strictness === 'normally' && trace.verdict === 'unmet' && choice.evaluation === undefined ? (
        <Reason choice={choice} edition={trace.edition.id} />
      ) : null}
      <Periods periods={trace.window.periods} />
      <TraceRows rows={rows} total={trace.rowsTotal} pages={pages} />
      {trace.late === undefined || trace.late === 0 ? null : (
        <Alert type="info" title={words.late(trace.late)} />
      )}
      <Lineage trace={trace} />
      <p className="faint trace-foot">
        {words.edition(trace.edition.title, trace.edition.revision)}。
        {words.asOf(day(trace.asOf), moment(trace.knownAt))}。
      </p>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function spanText(from: string | null, until: string | null): string {
  if (from === null || until === null) return '';
  return from === until ? `：${day(from)}` : `：${day(from)}至${day(until)}`;
}

function Facts({ trace, strictness }: { trace: Trace; strictness: Strictness }) {
  const { bound, window } = trace;
  const facts = trace.why ?? trace.facts;
  const span = spanText(window.from, window.until);
  return (
    <>
      <Fact name={words.verdict}>
        <CheckVerdict verdict={trace.verdict} strictness={strictness} />
        <span className="trace-points">
          {trace.of === 0 ? words.noPoints : `${words.points} ${number(trace.points)}／${number(trace.of)}`}
        </span>
      </Fact>
      <Fact name={words.rule}>{trace.sentence}</Fact>
      <Fact name={words.formula}>{trace.formula}</Fact>
      {facts === null ? null : <Fact name={words.facts}>{facts}</Fact>}
      <Fact name={words.window}>
        {window.label}
        {span}
      </Fact>
      {trace.boundary === null ? null : <Fact name={words.bound}>{trace.boundary}</Fact>}
      {bound?.parameter === undefined ? null : (
        <Fact name={words.parameter}>
          <ParameterFacts parameter={bound.parameter} />
        </Fact>
      )}
    </>
  );
}

function Lineage({ trace }: { trace: Trace }) {
  if (trace.lineage === undefined || trace.lineage.length === 0) return null;
  return (
    <section>
      <h3>{words.lineage}</h3>
      <ul className="plain-list">
        {trace.lineage.map((one) => (
          <li key={one.organization}>
            {one.name}（{day(one.on)}）
          </li>
        ))}
      </ul>
    </section>
  );
}
