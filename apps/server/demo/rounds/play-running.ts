import type { Page, PanelPerson } from '@hujian/contract';
import { addDays } from '@hujian/engine';
import { periodOf } from '../../features/rounds/periods.ts';
import { draftRound } from './draft-round.ts';
import type { RoundScene } from './scene.ts';

const days = 5;

/** This quarter's round: visits today and on the days after, with seats for the demo's own secretary and panelist. */
export async function playRunning(scene: RoundScene): Promise<void> {
  const { township, place, villages, today } = scene;
  const quarter = periodOf(today, 'quarter');
  const people = await township.get<Page<PanelPerson>>(`/rounds/people?organization=${place.id}&limit=50`);
  const known = people.rows.map(({ account, name, home }) => ({
    name,
    post: '',
    home: home?.id ?? null,
    account,
    part: 'panelist',
    unavailable: [],
  }));
  // beside the demo's accounts, secretaries who would rate on paper
  const others = villages.slice(0, Math.max(4, 9 - known.length)).map((village, at) => ({
    name: `${village.place.name.slice(0, 3)}书记`,
    post: '村党组织书记',
    home: village.place.id,
    account: null,
    part: at === 0 ? 'leader' : 'panelist',
    unavailable: [],
  }));
  await draftRound(scene, {
    title: '本季度三互活动',
    theme: '三会一课落实情况',
    periodFrom: quarter.from,
    periodUntil: quarter.until,
    days: Array.from({ length: days }, (_, at) => addDays(today, at)).filter((day) => day <= quarter.until),
    documentNumber: `演党发〔${today.slice(0, 4)}〕12号`,
    panelists: [...known, ...others],
  });
}
