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

/** The list tells of what was added, a record's page of what was done to that record. */
type Place = 'list' | 'record';

const keyOf = (organization: number, place: Place) => ['standing-change', organization, place] as const;

/** Keeps what the last write did to the standing until it is read away. */
export function useStandingChange(organization: number, place: Place): (told: Told | null) => void {
  const client = useQueryClient();
  return (told) => client.setQueryData(keyOf(organization, place), told);
}

function movement(change: StandingAfter['changed'][number]): string {
  const { before, after } = change;
  const delta = after.points - (before?.points ?? 0);
  const points = delta === 0 ? '分数不变' : `${delta > 0 ? '+' : '−'}${number(Math.abs(delta))}分`;
  return `${change.title}：${verdictWords[before?.verdict ?? 'not-known']} → ${verdictWords[after.verdict]}，${points}`;
}

/** 「三会一课：未达标 → 达标，+1分」 */
export function StandingChange({ organization, place }: { organization: number; place: Place }) {
  const tell = useStandingChange(organization, place);
  const told = useQuery<Told | null>({
    queryKey: keyOf(organization, place),
    queryFn: () => null,
    enabled: false,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  if (told === null) return null;
  // Where nothing was reckoned before there is nothing to compare with.
  const changed = (told.standing?.changed ?? []).filter((change) => change.before !== null);
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
