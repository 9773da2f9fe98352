import type { StandingAfter } from '@hujian/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { number, verdictWords } from '../../parts/words.ts';
import { words } from './words.ts';

interface Told {
  done: string;
  standing: StandingAfter | null;
}

const keyOf = (organization: number) => ['standing-change', organization] as const;

/** Keeps what the last write did to the standing until it is read away. */
export function useStandingChange(organization: number): (told: Told | null) => void {
  const client = useQueryClient();
  return (told) => client.setQueryData(keyOf(organization), told);
}

function movement(change: StandingAfter['changed'][number]): string {
  const before = change.before === null ? '无' : verdictWords[change.before.verdict];
  const delta = change.after.points - (change.before?.points ?? 0);
  const points = delta === 0 ? '分数不变' : `${delta > 0 ? '+' : '−'}${number(Math.abs(delta))}分`;
  return `${change.title}：${before} → ${verdictWords[change.after.verdict]}，${points}`;
}

/** 「三会一课：未达标 → 达标，+1分」 */
export function StandingChange({ organization }: { organization: number }) {
  const tell = useStandingChange(organization);
  const told = useQuery<Told | null>({
    queryKey: keyOf(organization),
    queryFn: () => null,
    enabled: false,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  if (told === null) return null;
  const changed = told.standing?.changed ?? [];
  return (
    <Alert
      type="success"
      showIcon
      className="standing-change"
      role="status"
      closable={{ onClose: () => tell(null) }}
      title={`${told.done}${changed.length === 0 ? words.savedSame : words.savedChanged}`}
      description={
        <>
          {changed.map((change) => (
            <div key={change.item}>{movement(change)}</div>
          ))}
          <Link to="/organizations/$organization/standing" params={{ organization: String(organization) }}>
            {words.seeStanding}
          </Link>
        </>
      }
    />
  );
}
