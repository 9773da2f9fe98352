import type { Page, PlannedVisit, ResultFull, RoundFull, SessionRow } from '@hujian/contract';
import { addDays } from '@hujian/engine';
import { periodOf } from '../../features/rounds/periods.ts';
import { createRandom } from '../random.ts';
import { draftRound, listVisits } from './draft-round.ts';
import { fillSheets } from './fill-sheets.ts';
import type { RoundScene } from './scene.ts';

/** The round before: rated, closed, computed, accepted by the county, and shown for objections. */
export async function playFinished(scene: RoundScene): Promise<void> {
  const { township, county, villages, today } = scene;
  const quarter = periodOf(addDays(periodOf(today, 'quarter').from, -1), 'quarter');
  const round = await draftRound(scene, {
    title: '上季度三互活动',
    theme: '阵地建设和党员作用发挥',
    periodFrom: quarter.from,
    periodUntil: quarter.until,
    days: [-20, -19, -18].map((back) => addDays(quarter.until, back)),
    documentNumber: `演党发〔${today.slice(0, 4)}〕9号`,
    panelists: villages.slice(0, 12).map((village, at) => ({
      name: `${village.place.name.slice(0, 3)}书记`,
      post: '村党组织书记',
      home: village.place.id,
      account: null,
      part: at === 0 ? 'leader' : 'panelist',
      unavailable: [],
    })),
  });
  const visits: PlannedVisit[] = await listVisits(scene, round.id);
  await fillSheets(scene, round, visits, createRandom(1921, 'sheets'));
  await closeAll(scene, round);
  const computed = await township.post<ResultFull>(`/rounds/${round.id}/result`, {});
  const submitted = await township.post<ResultFull>(`/results/${computed.id}/submit`, {
    version: computed.version,
    note: '本轮观摩已全部结束，请审定。',
  });
  const accepted = await county.post<ResultFull>(`/results/${submitted.id}/accept`, {
    version: submitted.version,
    note: '同意。',
  });
  await township.post(`/results/${accepted.id}/notice`, {
    version: accepted.version,
    title: '上季度三互活动评议结果公示',
    workingDays: 5,
    contact: '乡党建办公室（演示，无真实电话）',
  });
}

async function closeAll({ township }: RoundScene, { id }: RoundFull): Promise<void> {
  const sessions = await township.get<Page<SessionRow>>(`/rounds/${id}/sessions`);
  for (const session of sessions.rows) await township.post(`/sessions/${session.id}/close`, {});
  const { version } = await township.get<RoundFull>(`/rounds/${id}`);
  await township.post(`/rounds/${id}/close`, { version });
}
