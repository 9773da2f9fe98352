import type { FileTaken } from '@hujian/contract';
import { sql } from 'kysely';
import type { Trx } from '../../../database/door.ts';
import { Problem } from '../../../http/problem.ts';
import type { Context } from '../../../http/route.ts';
import { findSeats, refuseSeat, type Seat } from '../entries/find-seats.ts';
import { requireOwner } from '../entries/post-entries.ts';
import { signReceipt } from '../entries/sign-receipt.ts';
import { type FileBody, type FileHead, getOwnFile, otherFile } from './find-file.ts';

/** So many of one panelist at one visit are enough. */
const mostFiles = 60;

/** POST /rating/files: which photograph will come; said again it tells where to go on. */
export async function announceFile({
  trx,
  actor,
  body,
  services,
}: Context<unknown, unknown, FileBody>): Promise<FileTaken> {
  requireOwner(body.account, actor.account);
  const file = await registerFile(trx, actor.account, body);
  const whole = file.received_at !== null;
  const lines = [{ id: file.id, sha256: file.sha256 }];
  return {
    received: file.received,
    receipt: whole ? signReceipt(services, actor.account, lines) : null,
  };
}

/** The photograph's row, made now or before. Throws in the panelist's words when it cannot be taken. */
export async function registerFile(
  trx: Trx,
  account: string,
  body: FileBody,
  round?: number,
): Promise<FileHead> {
  const found = (await findSeats(trx, account, [body.visit])).seats.get(body.visit);
  const seat = round === undefined || found?.round === round ? found : undefined;
  const refused = refuseSeat(seat);
  if (refused || !seat) throw new Problem(422, refused?.code ?? 'no-seat', refused?.message ?? '');
  await insertFile(trx, account, seat, body);
  const file = await getOwnFile(trx, account, body.id, false).catch(() => {
    throw otherFile();
  });
  if (file.sha256 !== body.sha256 || file.size !== body.size || file.media !== body.media) throw otherFile();
  return file;
}

async function insertFile(trx: Trx, account: string, seat: Seat, body: FileBody): Promise<void> {
  const { county, organization, path, round, session, visit, panelist } = seat;
  const { rows } = await sql<{ full: boolean }>`
    with before as (
      select count(*) >= ${mostFiles} and not coalesce(bool_or(id = ${body.id}::uuid), false) as full_up from visit_file
      where county = ${county} and visit = ${visit} and account = ${account}),
    put as (
      insert into visit_file (county, id, organization, path, round, session, visit, panelist, account, media, size,
        sha256, revealed)
      select ${county}, ${body.id}::uuid, ${organization}, ${path}, ${round}, ${session}, ${visit}, ${panelist},
        ${account}, ${body.media}, ${body.size}, ${body.sha256}, s.state = 'closed'
      from before, round_session s
      where not before.full_up and s.county = ${county} and s.id = ${session}
      on conflict (county, id) do nothing)
    select full_up as full from before`.execute(trx);
  if (rows[0]?.full)
    throw new Problem(
      422,
      'too-many-files',
      `一次观摩每人最多收${mostFiles}张照片，这张没有收下。请只留要紧的。`,
    );
}
