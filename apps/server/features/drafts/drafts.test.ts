import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildAdoption,
  buildCounty,
  buildRecord,
  buildTownship,
  buildVillage,
  type Signed,
} from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import type { Place } from '../organizations/get-place.ts';
import { uploadFile } from './testing/upload-file.ts';
import { sampleSheet } from './testing/sample-standard.ts';

const server = withServer({ work: true });
let county: Place;
let township: Place;
let village: Place;
let officer: Signed;
let township_officer: Signed;
let neighbour: Signed;

beforeAll(async () => {
  county = await buildCounty(server);
  township = await buildTownship(server, county);
  village = await buildVillage(server, township);
  officer = await buildAccount(server, 'county-officer', county);
  township_officer = await buildAccount(server, 'township-officer', township);
  neighbour = await buildAccount(server, 'county-officer', await buildCounty(server));
});

test('x', async () => {
  const made = await uploadFile(server, officer, '考评细则.txt', sampleSheet);
  console.log(made.status, JSON.stringify(made.body).slice(0, 1500));
  const one = await server.call(officer, 'GET', `/drafts/${made.body.drafts[0].id}`);
  console.log(one.status, JSON.stringify(one.body, null, 1).slice(0, 9000));
});
