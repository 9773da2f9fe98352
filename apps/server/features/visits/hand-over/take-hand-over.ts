import type { HandOverTaken, roundParams } from '@hujian/contract';
import type * as z from 'zod';
import type { Trx } from '../../../database/door.ts';
import { Problem, problems } from '../../../http/problem.ts';
import { readUpload } from '../../../http/read-upload.ts';
import type { Context } from '../../../http/route.ts';
import { getManaged, noteOf, type RoundRecord, requireRunning } from '../../rounds/rounds.ts';
import { takeEntries } from '../entries/take-entries.ts';
import { registerFile } from '../files/announce-file.ts';
import { keepWhole } from '../files/keep-whole.ts';
import { type HandedOver, handOverKey, openEnvelope, readEnvelope } from './open-hand-over.ts';

export const largestHandOver = 64 * 1024 * 1024;
const rules = {
  largest: largestHandOver,
  missing: '请选择手机导出的代交文件。',
  tooLarge: '代交文件超过64MB，没有收下。请让评议人员在手机上分轮次导出，或少留几张照片后再导出。',
};

/**
 * POST /rounds/:round/hand-over: the officer passes on what a broken phone could not send. He learns how much it was, not
 * what. The whole file is taken in one transaction, again as often as somebody likes.
 */
export async function takeHandOver(
  context: Context<z.output<typeof roundParams>, unknown, unknown>,
): Promise<HandOverTaken> {
  const { services, actor, params, request } = context;
  const round = await services.door.asActor(actor, 'read', (trx) =>
    getManaged(trx, actor, { round: params.round }),
  );
  requireRunning(round, '代交评议文件');
  const envelope = readEnvelope((await readUpload(request, rules)).bytes);
  if (envelope.round !== round.id)
    throw problems.unprocessable('这个代交文件是另一轮活动的，没有收下。请到那一轮活动里代交。');
  const handed = openEnvelope(handOverKey(services.sealed, envelope.account), envelope);
  return services.door.asSystem(
    'entries of a panelist whose phone is broken, handed over by who holds the round',
    async (trx, note) => {
      const panelist = await getPanelist(trx, round, envelope.account);
      const taken = await takeContent(trx, { account: envelope.account, by: actor.account, round }, handed);
      const { refused: _words, ...counts } = taken;
      note({
        act: 'rating.hand-over',
        ...noteOf(round, { panelist, ...counts, refused: taken.refused.length }),
      });
      return { panelist, ...taken };
    },
    actor.account,
  );
}

async function getPanelist(trx: Trx, round: RoundRecord, account: string): Promise<string> {
  const found = await trx
    .selectFrom('round_panelist')
    .select('name')
    .where('county', '=', round.county)
    .where('round', '=', round.id)
    .where('account', '=', account)
    .orderBy('withdrawn_at', (order) => order.desc().nullsFirst())
    .executeTakeFirst();
  if (!found)
    throw problems.unprocessable(
      '导出这个文件的人不在本轮评议人员名单上，没有收下。请核对是不是本轮的文件。',
    );
  return found.name;
}

interface Handing {
  account: string;
  by: string;
  round: RoundRecord;
}

async function takeContent(
  trx: Trx,
  { account, by, round }: Handing,
  { entries, files }: HandedOver,
): Promise<Omit<HandOverTaken, 'panelist'>> {
  const { lines, added, refused } = await takeEntries(trx, { account, byFile: by, round: round.id }, entries);
  let kept = 0;
  for (const { base64, ...file } of files) {
    const fault = await takeFile(trx, { account, round: round.id }, { file, base64 });
    if (fault) refused.push({ id: file.id, code: 'bad-file', message: fault });
    else kept += 1;
  }
  return {
    entries: lines.length,
    added,
    files: kept,
    refused: refused.map(({ id, message }) => ({ id, message })),
  };
}

/** In words why a photograph was not taken; undefined: it is there. */
async function takeFile(
  trx: Trx,
  { account, round }: { account: string; round: number },
  { file: body, base64 }: { file: Parameters<typeof registerFile>[2]; base64: string },
): Promise<string | undefined> {
  try {
    const file = await registerFile(trx, account, body, round);
    if (file.received_at !== null) return undefined;
    return await keepWhole(trx, file, [{ at: 0, content: Buffer.from(base64, 'base64') }]);
  } catch (thrown) {
    // A refusal in words leaves the transaction whole; anything else must end it.
    if (thrown instanceof Problem) return thrown.message;
    throw thrown;
  }
}
