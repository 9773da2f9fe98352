import { createHash } from 'node:crypto';
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
import type { Reading } from '../reading/read-file.ts';
import { readInThread } from '../reading/read-in-thread.ts';
import { keepFile } from '../upload-draft.ts';
import { sampleSheet } from './sample-standard.ts';

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

let sample: Promise<Reading> | undefined;
let count = 0;

/** A draft of the sample in the officer's county; the sample is read once, each draft has bytes of its own. */
export async function readSample(server: TestServer, who: Signed): Promise<Draft> {
  const { vocabulary, words } = server.services.vocabulary;
  const bytes = Buffer.from(sampleSheet);
  const fileName = '考评办法.txt';
  sample ??= readInThread({ bytes, fileName, vocabulary, words, day: '2026-11-21' });
  const reading = await sample;
  if ('refused' in reading) throw new Error(reading.refused);
  count += 1;
  const sha256 = createHash('sha256').update(`${count}`).digest('hex');
  const [id = 0] = await server.services.door.asSystem('a test keeps a draft', async (trx) => {
    const owner = await trx
      .selectFrom('assignment as a')
      .innerJoin('organization as o', 'o.id', 'a.organization')
      .select(['o.county', 'o.id', 'o.path'])
      .where('a.id', '=', who.assignment)
      .executeTakeFirstOrThrow();
    return keepFile(trx, who.account, { owner, upload: { bytes, fileName }, sha256, file: reading.file });
  });
  return openDraft(server, who, id);
}

export async function openDraft(server: TestServer, who: Signed, id: number): Promise<Draft> {
  return (await server.call(who, 'GET', `/drafts/${id}`)).body;
}

export const itemOf = (draft: Draft, title: string): Draft['work']['chapters'][number]['items'][number] => {
  const found = draft.work.chapters.flatMap(({ items }) => items).find((item) => item.title === title);
  if (!found) throw new Error(`the draft has no item ${title}`);
  return found;
};
