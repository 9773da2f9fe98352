import type { Fund, RoundFull } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { fundsQuery } from '../../api/uses.ts';
import { Empty, Loaded } from '../../parts/states.tsx';
import { FundBlock } from './fund-block.tsx';
import { NewFund } from './new-fund.tsx';
import { useHolds } from './use-holds.ts';
import { fundWords as words } from './words.ts';
import './uses.css';
import './fund.css';

/** Award funds of a round: divided by band, approved by somebody else, paid against vouchers. */
export function FundsTab({ round }: { readonly round: RoundFull }) {
  const query = useQuery(fundsQuery(round.id));
  return (
    <Loaded query={query} what={words.fetching} rows={8}>
      {({ rows }) => <Drawn round={round} rows={rows} />}
    </Loaded>
  );
}

function Drawn({ round, rows }: { round: RoundFull; rows: readonly Fund[] }) {
  const manages = useHolds(round);
  return (
    <>
      <div className="uses-lead">
        <p className="faint">{words.lead}</p>
        {manages ? <NewFund round={round} /> : null}
      </div>
      {rows.length === 0 ? (
        <Empty title={words.none}>{words.noneLead}</Empty>
      ) : (
        rows.map((fund) => <FundBlock key={fund.id} fund={fund} />)
      )}
    </>
  );
}
