import type { TraceView } from '@hujian/contract';
import { basisText } from '../basis.tsx';
import { amount, day } from '../words.ts';
import { words } from './words.ts';

type Parameter = NonNullable<NonNullable<TraceView['bound']>['parameter']>;

/** The value in force with its basis; where a locality has tightened it, both values. */
export function ParameterFacts({ parameter }: { parameter: Parameter }) {
  const { base, local, unit } = parameter;
  const line = (name: string, value: number, from: string, basis: unknown) => (
    <div>
      {name}
      <strong>{amount(value, unit)}</strong>（{words.from(day(from))}）
      <div className="faint">
        {words.basis}：{basisText(basis) ?? words.noBasis}
      </div>
    </div>
  );
  return (
    <div className="stack trace-parameter">
      <div>{parameter.title}</div>
      {local === undefined
        ? null
        : line(`${words.local}（${local.organization}）：`, local.value, local.from, local.basis)}
      {line(`${words.base}：`, base.value, base.from, base.basis)}
    </div>
  );
}
