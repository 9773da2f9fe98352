import type { StandingPage, standingQuery } from '@hujian/contract';
import type { Standing } from '@hujian/engine';
import type { Selectable } from 'kysely';
import type * as z from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import type { StandingTable } from '../../database/tables.ts';
import { problems } from '../../http/problem.ts';
import { bandOf } from './band.ts';
import { chooseEdition } from './choose-edition.ts';
import { getEdition, type LoadedEdition } from './editions.ts';
import { evaluate } from './evaluate.ts';
import { getEvaluation } from './find-evaluation.ts';
import { getScope, type Scoped } from './find-scope.ts';
import { readClock } from './locks.ts';
import { unpackItems } from './packed-items.ts';
import { sayChecks } from './say-checks.ts';

export type StandingQuery = z.output<typeof standingQuery>;

export interface Judgement {
  place: Scoped;
  edition: LoadedEdition;
  asOf: string;
  /** null: the moment of asking. */
  knownAt: Date | null;
  evaluation: number;
}

/** What is asked for: a saved evaluation, the current standing, or any day computed now. */
export async function readJudgement(
  trx: Trx,
  actor: Actor,
  organization: number,
  query: StandingQuery,
  today: string,
): Promise<Judgement> {
  const found = await getScope(trx, organization, actor.scope?.path);
  const place = await getJudged(trx, found);
  if (query.evaluation !== undefined) {
    const saved = await getEvaluation(trx, query.evaluation, actor.scope?.path);
    if (saved.state !== 'done') throw problems.conflict('这次考评还没有完成，请稍后再看。');
    const edition = await getEdition(trx, saved.edition, saved.revision);
    return { place, edition, asOf: saved.as_of, knownAt: saved.known_at, evaluation: saved.id };
  }
  const asOf = query.asOf ?? today;
  if (asOf > today) throw problems.badInput([{ path: 'asOf', message: '截止日期不能晚于今天。' }]);
  return {
    place,
    edition: await chooseEdition(trx, query.edition, place.path, asOf),
    asOf,
    knownAt: null,
    evaluation: 0,
  };
}

/** A party group is judged with its branch. */
async function getJudged(trx: Trx, place: Scoped): Promise<Scoped> {
  if (place.unit === null || place.unit === place.id) return place;
  return getScope(trx, place.unit, undefined);
}

export async function getStandingPage(
  trx: Trx,
  actor: Actor,
  organization: number,
  query: StandingQuery,
  today: string,
): Promise<StandingPage> {
  const asked = await readJudgement(trx, actor, organization, query, today);
  const standing = await getStanding(trx, asked, today);
  const { place, edition } = asked;
  const sentences = sayChecks(edition.edition, standing.asOf);
  return {
    organization: { id: place.id, name: place.name, level: place.level },
    edition: { id: edition.id, title: edition.title, revision: edition.revision },
    asOf: standing.asOf,
    knownAt: standing.knownAt,
    standing: presentStanding(standing),
    items: edition.edition.chapters.flatMap((chapter) =>
      chapter.items.map(({ code, number, title, text, checks }) => ({
        code,
        number,
        title,
        chapter: chapter.title,
        text,
        checks: checks.map((check) => ({
          id: check.id,
          title: check.title,
          sentence: sentences.get(`${code}/${check.id}`) ?? check.title,
        })),
      })),
    ),
    band: bandOf(standing),
    can: listCan(actor),
  };
}

function listCan(actor: Actor): string[] {
  return (['report', 'record.write', 'evaluate'] as const).filter((permission) => actor.can.has(permission));
}

/** The stored standing where it answers the question, else computed. */
async function getStanding(trx: Trx, asked: Judgement, today: string): Promise<Standing> {
  const { place, edition, asOf } = asked;
  const stored = await trx
    .selectFrom('standing')
    .selectAll()
    .where('county', '=', place.county)
    .where('organization', '=', place.id)
    .where('evaluation', '=', asked.evaluation)
    .where('edition', '=', edition.id)
    .executeTakeFirst();
  const answers =
    asked.evaluation !== 0 ||
    (asOf === today && stored?.as_of === today && stored.revision === edition.revision);
  if (stored && answers) return readStored(stored);
  if (asked.evaluation !== 0) throw problems.notFound('这个组织在这次考评中的结果');
  const knownAt = await readClock(trx);
  const request = { edition, asOf, knownAt, scopePath: place.path, units: [place.id] };
  for await (const [judged] of evaluate(trx, request)) if (judged) return judged.standing;
  throw problems.unprocessable(`“${place.name}”不在《${edition.title}》的适用范围内，没有考评结果。`);
}

function readStored(row: Selectable<StandingTable>): Standing {
  return {
    organization: row.organization,
    path: row.path,
    edition: row.edition,
    revision: row.revision,
    asOf: row.as_of,
    knownAt: row.known_at.toISOString(),
    points: row.points,
    possible: row.possible,
    fullMarks: row.full_marks,
    bonus: row.bonus,
    met: row.met,
    unmet: row.unmet,
    notApplicable: row.not_applicable,
    notKnown: row.not_known,
    warnings: row.warnings,
    blocked: row.blocked,
    items: unpackItems(row.items),
  };
}

/** The engine's data is read-only; the answer's schema looks at every field of it before it leaves. */
function presentStanding(standing: Standing): StandingPage['standing'] {
  const copy: unknown = structuredClone(standing);
  return copy as StandingPage['standing'];
}
