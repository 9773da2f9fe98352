import type { RecordRegister } from '@hujian/contract';
import type { RecordTable, RegisterKind } from '../register-kind.ts';
import { activities, trainings } from './activities.ts';
import { documents, events, figures, registers } from './ledgers.ts';
import { polls, ratings } from './opinions.ts';
import { posts } from './posts.ts';
import { roster } from './roster.ts';

/** Every register; a new one does not compile until it is here. */
export const kinds = {
  roster,
  posts,
  activities,
  trainings,
  figures,
  documents,
  events,
  polls,
  ratings,
  registers,
} satisfies { [R in RecordRegister]: RegisterKind<R, never> | { register: R } };

/** A kind with its types put away, for what is the same in every register. */
export type AnyKind = RegisterKind<RecordRegister, RecordTable>;

export const kindOf = (register: RecordRegister): AnyKind => kinds[register] as unknown as AnyKind;
