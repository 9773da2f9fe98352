import type { RatingPack } from '@hujian/contract';

export type PackRound = RatingPack['rounds'][number];
export type PackVisit = RatingPack['visits'][number];

/** The pack as the phone keeps it. */
export interface KeptPack extends Omit<RatingPack, 'entries'> {
  /** Visits that the plan no longer holds, with what was put down for them. */
  gone: number[];
}

export interface Merged {
  pack: KeptPack;
  /** What the panelist is told: the plan changed while he had no signal. */
  notices: string[];
}

/** Takes a new pack; visits that were written on stay although they left the plan, and so does their round. */
export function mergePack(before: KeptPack | null, fresh: RatingPack, written: ReadonlySet<number>): Merged {
  const { entries: _entries, ...now } = fresh;
  if (before === null) return { pack: { ...now, gone: [] }, notices: [] };
  const visits = new Set(now.visits.map((visit) => visit.id));
  const gone = before.visits.filter((visit) => !visits.has(visit.id) && written.has(visit.id));
  const rounds = new Set(now.rounds.map((round) => round.id));
  const oldRounds = before.rounds.filter(
    (round) => !rounds.has(round.id) && gone.some((visit) => visit.round === round.id),
  );
  return {
    pack: {
      ...now,
      visits: [...now.visits, ...gone],
      rounds: [...now.rounds, ...oldRounds],
      gone: gone.map((visit) => visit.id),
    },
    notices: [...tellItems(before, fresh), ...tellVisits(before, fresh, written)],
  };
}

function tellItems(before: KeptPack, fresh: RatingPack): string[] {
  return fresh.rounds.flatMap((round) => {
    const old = before.rounds.find((one) => one.id === round.id);
    if (old === undefined || old.version === round.version) return [];
    const names = (from: PackRound, without: PackRound) =>
      from.items
        .filter((item) => !without.items.some((one) => one.code === item.code))
        .map((item) => `“${item.title}”`)
        .join('、');
    const [out, added] = [names(old, round), names(round, old)];
    if (out === '' && added === '') return [];
    const parts = [
      out === '' ? '' : `不再评${out}，已给的分留着但不计入`,
      added === '' ? '' : `新增${added}，请补评`,
    ].filter((part) => part !== '');
    return [`“${round.title}”的评议条目有变：${parts.join('；')}。`];
  });
}

function tellVisits(before: KeptPack, fresh: RatingPack, written: ReadonlySet<number>): string[] {
  return before.visits.flatMap((old) => {
    if (before.gone.includes(old.id)) return [];
    const visit = fresh.visits.find((one) => one.id === old.id);
    const name = old.organization.name;
    if (visit === undefined)
      return [
        `${old.on} 到${name}的观摩已不在您的计划里。${written.has(old.id) ? '写下的内容还在手机上。' : ''}`,
      ];
    const told: string[] = [];
    if (visit.on !== old.on) told.push(`到${name}的观摩由 ${old.on} 改到 ${visit.on}。`);
    if (visit.session.closed && !old.session.closed)
      told.push(`“${visit.session.title}”已经结束，到${name}的评分不再收。`);
    return told;
  });
}
