import type { RatingPack, VisitEntry } from '@hujian/contract';
import type { Standing } from '@hujian/engine';
import type { Trx } from '../../../database/door.ts';
import type { Context } from '../../../http/route.ts';
import type { LoadedEdition } from '../../standings/editions.ts';
import { getVocabulary } from '../../standings/vocabulary.ts';
import { entryColumns, presentEntry } from '../entries/present-entry.ts';
import { getReceiptKey } from '../entries/receipt-key.ts';
import { handOverKey } from '../hand-over/open-hand-over.ts';
import { sayWay } from './class-way.ts';
import { findColleagues, findRounds, findVisits, type PackRound, type PackVisit } from './find-visits.ts';
import { listDeclared } from './list-declared.ts';
import { listEarlier } from './list-earlier.ts';
import { listUnitLines } from './list-unit-lines.ts';
import { sayBelow } from './say-below.ts';
import { sayDeclared } from './say-declared.ts';

type Visit = RatingPack['visits'][number];
type Declared = Map<number, { edition: LoadedEdition; standings: Map<number, readonly Standing[]> }>;

/** GET /rating/pack: all that the phone needs in a valley without signal. */
export async function getPack(context: Context<unknown, unknown, unknown>): Promise<RatingPack> {
  const { trx, actor, services, today } = context;
  const visits = await findVisits(trx, actor.account, today);
  const rounds = await findRounds(trx, visits);
  const declared: Declared = new Map();
  for (const round of rounds) {
    const units = visits.filter((visit) => visit.round === round.id);
    declared.set(round.id, await listDeclared(trx, round, units, today));
  }
  const entries = await listOwn(trx, actor.account, visits);
  const parts = {
    colleagues: await findColleagues(trx, visits, actor.account),
    lines: await listUnitLines({ trx, services, today }, visits),
    earlier: await listEarlier(trx, visits),
  };
  return {
    account: { id: actor.account, name: actor.name },
    now: services.now().toISOString(),
    today,
    receiptKey: getReceiptKey(services.sealed).publicJwk,
    handOverKey: handOverKey(services.sealed, actor.account).toString('base64url'),
    clock: entries.reduce((highest, { clock }) => Math.max(highest, clock), 0),
    rounds: rounds.map((round) => presentRound(round, declared)),
    visits: visits.map((visit) => ({
      ...presentVisit(visit),
      colleagues: parts.colleagues.get(visit.id) ?? [],
      file: parts.lines.get(visit.organization) ?? [],
      declared: presentDeclared(visit, rounds, declared),
      earlier: parts.earlier.get(visit.organization) ?? [],
    })),
    entries,
  };
}

function presentRound(round: PackRound, declared: Declared): RatingPack['rounds'][number] {
  const { id, title, holder, theme, version, items, state } = round;
  const edition = declared.get(id)?.edition.title ?? round.edition;
  return { id, title, organization: holder, theme, version, edition, items, state };
}

function presentVisit(visit: PackVisit): Omit<Visit, 'colleagues' | 'file' | 'declared' | 'earlier'> {
  return {
    id: visit.id,
    round: visit.round,
    session: { id: visit.session, title: visit.session_title, closed: visit.session_closed },
    on: visit.planned_on,
    route: visit.route,
    turn: visit.turn,
    organization: {
      id: visit.organization,
      name: visit.name,
      latitude: visit.latitude,
      longitude: visit.longitude,
    },
    class: visit.class,
    way: sayWay(visit.class),
    judges: visit.judges,
  };
}

function presentDeclared(
  visit: PackVisit,
  rounds: readonly PackRound[],
  declared: Declared,
): Visit['declared'] {
  const round = rounds.find(({ id }) => id === visit.round);
  const of = declared.get(visit.round);
  const standings = of?.standings.get(visit.organization) ?? [];
  const standing = standings[0];
  if (!round || !of || !standing) return null;
  const { edition, title } = of.edition;
  const items =
    standing.organization === visit.organization
      ? sayDeclared(standing, { items: round.items, edition, vocabulary: getVocabulary() })
      : sayBelow(standings, { items: round.items, edition });
  return { edition: title, asOf: standing.asOf, items };
}

/** What the server has of this panelist. */
async function listOwn(trx: Trx, account: string, visits: readonly PackVisit[]): Promise<VisitEntry[]> {
  if (visits.length === 0) return [];
  const rows = await trx
    .selectFrom('visit_entry')
    .select(entryColumns)
    .where('county', 'in', [...new Set(visits.map(({ county }) => county))])
    .where(
      'visit',
      'in',
      visits.map(({ id }) => id),
    )
    .where('account', '=', account)
    .orderBy('clock')
    .orderBy('id')
    .execute();
  return rows.map(presentEntry);
}
