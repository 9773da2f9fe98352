import type { ResultPacket } from '@hujian/contract';
import { tieRule } from '@hujian/panel';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import { listMeetings } from '../rounds/find-session.ts';
import type { RoundRecord } from '../rounds/rounds.ts';
import { selectRoundUnits } from '../rounds/select-round-units.ts';
import { findBasis } from './find-basis.ts';
import { gatherPolls } from './gather-polls.ts';
import { gatherRatings } from './gather-ratings.ts';
import { gatherStandings } from './gather-standings.ts';

interface Gathering {
  asOf: string;
  today: string;
  adjustments: ResultPacket['adjustments'];
}

/** Everything that the outcome of a round is computed from, as it stands now. Throws conflict while a session is open. */
export async function gatherPacket(
  trx: Trx,
  round: RoundRecord,
  { asOf, today, adjustments }: Gathering,
): Promise<ResultPacket> {
  if (!round.published_at) throw problems.conflict('活动方案还没有发布，没有可以计算的结果。');
  await requireClosed(trx, round);
  const units = await listUnits(trx, round);
  const standings = await gatherStandings(trx, round, units, asOf);
  const polls = await gatherPolls(trx, round);
  const known = new Set(units.map(({ code }) => code));
  return {
    format: 'hujian result/1',
    round: {
      id: round.id,
      title: round.title,
      holder: round.holder,
      periodFrom: round.period_from,
      periodUntil: round.period_until,
      version: round.version,
      edition: round.edition,
      revision: round.revision,
      standingEdition: round.standing_edition,
      standingRevision: standings?.revision ?? null,
      standingAsOf: standings ? asOf : null,
      standingKnownAt: standings?.knownAt ?? null,
    },
    weights: round.weights,
    weightsPublishedAt: round.published_at.toISOString(),
    basis: await findBasis(trx, round.path, today),
    tieRule,
    units: units.map(({ id, code, name, parent, class: sort }) => ({
      code,
      name,
      parent,
      class: sort,
      standing: standings?.byUnit.get(id) ?? null,
      poll: polls.get(id) ?? null,
    })),
    ratings: (await gatherRatings(trx, round)).filter(({ unit }) => known.has(unit)),
    adjustments: adjustments.filter(({ unit }) => known.has(unit)),
  };
}

async function requireClosed(trx: Trx, round: RoundRecord): Promise<void> {
  const meetings = await listMeetings(trx, round);
  const open = meetings.filter(({ state }) => state === 'open').map(({ title }) => `“${title}”`);
  if (meetings.length === 0) throw problems.conflict('这轮活动还没有安排观摩和评议会，没有可以计算的结果。');
  if (open.length > 0)
    throw problems.conflict(
      `还有${open.length}场评议会没有结束：${open.slice(0, 3).join('、')}。全部结束后才能计算结果。`,
    );
}

/** The units that were to be visited, in the order of their codes. */
async function listUnits(trx: Trx, round: RoundRecord) {
  const rows = await selectRoundUnits(trx, round)
    .select(['p.code as parent', 'u.class'])
    .where('u.chosen', '=', true)
    .execute();
  if (rows.length === 0) throw problems.conflict('这轮活动没有选定观摩的单位，没有可以计算的结果。');
  return rows.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
