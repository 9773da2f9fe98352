import type { Wall } from '@hujian/contract';
import { sql } from 'kysely';
import { findPlace } from '../../apps/server/cli/find-place.ts';
import type { Services } from '../../apps/server/http/services.ts';
import { medianOf, round, timeOf } from '../numbers.ts';
import type { Caller } from '../over-http.ts';
import { measureFloor } from './measure-floor.ts';
import { type PreparedRound, prepareRound } from './prepare-round.ts';
import { type Errors, type Load, loadPhone, pack, sendEntries, sendPhotographs } from './send-work.ts';

export interface PhoneSpeed {
  /** Refused requests, receipts that did not come, records and files that are missing or there twice. */
  syncErrors: number;
  /** Entries a second through the program, of those that PostgreSQL alone takes in the same transactions. */
  ratingIntakeRatio: number;
  /** From handing in a sheet to the wall that counts it: the median, by a screen that asks every 700 ms. */
  wallScreenMs: number;
  entries: number;
  entriesPerSecond: number;
  floorPerSecond: number;
  photographs: number;
  photographSeconds: number;
  said: string[];
}

const photographs = { photographs: 6, kilobytes: 300 };
const askEvery = 700;

/** Phones that come back into signal at once, each with three visits of 42 items and six photographs. */
export async function measurePhones(
  services: Services,
  { address, officer, county, phones }: { address: string; officer: Caller; county: string; phones: number },
): Promise<PhoneSpeed> {
  const place = await services.door.asSystem('the benchmark finds its county', (trx) =>
    findPlace(trx, county),
  );
  const prepared = await prepareRound(services, place, { phones, perPhone: 3 });
  const loads = prepared.phones.map((phone) => loadPhone(phone, prepared.items, photographs));
  const errors: Errors = [];
  const [first, ...others] = loads;
  if (!first) throw new Error('there is no phone');
  const checks = [await sendEntries(address, first, errors)]; // the program is warm
  const entryMs = await timeOf(async () => {
    checks.push(...(await Promise.all(others.map((load) => sendEntries(address, load, errors)))));
  });
  for (const check of checks) check();
  const photographMs = await timeOf(() =>
    Promise.all(loads.map((load) => sendPhotographs(address, load, errors))),
  );
  const sent = others.reduce((sum, { batches }) => sum + batches.flat().length, 0);
  errors.push(...(await findLost(services, prepared, loads)));
  const wallScreenMs = await measureWall(officer, prepared, loads);
  const floor = await measureFloor(services, prepared.round);
  const perSecond = sent / (entryMs / 1000);
  return {
    syncErrors: errors.length,
    ratingIntakeRatio: round(perSecond / floor, 2),
    wallScreenMs,
    entries: sent,
    entriesPerSecond: round(perSecond, 0),
    floorPerSecond: round(floor, 0),
    photographs: loads.length * photographs.photographs,
    photographSeconds: round(photographMs / 1000),
    said: [...new Set(errors)].slice(0, 5),
  };
}

/** Everything that was sent is there once, byte for byte. */
async function findLost(
  services: Services,
  { round: id }: PreparedRound,
  loads: readonly Load[],
): Promise<Errors> {
  const entries = loads.flatMap(({ batches }) => batches.flat());
  const files = loads.flatMap((load) => load.photographs);
  return services.door.asSystem('the benchmark counts what arrived', async (trx) => {
    const there = await trx
      .selectFrom('visit_entry')
      .select(['id', 'score'])
      .where('round', '=', id)
      .execute();
    const scores = new Map(there.map(({ id: entry, score }) => [entry, score]));
    const lost = entries.filter(({ id: entry, body }) => {
      const score = scores.get(entry);
      return score === undefined || (body.kind === 'score' && score !== body.score);
    });
    const { rows } = await sql<{ id: string; sha256: string }>`
      select id, encode(sha256(content), 'hex') as sha256 from visit_file where round = ${id}`.execute(trx);
    const hashes = new Map(rows.map((row) => [row.id, row.sha256]));
    const missing = files.filter(({ id: file, sha256 }) => hashes.get(file) !== sha256);
    return [
      ...lost.map(({ id: entry }) => `entry ${entry} is lost`),
      ...missing.map(({ id: file }) => `photograph ${file} is lost`),
      ...(there.length > entries.length ? [`${there.length - entries.length} entries are there twice`] : []),
    ];
  });
}

/** A sheet is taken back and handed in again, ten times; a screen in the hall asks as it always does. */
async function measureWall(
  officer: Caller,
  { session }: PreparedRound,
  loads: readonly Load[],
): Promise<number> {
  const load = loads[0];
  const last = load?.batches.flat().find(({ field }) => field === 'submit');
  if (!load || !last) throw new Error('nobody handed a sheet in');
  const times: number[] = [];
  for (let nth = 1; nth <= 10; nth += 1) {
    const before = await readWall(officer, session);
    const entry = {
      ...last,
      id: crypto.randomUUID(),
      clock: 10_000 + nth,
      body: { kind: 'submit' as const, done: nth % 2 === 0 },
    };
    const errors: Errors = [];
    const start = performance.now();
    const check = await sendEntries(
      officer.address,
      { phone: load.phone, requests: [pack([entry])] },
      errors,
    );
    check();
    if (errors.length > 0) throw new Error(errors[0]);
    // the screen asked last at any moment of its interval
    await wait((askEvery * nth) / 10);
    while ((await readWall(officer, session)).sheets.in === before.sheets.in) await wait(askEvery);
    times.push(performance.now() - start);
  }
  return round(medianOf(times));
}

async function readWall({ address, cookie }: Caller, session: number): Promise<Wall> {
  const response = await fetch(new URL(`/api/sessions/${session}/wall`, address), { headers: { cookie } });
  if (!response.ok) throw new Error(`the wall answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Wall;
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
