import type {
  ClassRow,
  DrawShown,
  LiaisonRow,
  Page,
  PanelPerson,
  PlannedVisit,
  RoundCoverage,
  RoundFull,
  RoundPanelist,
  RoundRow,
  RoundState,
  RoundSuggested,
  RoundUnit,
  UnitClass,
} from '@hujian/contract';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { ask } from './door.ts';
import { listAll, pagesOf } from './pages.ts';

export type { PanelPerson };

/** What the form of a new round holds; the server says what is wrong with it. */
export type RoundFilled = RoundSuggested['body'];
export type RoundChange = Partial<Omit<RoundFilled, 'organization' | 'way' | 'reach'>> & {
  version: number;
  reason?: string | undefined;
};

export const roundPages = (state: RoundState | undefined) =>
  pagesOf<RoundRow>(['rounds', state ?? 'all'], '/rounds', { state, limit: 20 });

export function suggestQuery(organization: number) {
  return queryOptions({
    queryKey: ['round-suggest', organization],
    queryFn: ({ signal }) => ask<RoundSuggested>('/rounds/suggest', { query: { organization }, signal }),
  });
}

export function roundQuery(round: number) {
  return queryOptions({
    queryKey: ['round', round, 'full'],
    queryFn: ({ signal }) => ask<RoundFull>(`/rounds/${round}`, { signal }),
  });
}

/** After a change of a round everything of it that is on screen is fetched anew. */
export async function renewRound(client: QueryClient, round: number): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['round', round] }),
    client.invalidateQueries({ queryKey: ['rounds'] }),
    client.invalidateQueries({ queryKey: ['round-coverage'] }),
  ]);
}

const post = <Answer>(path: string, body: unknown): Promise<Answer> =>
  ask<Answer>(path, { method: 'POST', body });

export const createRound = (body: RoundFilled) => post<RoundFull>('/rounds', body);
export const changeRound = (round: number, body: RoundChange) =>
  post<RoundFull>(`/rounds/${round}/change`, body);
export const planRound = (round: number, version: number) =>
  post<RoundFull>(`/rounds/${round}/plan`, { version });

export interface Ending {
  version: number;
  reason?: string | undefined;
  documentNumber?: string | undefined;
}
export const endRound = (round: number, how: 'publish' | 'close' | 'cancel', body: Ending) =>
  post<RoundFull>(`/rounds/${round}/${how}`, body);

export function unitsQuery(round: number) {
  return queryOptions({
    queryKey: ['round', round, 'units'],
    queryFn: ({ signal }) => listAll<RoundUnit>(`/rounds/${round}/units`, {}, signal),
  });
}

export interface UnitChange {
  organization: number;
  chosen: boolean;
  reason: string;
}
export const chooseUnits = (round: number, version: number, changes: readonly UnitChange[]) =>
  post<unknown>(`/rounds/${round}/units`, { version, changes });

export function panelistsQuery(round: number) {
  return queryOptions({
    queryKey: ['round', round, 'panelists'],
    queryFn: ({ signal }) => ask<{ rows: RoundPanelist[] }>(`/rounds/${round}/panelists`, { signal }),
  });
}

export interface PanelistFilled {
  id?: number | undefined;
  name: string;
  post: string;
  home: number | null;
  account: string | null;
  part: RoundPanelist['part'];
  unavailable: string[];
}
export interface PanelistsSent {
  version: number;
  panelists: readonly PanelistFilled[];
  /** Needed once the plan is published. */
  reason?: string | undefined;
}
export const savePanelists = (round: number, body: PanelistsSent) =>
  post<unknown>(`/rounds/${round}/panelists`, body);

export function panelPeopleQuery(organization: number, q: string) {
  return queryOptions({
    queryKey: ['panel-people', organization, q],
    queryFn: ({ signal }) =>
      ask<Page<PanelPerson>>('/rounds/people', { query: { organization, q, limit: 30 }, signal }),
  });
}

export function visitsQuery(round: number) {
  return queryOptions({
    queryKey: ['round', round, 'visits'],
    queryFn: ({ signal }) => listAll<PlannedVisit>(`/rounds/${round}/visits`, {}, signal),
  });
}

export interface VisitChange {
  on?: string | undefined;
  route?: number | undefined;
  turn?: number | undefined;
  panelists?: number[] | undefined;
  cancel?: boolean | undefined;
  reason: string;
}
export const changeVisit = (round: number, visit: number, body: VisitChange) =>
  post<unknown>(`/rounds/${round}/visits/${visit}`, body);

export function drawQuery(round: number) {
  return queryOptions({
    queryKey: ['round', round, 'draw'],
    queryFn: ({ signal }) => ask<DrawShown | null>(`/rounds/${round}/draw`, { signal }),
  });
}

export interface DrawFilled {
  version: number;
  count: number;
  every: number | null;
  beaconRule: string;
}
export const commitDraw = (round: number, body: DrawFilled) =>
  post<DrawShown>(`/rounds/${round}/draw/commit`, body);
export const tellDraw = (round: number, beacon: string) =>
  post<DrawShown>(`/rounds/${round}/draw/tell`, { beacon });

export function coverageQuery(organization: number, year: number | undefined) {
  return queryOptions({
    queryKey: ['round-coverage', organization, year ?? null],
    queryFn: ({ signal }) =>
      ask<RoundCoverage>('/rounds/coverage', { query: { organization, year }, signal }),
  });
}

export function liaisonsQuery(organization: number) {
  return queryOptions({
    queryKey: ['liaisons', organization],
    queryFn: ({ signal }) => listAll<LiaisonRow>('/liaisons', { organization }, signal),
  });
}

export interface LiaisonFilled {
  organization: number;
  name: string;
  post: string;
  account: string | null;
  validFrom: string;
  validUntil: string | null;
}
export const createLiaison = (body: LiaisonFilled) => post<unknown>('/liaisons', body);
export const endLiaison = (id: number, on: string) => post<unknown>(`/liaisons/${id}/end`, { on });

export function classesQuery(organization: number) {
  return queryOptions({
    queryKey: ['unit-classes', organization],
    queryFn: ({ signal }) => listAll<ClassRow>('/classes', { organization }, signal),
  });
}

export interface ClassFilled {
  organization: number;
  class: UnitClass;
  validFrom: string;
  reason: string;
}
export const decideClass = (body: ClassFilled) => post<unknown>('/classes', body);
