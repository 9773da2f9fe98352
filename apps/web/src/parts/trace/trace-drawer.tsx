import type { StandingPage } from '@hujian/contract';
import { Drawer } from 'antd';
import { useStrictness } from '../../api/strictness.ts';
import { Failure, Loading } from '../states.tsx';
import { CheckList } from './check-list.tsx';
import { TraceView } from './trace-view.tsx';
import { words } from './words.ts';
import './trace.css';

interface TraceDrawerProps {
  /** The standing whose point is asked about. */
  page: StandingPage | undefined;
  error?: unknown;
  /** The saved evaluation that the standing belongs to. */
  evaluation?: number | undefined;
  item: string | undefined;
  check: string | undefined;
  onCheck: (check: string) => void;
  onClose: () => void;
}

/** Why an item has the points it has: its checks, and for the chosen one the trace down to the rows. */
export function TraceDrawer(props: TraceDrawerProps) {
  const { page, error = null, item: code, check, evaluation, onCheck, onClose } = props;
  const item = page?.items.find((one) => one.code === code);
  const title = item === undefined ? words.title : `${page?.organization.name}　${item.number} ${item.title}`;
  return (
    <Drawer
      open={code !== undefined}
      onClose={onClose}
      size="min(720px, 100vw)"
      title={title}
      destroyOnHidden
      className="trace-drawer"
    >
      {page !== undefined ? (
        <Inside page={page} code={code} check={check} evaluation={evaluation} onCheck={onCheck} />
      ) : null}
      {page === undefined && error !== null ? <Failure error={error} /> : null}
      {page === undefined && error === null ? <Loading what={words.fetching} rows={8} /> : null}
    </Drawer>
  );
}

interface InsideProps {
  page: StandingPage;
  code: string | undefined;
  check: string | undefined;
  evaluation: number | undefined;
  onCheck: (check: string) => void;
}

function Inside({ page, code, check, evaluation, onCheck }: InsideProps) {
  const strictness = useStrictness(page.edition.id);
  const item = page.items.find((one) => one.code === code);
  const standing = page.standing.items.find((one) => one.item === code);
  if (item === undefined || standing === undefined) return <p>{words.noItem}</p>;
  const worst =
    standing.checks.find((one) => one.verdict === 'unmet' && one.of > 0) ??
    standing.checks.find((one) => one.verdict === 'unmet') ??
    standing.checks.find((one) => one.verdict === 'not-known') ??
    standing.checks[0];
  const chosen = standing.checks.find((one) => one.check === check) ?? worst;
  return (
    <div className="stack">
      <p className="trace-text">{item.text}</p>
      <CheckList
        item={item}
        standing={standing}
        strictness={strictness}
        chosen={chosen?.check}
        onChoose={onCheck}
      />
      {chosen === undefined ? null : (
        <TraceView
          key={chosen.check}
          strictness={strictness(item.code, chosen.check)}
          choice={{
            organization: page.organization.id,
            edition: page.edition.id,
            asOf: page.asOf,
            evaluation,
            item: item.code,
            check: chosen.check,
          }}
        />
      )}
    </div>
  );
}
