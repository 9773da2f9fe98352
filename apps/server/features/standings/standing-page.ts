import type { StandingPage } from '@hujian/contract';
import type { Standing } from '@hujian/engine';
import type { Actor } from '../../access/actor.ts';
import type { Trx } from '../../database/door.ts';
import { problems } from '../../http/problem.ts';
import { bandOf } from './band.ts';
import { evaluate } from './evaluate.ts';
import { readClock } from './locks.ts';
import { type Judgement, readJudgement, type StandingQuery } from './read-judgement.ts';
import { readStored } from './read-stored.ts';
import { sayChecks } from './say-checks.ts';

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
  const sentences = sayChecks(edition, standing.asOf);
  return {
    organization: { id: place.id, name: place.name, level: place.level, kind: place.kind },
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

/** The engine's data is read-only; the answer's schema looks at every field of it before it leaves. */
function presentStanding(standing: Standing): StandingPage['standing'] {
  const copy: unknown = structuredClone(standing);
  return copy as StandingPage['standing'];
}
