import { medianOf, p95Of, round, timeOf } from './numbers.ts';

export interface Caller {
  address: string;
  cookie: string;
}

export interface OverHttp {
  recordToStandingMs: number;
  heatTableP95Ms: number;
  heatTableRows: number;
}

const warm = 3;

/** One meeting after the other is entered; the answer brings the branch's new standing. */
export async function measureRecords(caller: Caller, branch: number, records: number): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < records + warm; number += 1) {
    times.push(
      await timeOf(async () => {
        const answer = await ask(caller, `/api/organizations/${branch}/records/activities`, {
          kind: 'general-meeting',
          title: `测速会议${number + 1}`,
          happenedOn: daysAgo(5 + number * 3),
        });
        if (!answer.standing) throw new Error('a record was entered but brought no standing');
      }),
    );
  }
  return round(medianOf(times.slice(warm)));
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The heat table of the whole county, villages by items, in one answer. */
export async function measureHeatTable(
  caller: Caller,
  requests: number,
): Promise<{ p95: number; rows: number }> {
  const times: number[] = [];
  let rows = 0;
  for (let number = 0; number < requests + warm; number += 1) {
    times.push(
      await timeOf(async () => {
        const answer = await ask(caller, '/api/comparison?edition=rural-basic/2025&limit=500');
        rows = Array.isArray(answer.rows) ? answer.rows.length : 0;
      }),
    );
  }
  return { p95: round(p95Of(times.slice(warm))), rows };
}

/** Sends the roster through the program itself: uploaded, checked and taken by its own queue. */
export async function importOverHttp(
  caller: Caller,
  organization: number,
  roster: Uint8Array,
): Promise<void> {
  const form = new FormData();
  form.set('organization', String(organization));
  form.set('file', new Blob([new Uint8Array(roster)]), 'roster.xlsx');
  const id = Number((await send(caller, '/api/imports', { method: 'POST', body: form })).id);
  const checked = await waitFor(caller, id, 'checking');
  if (checked.state !== 'ready')
    throw new Error(`the roster was refused: ${JSON.stringify(checked).slice(0, 600)}`);
  await ask(caller, `/api/imports/${id}/take`, {});
  const end = await waitFor(caller, id, 'taking');
  if (end.state !== 'taken')
    throw new Error(`the import over HTTP ended as ${JSON.stringify(end).slice(0, 600)}`);
}

async function waitFor(caller: Caller, id: number, leaving: string): Promise<Answered> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const file = await ask(caller, `/api/imports/${id}`);
    if (file.state !== leaving) return file;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`the import is still ${leaving} after five minutes`);
}

type Answered = Record<string, unknown>;

function ask(caller: Caller, path: string, body?: object): Promise<Answered> {
  if (!body) return send(caller, path, {});
  return send(caller, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function send({ address, cookie }: Caller, path: string, init: RequestInit): Promise<Answered> {
  const headers = new Headers(init.headers);
  headers.set('cookie', cookie);
  const response = await fetch(new URL(path, address), { ...init, headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 400)}`);
  return JSON.parse(text) as Answered;
}
