import { createHash } from 'node:crypto';
import type { Published, publishBody } from '@hujian/contract';
import { assemble, type Header } from '@hujian/drafting';
import { type Edition, parseSource, type Vocabulary } from '@hujian/engine';
import type * as z from 'zod';
import type { AuditDraft } from '../../audit/audit-draft.ts';
import { canonicalJson } from '../../audit/chain.ts';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { getEdition } from '../standings/editions.ts';
import { sayErrors } from './draft-edition.ts';
import { type DraftRecord, getDraft, requireOpen, saveWork } from './drafts.ts';

type Body = z.output<typeof publishBody>;

/** POST /drafts/:id/publish */
export const publishDraft = ({
  trx,
  params,
  body,
  note,
  services,
}: Context<{ id: number }, unknown, Body>): Promise<Published> =>
  publish(trx, { id: params.id, body, vocabulary: services.vocabulary.vocabulary, note });

export interface PublishOrder {
  id: number;
  body: Body;
  vocabulary: Vocabulary;
  note: (line: Omit<AuditDraft, 'act'>) => void;
}

/**
 * The draft becomes an edition of its organization, in force from a day, for good. Nobody is judged by it until it is
 * adopted; what was judged by older editions stays as it was. In an actor's transaction.
 */
export async function publish(trx: Trx, { id, body, vocabulary, note }: PublishOrder): Promise<Published> {
  const row = await getDraft(trx, id);
  requireOpen(row, body.version);
  requireDecided(row);
  if (body.follows) await getEdition(trx, body.follows);
  const edition = readEdition(row, headerOf(row, body), vocabulary);
  const sha256 = await insertEdition(trx, row, edition);
  await saveWork(trx, row, row.work, { edition: edition.id });
  note({
    object: `edition/${edition.id}`,
    county: row.county,
    organization: row.organization,
    path: row.path,
    details: { draft: row.id, sha256, inForce: edition.inForce, basis: edition.basis },
  });
  return { edition: edition.id, revision: 1 };
}

const headerOf = (row: DraftRecord, body: Body): Header => ({
  standard: body.standard,
  label: `${body.label}-${row.organization}`,
  inForce: body.inForce,
  basis: body.basis,
  ...(body.follows ? { follows: body.follows } : {}),
});

function readEdition(row: DraftRecord, header: Header, vocabulary: Vocabulary): Edition {
  const source = assemble(row.work, header, { undecided: 'leave' });
  // What was left out of a basis is left out of the file too.
  const { edition, errors } = parseSource(JSON.parse(JSON.stringify(source)), vocabulary);
  if (edition) return edition;
  const issues = sayErrors(errors.slice(0, 50)).map(({ path, message }) => ({ path, message }));
  throw problems.unprocessable(`还有${errors.length}处错误，没有发布。请改正后再发布。`, issues);
}

function requireDecided({ counts, work }: DraftRecord): void {
  const open = counts.proposals.proposed;
  if (open > 0)
    throw problems.unprocessable(`还有 ${open} 项没有定：请逐项选“采纳”“修改”“现场评”或“不要”，再发布。`);
  if (work.kind === null)
    throw problems.unprocessable('还没有选定适用于哪一类组织，请在“条目”上方选定后再发布。');
}

async function insertEdition(trx: Trx, row: DraftRecord, edition: Edition): Promise<string> {
  const body = canonicalJson(edition);
  const sha256 = createHash('sha256').update(body).digest('hex');
  await asSystemWithin(
    trx,
    'an officer publishes an edition; the law is written by the program only',
    async () => {
      const taken = await trx
        .selectFrom('edition')
        .select('id')
        .where('id', '=', edition.id)
        .executeTakeFirst();
      if (taken) throw problems.conflict(`版本“${edition.id}”已经发布过，请换一个版本名。`);
      await trx
        .insertInto('edition')
        .values({
          id: edition.id,
          revision: 1,
          standard: edition.standard,
          title: edition.title,
          kind: edition.kind,
          level: edition.level,
          label: edition.label,
          in_force_from: edition.inForce,
          sha256,
          body,
          owner: row.organization,
          path: row.path,
        })
        .execute();
    },
  );
  return sha256;
}
