import {
  adjustBody,
  answerBody,
  computeBody,
  contactBody,
  contactShown,
  correctResultBody,
  noticeBody,
  objectionParams,
  pageOf,
  resultFull,
  resultParams,
  roundParams,
  stepBody,
  waitingQuery,
  waitingResult,
} from '@hujian/contract';
import { route } from '../../http/route.ts';
import { getRound } from '../rounds/rounds.ts';
import { adjustResult, computeResult } from './compute-result.ts';
import { correctResult } from './correct-result.ts';
import { exportPacket } from './export-packet.ts';
import { listWaiting } from './list-waiting.ts';
import { noticeResult } from './notices.ts';
import { answerObjection, showContact } from './objections.ts';
import { presentResult } from './present-result.ts';
import { findRoundResult } from './results.ts';
import { acceptResult, publishResult, returnResult, submitResult } from './step-result.ts';

const managed = {
  method: 'POST',
  permission: 'round.manage',
  access: 'write',
  response: resultFull,
} as const;
const approved = { ...managed, permission: 'result.approve' } as const;

export const resultRoutes = [
  route({
    method: 'GET',
    url: '/rounds/:round/result',
    summary: '一轮活动的评议结果',
    permission: 'round.read',
    access: 'read',
    params: roundParams,
    response: resultFull.nullable(),
    handle: async (context) => {
      const { id } = await getRound(context.trx, context.params.round);
      const row = await findRoundResult(context.trx, id);
      return row ? presentResult(context, row) : null;
    },
  }),
  route({
    ...managed,
    url: '/rounds/:round/result',
    summary: '计算评议结果',
    act: 'result.compute',
    params: roundParams,
    body: computeBody,
    handle: computeResult,
  }),
  route({
    method: 'GET',
    url: '/results/waiting',
    summary: '等待审定的评议结果',
    permission: 'result.approve',
    access: 'read',
    query: waitingQuery,
    response: pageOf(waitingResult),
    handle: listWaiting,
  }),
  route({
    method: 'GET',
    url: '/results/:result/packet',
    summary: '下载评议结果的数据包',
    permission: 'round.read',
    access: 'read',
    act: 'export.packet',
    params: resultParams,
    response: 'file',
    handle: exportPacket,
  }),
  route({
    ...managed,
    url: '/results/:result/adjust',
    summary: '调整一个单位的总分',
    act: 'result.adjust',
    params: resultParams,
    body: adjustBody,
    handle: adjustResult,
  }),
  route({
    ...managed,
    url: '/results/:result/submit',
    summary: '报送评议结果',
    act: 'result.submit',
    params: resultParams,
    body: stepBody,
    handle: submitResult,
  }),
  route({
    ...approved,
    url: '/results/:result/accept',
    summary: '审定评议结果',
    act: 'result.accept',
    params: resultParams,
    body: stepBody,
    handle: acceptResult,
  }),
  route({
    ...approved,
    url: '/results/:result/return',
    summary: '退回评议结果',
    act: 'result.return',
    params: resultParams,
    body: stepBody,
    handle: returnResult,
  }),
  route({
    ...managed,
    url: '/results/:result/notice',
    summary: '公示评议结果',
    act: 'result.notice',
    params: resultParams,
    body: noticeBody,
    handle: noticeResult,
  }),
  route({
    ...managed,
    url: '/results/:result/publish',
    summary: '公布评议结果',
    act: 'result.publish',
    params: resultParams,
    body: stepBody,
    handle: publishResult,
  }),
  route({
    ...managed,
    url: '/results/:result/correct',
    summary: '更正已公布的评议结果',
    act: 'result.correct',
    params: resultParams,
    body: correctResultBody,
    handle: correctResult,
  }),
  route({
    ...managed,
    url: '/objections/:objection/answer',
    summary: '答复异议',
    act: 'objection.answer',
    params: objectionParams,
    body: answerBody,
    handle: answerObjection,
  }),
  route({
    method: 'POST',
    url: '/objections/:objection/contact',
    summary: '查看异议人的联系方式',
    permission: 'sensitive.view',
    access: 'read',
    act: 'objection.contact',
    params: objectionParams,
    body: contactBody,
    response: contactShown,
    handle: showContact,
  }),
];
