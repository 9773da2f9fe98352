import type { Page, PlannedVisit, RoundFull, RoundSuggested } from '@hujian/contract';
import type { RoundScene } from './scene.ts';

export interface Wanted {
  title: string;
  theme: string;
  periodFrom: string;
  periodUntil: string;
  days: string[];
  documentNumber: string;
  panelists: object[];
}

/** A round as the program suggests it, with other days; planned and published. */
export async function draftRound({ township, place }: RoundScene, wanted: Wanted): Promise<RoundFull> {
  const { body } = await township.get<RoundSuggested>(`/rounds/suggest?organization=${place.id}`);
  const { title, theme, periodFrom, periodUntil, days } = wanted;
  const setting = { ...body.setting, days, seed: 'demo' };
  const draft = await township.post<RoundFull>('/rounds', {
    ...body,
    ...{ title, theme, periodFrom, periodUntil, setting },
    sort: 'themed',
  });
  const at = `/rounds/${draft.id}`;
  await township.post(`${at}/panelists`, { version: draft.version, panelists: wanted.panelists });
  const manned = await township.get<RoundFull>(at);
  const planned = await township.post<RoundFull>(`${at}/plan`, { version: manned.version });
  return township.post<RoundFull>(`${at}/publish`, {
    version: planned.version,
    documentNumber: wanted.documentNumber,
    reason: '演示数据',
  });
}

/** Every visit of a round, page after page. */
export async function listVisits({ township }: RoundScene, round: number): Promise<PlannedVisit[]> {
  const visits: PlannedVisit[] = [];
  let after: string | null = null;
  do {
    const query: string = after === null ? '' : `&after=${encodeURIComponent(after)}`;
    const page: Page<PlannedVisit> = await township.get(`/rounds/${round}/visits?limit=200${query}`);
    visits.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return visits;
}
