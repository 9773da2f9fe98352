import type { EntryBody, EntryKind, RoundItem, VisitEntry } from '@hujian/contract';
import { listInForce, type Said } from './said.ts';

type Body<K extends EntryKind> = Extract<EntryBody, { kind: K }>;

/** One of a list: its own id is the second part of its field. */
export interface Listed<K extends EntryKind> {
  id: string;
  item: string | null;
  body: Body<K>;
  said: Said;
}

export interface Scored {
  body: Body<'score'>;
  said: Said;
}

export interface Sheet {
  /** By item code. */
  scores: Map<string, Scored>;
  /** Scores of items that the round no longer judges: kept, not counted. */
  apart: { item: string; scored: Scored }[];
  hear: Body<'hear'> | null;
  examine: Listed<'examine'>[];
  look: Listed<'look'>[];
  discuss: Listed<'discuss'>[];
  finding: Listed<'finding'>[];
  practice: Listed<'practice'>[];
  photo: Listed<'photo'>[];
  judged: number;
  of: number;
  missing: RoundItem[];
  /** in: handed in and nothing scored since; taken-back: was in, a score came later. */
  state: 'open' | 'in' | 'taken-back';
}

/** What one panelist's entries for one visit come to. */
export function readSheet(said: readonly Said[], items: readonly RoundItem[]): Sheet {
  const inForce = [...listInForce(said).values()];
  const scores = new Map<string, Scored>();
  for (const one of inForce)
    if (one.entry.body.kind === 'score' && one.entry.item !== null)
      scores.set(one.entry.item, { body: one.entry.body, said: one });
  const codes = new Set(items.map((item) => item.code));
  const missing = items.filter((item) => !scores.has(item.code));
  const heard = inForce.find((one) => one.entry.body.kind === 'hear')?.entry.body;
  return {
    scores,
    apart: [...scores].filter(([item]) => !codes.has(item)).map(([item, scored]) => ({ item, scored })),
    hear: heard?.kind === 'hear' ? heard : null,
    examine: listOf(inForce, 'examine'),
    look: listOf(inForce, 'look'),
    discuss: listOf(inForce, 'discuss'),
    finding: listOf(inForce, 'finding'),
    practice: listOf(inForce, 'practice'),
    photo: listOf(inForce, 'photo'),
    judged: items.length - missing.length,
    of: items.length,
    missing,
    state: stateOf(inForce),
  };
}

type Gone = Extract<EntryBody, { gone: boolean }>['kind'];

function listOf<K extends Gone>(inForce: readonly Said[], kind: K): Listed<K>[] {
  const is = (body: EntryBody): body is Body<K> => body.kind === kind;
  return inForce
    .flatMap((said): Listed<K>[] => {
      const { body, field, item } = said.entry;
      if (!is(body) || ('gone' in body && body.gone)) return [];
      return [{ id: field.slice(field.indexOf('/') + 1), item, body, said }];
    })
    .sort((a, b) => a.said.seq - b.said.seq);
}

function stateOf(inForce: readonly Said[]): Sheet['state'] {
  const submit = inForce.find((one) => one.entry.body.kind === 'submit')?.entry;
  if (submit?.body.kind !== 'submit' || !submit.body.done) return 'open';
  const later = (entry: VisitEntry) => entry.body.kind === 'score' && entry.clock > submit.clock;
  return inForce.some((one) => later(one.entry)) ? 'taken-back' : 'in';
}
