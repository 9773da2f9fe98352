import type { EntriesTaken, VisitEntry } from '@hujian/contract';
import type { Trx } from '../../../database/door.ts';
import { checkEntry, type Refused, type SentEntry } from './check-entry.ts';
import { type Elsewhere, findSeats, refuseSeat, type Seat } from './find-seats.ts';
import { findKept, insertEntries } from './insert-entries.ts';

export interface Taking {
  account: string;
  /** The account that hands a file over for somebody else. */
  byFile: string | null;
  /** Only visits of this round are taken. */
  round?: number;
  elsewhere?: Elsewhere;
}

export interface Taken extends Pick<EntriesTaken, 'refused' | 'told' | 'others'> {
  /** What stands now, put down now or before: the lines of the receipt. */
  lines: EntriesTaken['receipt']['lines'];
  added: number;
}

/**
 * Takes what a phone sent, in any order, any number of times: the same rows come of it. Only for the program's own role.
 * Each entry is refused or taken by itself; nothing is decided by the phone's clock.
 */
export async function takeEntries(
  trx: Trx,
  { account, byFile, round, elsewhere }: Taking,
  sent: readonly { id: string; [key: string]: unknown }[],
): Promise<Taken> {
  const { good, refused } = sift(sent);
  const visits = [...new Set(good.map(({ entry }) => entry.visit))];
  const { seats, others } = await findSeats(trx, account, visits, elsewhere);
  const seated: { sent: SentEntry; seat: Seat }[] = [];
  for (const one of good) {
    const seat = seats.get(one.entry.visit);
    const reason =
      refuseSeat(round === undefined || seat?.round === round ? seat : undefined) ??
      refuseSheet(seat, one.entry);
    if (reason || !seat) refused.push({ id: one.entry.id, ...(reason ?? otherContent) });
    else seated.push({ sent: one, seat });
  }
  const late = await insertEntries(trx, { account, byFile }, seated);
  const missing = seated.filter(({ sent: { entry } }) => !late.has(entry.id));
  const kept = await findKept(
    trx,
    account,
    missing.map(({ sent: { entry }, seat }) => ({ county: seat.county, id: entry.id })),
  );
  const answer: Taken = { lines: [], told: [], refused, others, added: late.size };
  for (const { sent: one, seat } of seated) {
    const { id } = one.entry;
    const before = kept.get(id);
    if (!late.has(id) && before?.sha256 !== one.sha256) {
      refused.push({ id, ...otherContent });
      continue;
    }
    answer.lines.push({ id, sha256: one.sha256 });
    const message = tell(one.entry, seat, late.get(id) ?? before?.late ?? false);
    if (message) answer.told.push({ id, message });
  }
  return answer;
}

/** A recorder and a liaison write down what they saw; they have no sheet. */
const refuseSheet = (seat: Seat | undefined, { body: { kind } }: VisitEntry) =>
  seat?.judges === false && (kind === 'score' || kind === 'submit')
    ? {
        code: 'no-sheet',
        message: '您在这次观摩中担任记录或联络，不打分、不交评议表，这条没有收下。问题和好做法照样可以记。',
      }
    : undefined;

const otherContent = {
  code: 'other-content',
  message: '服务器上已有一条编号相同而内容不同的记录，这一条没有收下。请在手机上重新填写这一项。',
};

/** What can be kept, each once; the same number with another content is refused. */
function sift(sent: readonly { id: string; [key: string]: unknown }[]) {
  const refused: Refused[] = [];
  const good = new Map<string, SentEntry>();
  for (const raw of sent) {
    const one = checkEntry(raw);
    if ('code' in one) {
      refused.push(one);
      continue;
    }
    const twin = good.get(one.entry.id);
    if (!twin) good.set(one.entry.id, one);
    else if (twin.sha256 !== one.sha256) refused.push({ id: one.entry.id, ...otherContent });
  }
  return { good: [...good.values()], refused };
}

/** Taken, but it does not count, and why. */
function tell(entry: VisitEntry, seat: Seat, late: boolean): string | undefined {
  if (seat.roundState === 'cancelled') return '本轮活动已经取消，这条已收下，但不计入结果。';
  if (late) return '评议会已经结束，这条已收下，但没有计入结果。';
  if (entry.body.kind === 'score' && !seat.items.has(entry.item ?? ''))
    return '本轮方案已经调整，不再评这一条；这条已收下，但不计入结果。';
  return undefined;
}
