import type { ResultFull, ResultUnit } from '@hujian/contract';
import type { Actor } from '../../access/actor.ts';
import { asSystemWithin, type Trx } from '../../database/door.ts';
import { isManager } from '../rounds/rounds.ts';
import { selectRoundUnits } from '../rounds/select-round-units.ts';
import { mayApprove } from './find-approver.ts';
import { findLastNotice, stateOn } from './find-notice.ts';
import { numberPanelists } from './gather-ratings.ts';
import { presentCorrections, presentNotices, presentObjections, presentSteps } from './present-parts.ts';
import { countOpen, isWhole, type ResultRecord } from './results.ts';
import { sayFlags } from './say-flags.ts';

export interface Showing {
  trx: Trx;
  actor: Actor;
  today: string;
}

/**
 * A result as this actor may see it: all of it inside the own subtree; below, one's own part in full and of the others
 * names and bands. Who was strict is for those who hold the round.
 */
export async function presentResult(showing: Showing, row: ResultRecord): Promise<ResultFull> {
  const { trx, actor, today } = showing;
  const whole = isWhole(actor, row);
  const { packet, outcome } = row;
  return {
    id: row.id,
    round: {
      id: row.round,
      title: row.round_title,
      organization: { id: row.organization, name: row.holder },
    },
    state: row.state,
    version: row.version,
    sha256: row.sha256,
    ranked: row.ranked,
    basis: packet.basis,
    weights: packet.weights,
    weightsPublishedAt: packet.weightsPublishedAt,
    tieRule: packet.tieRule,
    approver: await findApproverName(trx, row),
    units: await presentUnits(trx, actor, row),
    panelists: isManager(actor, row) ? await presentPanelists(trx, row) : null,
    kendallW: whole ? outcome.kendallW : null,
    warnings: whole ? outcome.warnings : [],
    steps: whole ? await presentSteps(trx, row) : [],
    notices: await presentNotices(trx, row, today),
    objections: whole ? await presentObjections(trx, row) : [],
    corrections: await presentCorrections(trx, row, whole),
    can: await listCan(showing, row),
  };
}

async function findApproverName(trx: Trx, row: ResultRecord): Promise<ResultFull['approver']> {
  const { approver } = row;
  if (approver === null) return null;
  const found = await asSystemWithin(trx, 'who accepts a result lies above whoever sees it', () =>
    trx.selectFrom('organization').select(['id', 'name']).where('id', '=', approver).executeTakeFirst(),
  );
  return found ?? null;
}

async function presentUnits(trx: Trx, actor: Actor, row: ResultRecord): Promise<ResultUnit[]> {
  const places = await asSystemWithin(trx, 'the units of a result that the actor sees, by their names', () =>
    selectRoundUnits(trx, { county: row.county, id: row.round }).select('p.name as parent').execute(),
  );
  const byCode = new Map(places.map((place) => [place.code, place]));
  const packed = new Map(row.packet.units.map((unit) => [unit.code, unit]));
  const scope = actor.scope?.path ?? '-';
  return row.outcome.units.flatMap((unit) => {
    const place = byCode.get(unit.code);
    const from = packed.get(unit.code);
    if (!place || !from) return [];
    const { code: _code, weightKnown: _weight, ...numbers } = unit;
    const own = place.path.startsWith(scope) || scope.startsWith(place.path);
    const shown: ResultUnit = {
      organization: { id: place.id, name: from.name, parentName: place.parent ?? '' },
      class: from.class,
      notKnownShare: from.standing?.notKnownShare ?? null,
      adjustments: row.packet.adjustments
        .filter((one) => one.unit === unit.code)
        .map(({ points, reason, by, at }) => ({ points, reason, by, at })),
      ...numbers,
    };
    return [own || isWhole(actor, row) ? shown : { ...shown, ...hidden }];
  });
}

/** Of others, those below see the name and the band: points are between a unit and those above it. */
const hidden: Omit<ResultUnit, 'organization' | 'band'> = {
  class: null,
  notKnownShare: null,
  standing: null,
  rating: null,
  poll: null,
  adjustment: 0,
  adjustments: [],
  total: null,
  low: null,
  high: null,
  rankLow: null,
  rankHigh: null,
};

async function presentPanelists(trx: Trx, row: ResultRecord): Promise<ResultFull['panelists']> {
  const people = [...(await numberPanelists(trx, { county: row.county, id: row.round })).values()];
  const nameOf = (called: string) => people.find(({ name }) => name === called)?.person ?? called;
  const units = new Map(row.packet.units.map(({ code, name }) => [code, name]));
  return row.outcome.panelists.map(({ panelist, severity, consistency, sheets, flags }) => ({
    panelist,
    name: nameOf(panelist),
    severity,
    consistency,
    sheets,
    flags: sayFlags(flags, nameOf, (code) => units.get(code) ?? code),
  }));
}

/** What this person may do now: state, role and place together. */
async function listCan({ trx, actor, today }: Showing, row: ResultRecord): Promise<string[]> {
  const can: string[] = [];
  const open = isWhole(actor, row) ? await countOpen(trx, row) : 0;
  if (row.state === 'submitted' && mayApprove(actor, row))
    can.push(...(open === 0 ? ['result.accept'] : []), 'result.return');
  if (!isManager(actor, row)) return can;
  if (row.state === 'draft' || row.state === 'returned')
    can.push('result.compute', 'result.adjust', 'result.submit');
  if (row.state === 'accepted' && open === 0) can.push('result.notice');
  if (row.state === 'noticed' && open === 0) {
    const notice = await findLastNotice(trx, row);
    if (notice && stateOn(notice, today) === 'ended') can.push('result.publish');
  }
  if (row.state === 'published') can.push('result.correct');
  if (open > 0) can.push('objection.answer');
  if (actor.can.has('sensitive.view')) can.push('objection.contact');
  return can;
}
