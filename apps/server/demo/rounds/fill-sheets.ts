import { createHash, randomUUID } from 'node:crypto';
import {
  type EntryBody,
  entryText,
  type PlannedVisit,
  type RoundFull,
  type VisitEntry,
} from '@hujian/contract';
import type { Insertable } from 'kysely';
import type { VisitEntryTable } from '../../database/tables.ts';
import type { Quality } from '../quality.ts';
import type { Random } from '../random.ts';
import type { Branch } from '../tree.ts';
import type { RoundScene } from './scene.ts';

const level: Record<Quality, number> = { good: 88, middling: 78, weak: 66 };
const findings = [
  '支部台账补记不及时，有两次会议缺签到。',
  '公开栏内容三个月没有更新。',
  '党小组活动记录过于简单。',
];
const practices = [
  { title: '板凳会商议事', text: '每月在院坝里集中听意见，当场定人定时限。' },
  { title: '支部领办合作社', text: '支部委员分片联系农户，统一育苗、统一销售。' },
];

/** What the panel of the round before put down. It had no phones: the rows stand as if handed over in files. */
export async function fillSheets(
  { services, villages }: RoundScene,
  round: RoundFull,
  visits: readonly PlannedVisit[],
  random: Random,
): Promise<void> {
  const severity = new Map<number, number>();
  const rows = visits.flatMap((visit) => {
    const village = villages.find(({ place }) => place.id === visit.organization.id);
    if (!village) return [];
    return visit.seats.flatMap(({ panelist }) => {
      const strict = severity.get(panelist) ?? random.whole(-7, 7);
      severity.set(panelist, strict);
      return sheetOf({ round, visit, village, panelist, strict }, random);
    });
  });
  await services.door.asSystem('the demo’s panel has rated', async (trx) => {
    for (let at = 0; at < rows.length; at += 500)
      await trx
        .insertInto('visit_entry')
        .values(rows.slice(at, at + 500))
        .execute();
  });
}

interface Seat {
  round: RoundFull;
  visit: PlannedVisit;
  village: Branch;
  panelist: number;
  strict: number;
}

function sheetOf(seat: Seat, random: Random): Insertable<VisitEntryTable>[] {
  const { round, village, strict } = seat;
  const own = level[village.diligence.quality] - strict;
  const within = (score: number): number => Math.min(100, Math.max(0, score));
  const told: [string, string | null, EntryBody][] = round.items.map(({ code }) => [
    `score/${code}`,
    code,
    { kind: 'score', score: within(own + random.whole(-6, 6)), agrees: random.chance(0.9), note: '' },
  ]);
  const item = random.pick(round.items).code;
  if (random.chance(0.3)) {
    const text = random.pick(findings);
    told.push([`finding/${randomUUID()}`, item, { kind: 'finding', text, severity: 'plain', gone: false }]);
  }
  if (village.diligence.quality === 'good' && random.chance(0.4))
    told.push([
      `practice/${randomUUID()}`,
      item,
      { kind: 'practice', ...random.pick(practices), gone: false },
    ]);
  told.push(['submit', null, { kind: 'submit', done: true }]);
  return told.map(([field, of, body], at) => rowOf(seat, { field, item: of, body, clock: at + 1 }));
}

function rowOf(
  { round, visit, village, panelist }: Seat,
  told: Pick<VisitEntry, 'field' | 'item' | 'body' | 'clock'>,
): Insertable<VisitEntryTable> {
  // when the plan was published, which in the demo is now: no clock was wrong
  const madeAt = new Date();
  const entry: VisitEntry = {
    ...told,
    id: randomUUID(),
    visit: visit.id,
    device: `demo-${panelist}`,
    version: round.version,
    madeAt: madeAt.toISOString(),
  };
  const { id, path, parent } = village.place;
  const county = Number(path.split('.')[1] ?? parent);
  return {
    ...{ county, id: entry.id, organization: id, path, round: round.id, session: visit.session.id },
    ...{ visit: visit.id, panelist, account: 'demo', by_file: 'demo' },
    ...{ kind: entry.body.kind, field: entry.field, item: entry.item },
    score: entry.body.kind === 'score' ? entry.body.score : null,
    body: JSON.stringify(entry.body),
    ...{ clock: entry.clock, device: entry.device, version: entry.version, made_at: madeAt },
    sha256: createHash('sha256').update(entryText(entry)).digest('hex'),
  };
}
