import {
  ballotBody,
  ballotParams,
  ballotRow,
  ballotsQuery,
  pageOf,
  slipParams,
  slipShown,
  slipsMade,
  voteBody,
} from '@hujian/contract';
import { limitPublic } from '../../http/limit-public.ts';
import { route } from '../../http/route.ts';
import { getBallot, presentBallot } from './ballots.ts';
import { castVote, showSlip } from './cast-vote.ts';
import { closeBallot } from './close-ballot.ts';
import { createBallot } from './create-ballot.ts';
import { listBallots } from './list-ballots.ts';
import { makeSlips } from './make-slips.ts';

/** A meeting votes at once through one wireless box: many in a minute, but no machine that guesses. */
const voting = limitPublic(300, 60_000);
const permission = 'round.manage';

export const routes = [
  route({
    method: 'GET',
    url: '/ballots',
    summary: '测评',
    permission: 'round.read',
    access: 'read',
    query: ballotsQuery,
    response: pageOf(ballotRow),
    handle: listBallots,
  }),
  route({
    method: 'POST',
    url: '/ballots',
    summary: '发起测评',
    permission,
    access: 'write',
    act: 'ballot.create',
    body: ballotBody,
    response: ballotRow,
    status: 201,
    handle: createBallot,
  }),
  route({
    method: 'GET',
    url: '/ballots/:ballot',
    summary: '一次测评',
    permission: 'round.read',
    access: 'read',
    params: ballotParams,
    response: ballotRow,
    handle: async (context) => presentBallot(context, await getBallot(context.trx, context.params.ballot)),
  }),
  route({
    method: 'POST',
    url: '/ballots/:ballot/slips',
    summary: '印发测评票',
    permission,
    access: 'write',
    act: 'ballot.slips',
    params: ballotParams,
    response: slipsMade,
    status: 201,
    handle: makeSlips,
  }),
  route({
    method: 'POST',
    url: '/ballots/:ballot/close',
    summary: '结束测评',
    permission,
    access: 'write',
    act: 'ballot.close',
    params: ballotParams,
    response: ballotRow,
    handle: closeBallot,
  }),
  route({
    method: 'GET',
    url: '/public/slips/:slip',
    summary: '一张测评票',
    permission: 'public',
    access: 'read',
    door: { system: 'whoever holds a slip is nobody: that is what makes it anonymous' },
    params: slipParams,
    response: slipShown,
    handle: (context) => {
      voting(context);
      return showSlip(context);
    },
  }),
  route({
    method: 'POST',
    url: '/public/slips/:slip',
    summary: '投票',
    permission: 'public',
    access: 'write',
    door: { system: 'whoever holds a slip is nobody: that is what makes it anonymous' },
    // No line: a trail with moments would join slips to votes.
    act: null,
    params: slipParams,
    body: voteBody,
    response: slipShown,
    handle: (context) => {
      voting(context);
      return castVote(context);
    },
  }),
];
