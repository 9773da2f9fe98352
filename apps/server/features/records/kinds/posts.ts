import type { RegisterKind } from '../register-kind.ts';
import { sourceKeys } from '../source-key.ts';
import { presentCommon, presentPerson } from './present-common.ts';
import { requireCode, requireOrder } from './require-code.ts';

/** Who holds a post, from when to when. */
export const posts: RegisterKind<'posts', 'seat'> = {
  register: 'posts',
  title: '任职',
  table: 'seat',
  day: 'held_from',
  code: 'post',
  searched: [],
  persons: (row) => [row.person],
  toColumns: (body, { vocabulary }) => {
    requireCode(vocabulary.vocabulary.posts, body.post, 'post');
    requireOrder(body.heldFrom, body.heldUntil, 'heldUntil');
    return {
      person: body.person,
      post: body.post,
      held_from: body.heldFrom,
      held_until: body.heldUntil ?? null,
      source_key: sourceKeys.posts(body),
    };
  },
  present: (row, showing) => ({
    register: 'posts',
    ...presentCommon(row, showing),
    person: presentPerson(row.person, showing.names),
    post: row.post,
    heldFrom: row.held_from,
    heldUntil: row.held_until,
  }),
};
