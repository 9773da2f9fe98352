import { problems } from '../../../http/problem.ts';
import type { RegisterKind } from '../register-kind.ts';
import { sourceKeys } from '../source-key.ts';
import { presentCommon } from './present-common.ts';
import { requireCode } from './require-code.ts';

/** Anonymous polls: only the sums of the slips. */
export const polls: RegisterKind<'polls', 'poll'> = {
  register: 'polls',
  title: '测评结果',
  table: 'poll',
  day: 'held_on',
  code: 'about',
  searched: [],
  toColumns: (body, { vocabulary }) => {
    requireCode(vocabulary.vocabulary.polls, body.about, 'about');
    if (body.satisfied + body.basically + body.dissatisfied > body.slips)
      throw problems.badInput([{ path: 'slips', message: '各项票数之和不能多于收回的票数。' }]);
    return {
      about: body.about,
      held_on: body.heldOn,
      slips: body.slips,
      satisfied: body.satisfied,
      basically: body.basically,
      dissatisfied: body.dissatisfied,
      source_key: sourceKeys.polls(body),
    };
  },
  present: (row, showing) => ({
    register: 'polls',
    ...presentCommon(row, showing),
    about: row.about,
    heldOn: row.held_on,
    slips: row.slips,
    satisfied: row.satisfied,
    basically: row.basically,
    dissatisfied: row.dissatisfied,
  }),
};

/** The joint score of a panel on one look. */
export const ratings: RegisterKind<'ratings', 'rating'> = {
  register: 'ratings',
  title: '现场评议',
  table: 'rating',
  day: 'rated_on',
  searched: ['look', 'source'],
  toColumns: (body) => ({
    look: body.look,
    rated_on: body.ratedOn,
    score: body.score,
    panelists: body.panelists,
    source: body.source ?? null,
    source_key: sourceKeys.ratings(body),
  }),
  present: (row, showing) => ({
    register: 'ratings',
    ...presentCommon(row, showing),
    look: row.look,
    ratedOn: row.rated_on,
    score: row.score,
    panelists: row.panelists,
    source: row.source,
  }),
};
