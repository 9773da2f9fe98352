import type { Draft } from '@hujian/contract';
import {
  buildAccount,
  buildCounty,
  buildRecord,
  buildTownship,
  buildVillage,
  type Signed,
} from '../../../../../tests/support/factories.ts';
import type { TestServer } from '../../../../../tests/support/server.ts';
import type { Place } from '../../organizations/get-place.ts';
import { sampleSheet } from './sample-standard.ts';
import { uploadFile } from './upload-file.ts';

/** A county with two villages, whoever works there, and a county beside it. */
export interface DraftRoom {
  county: Place;
  township: Place;
  villages: [Place, Place];
  officer: Signed;
  clerk: Signed;
  neighbour: Signed;
  city: Signed;
}

export async function buildDraftRoom(server: TestServer): Promise<DraftRoom> {
  const county = await buildCounty(server);
  const township = await buildTownship(server, county);
  const villages: [Place, Place] = [
    await buildVillage(server, township, '上河村'),
    await buildVillage(server, township, '下河村'),
  ];
  const cityId = county.parent ?? 0;
  const city: Place = {
    ...county,
    county: cityId,
    id: cityId,
    path: `${cityId}.`,
    level: 'city',
    parent: null,
  };
  return {
    county,
    township,
    villages,
    officer: await buildAccount(server, 'county-officer', county),
    clerk: await buildAccount(server, 'township-officer', township),
    neighbour: await buildAccount(server, 'county-officer', await buildCounty(server)),
    city: await buildAccount(server, 'city-officer', city),
  };
}

/** Every register is kept; the first village held a general meeting each quarter of 2025, the second none. */
export async function buildMeetings(server: TestServer, { county, villages }: DraftRoom): Promise<void> {
  for (const of of ['roster', 'posts', 'activities', 'trainings', 'figures', 'documents'] as const)
    await buildRecord(server, county, 'registers', { of, keptFrom: '2020-01-01' });
  for (const on of [
    '2025-02-10',
    '2025-05-10',
    '2025-08-10',
    '2025-11-10',
    '2026-02-10',
    '2026-05-10',
    '2026-08-10',
  ])
    await buildRecord(server, villages[0], 'activities', {
      kind: 'general-meeting',
      title: '支部党员大会',
      happenedOn: on,
      tags: [],
      stages: [],
      concentrated: false,
      complete: false,
    });
}

let count = 0;

/** A draft of the sample, read anew: its bytes are no other test's. */
export async function readSample(server: TestServer, who: Signed): Promise<Draft> {
  count += 1;
  const made = await uploadFile(
    server,
    who,
    `考评办法${count}.txt`,
    `${sampleSheet}\n附则：第${count}稿。\n`,
  );
  if (made.status !== 201) throw new Error(`reading answered ${made.status} ${JSON.stringify(made.body)}`);
  return openDraft(server, who, made.body.drafts[0].id);
}

export async function openDraft(server: TestServer, who: Signed, id: number): Promise<Draft> {
  return (await server.call(who, 'GET', `/drafts/${id}`)).body;
}

export const itemOf = (draft: Draft, title: string): Draft['work']['chapters'][number]['items'][number] => {
  const found = draft.work.chapters.flatMap(({ items }) => items).find((item) => item.title === title);
  if (!found) throw new Error(`the draft has no item ${title}`);
  return found;
};
