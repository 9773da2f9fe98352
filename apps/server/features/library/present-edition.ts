import type { EditionPage, editionRows, editionsCompared } from '@hujian/contract';
import { compareEditions, type Edition, itemsOf } from '@hujian/engine';
import { sql } from 'kysely';
import type * as z from 'zod';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import type { Context } from '../../http/route.ts';
import { listAdopted, listEditions } from '../standings/adopted.ts';
import { listLocals } from '../standings/list-locals.ts';
import { describeChecks } from './describe-edition.ts';

type In<Params = unknown, Query = unknown> = Context<Params, Query, unknown>;

/** The newest revision of every edition; `adopted` says that somebody in the subtree is judged by it today. */
export async function listLibrary({ trx, actor, today }: In): Promise<z.input<typeof editionRows>> {
  const { rows } = await sql<{ body: Edition; revision: number; owner: number | null; name: string | null }>`
    select distinct on (e.id) e.body, e.revision, e.owner, o.name
    from edition e left join organization o on o.id = e.owner order by e.id, e.revision desc`.execute(trx);
  const adopted = new Set(await listAdoptedHere(trx, actor.scope?.path, today));
  return {
    rows: rows.map(({ body, revision, owner, name }) => ({
      id: body.id,
      standard: body.standard,
      label: body.label,
      title: body.title,
      kind: body.kind,
      appliesTo: [...body.appliesTo.kinds],
      level: body.level,
      inForce: body.inForce,
      items: itemsOf(body).length,
      fullMarks: body.fullMarks,
      revision,
      basis: body.basis.map((one) => ({ ...one })),
      follows: body.follows ?? null,
      adopted: adopted.has(body.id),
      owner: owner === null ? null : { id: owner, name: name ?? '' },
    })),
    can: [...actor.can].filter((name) => name === 'adoption.manage' || name === 'parameter.tighten'),
  };
}

async function listAdoptedHere(trx: Trx, path: string | undefined, today: string): Promise<string[]> {
  return path === undefined ? [] : listEditions(await listAdopted(trx, path, today));
}

/** One edition with each of its checks put into words. */
export async function getEditionPage(context: In<{ standard: string; label: string }>): Promise<EditionPage> {
  const { trx, params, actor, services, today } = context;
  const row = await getNewest(trx, `${params.standard}/${params.label}`);
  const edition = row.body as Edition;
  const path = actor.scope?.path ?? '';
  const where = { locals: await listLocals(trx, path, edition.standard), path, day: today };
  const { chapters, ...rest } = edition;
  return {
    id: edition.id,
    revision: row.revision,
    sha256: row.sha256,
    loadedAt: row.loaded_at.toISOString(),
    adopted: (await listAdoptedHere(trx, actor.scope?.path, today)).includes(edition.id),
    owner: row.owner === null ? null : { id: row.owner, name: row.owner_name ?? '' },
    edition: { ...rest, chapters: chapters.map(withoutExamples) },
    sentences: describeChecks(edition, services.vocabulary.vocabulary, where),
    can: [...actor.can].filter((name) => name === 'adoption.manage' || name === 'parameter.tighten'),
  };
}

/** Acceptance examples are for the tests, not for the screen. */
const withoutExamples = (chapter: Edition['chapters'][number]) => ({
  ...chapter,
  items: chapter.items.map(({ examples: _examples, ...item }) => item),
});

async function getNewest(trx: Trx, id: string) {
  const row = await trx
    .selectFrom('edition as e')
    .leftJoin('organization as o', 'o.id', 'e.owner')
    .selectAll('e')
    .select('o.name as owner_name')
    .where('e.id', '=', id)
    .orderBy('e.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw problems.notFound(`标准版本“${id}”`);
  return row;
}

/** Two editions side by side, with the differences and their basis. */
export async function compareEditionPages({
  trx,
  query,
}: In<unknown, { a: string; b: string }>): Promise<z.input<typeof editionsCompared>> {
  const [a, b] = [await getNewest(trx, query.a), await getNewest(trx, query.b)];
  if (a.standard !== b.standard) throw problems.unprocessable('只有同一标准的两个版本可以对照，请另选版本。');
  const comparison = compareEditions(a.body as Edition, b.body as Edition);
  return { a: { id: a.id, title: a.title }, b: { id: b.id, title: b.title }, comparison };
}
