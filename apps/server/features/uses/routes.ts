import {
  classProposal,
  decideProposalBody,
  documentFull,
  documentParams,
  documentRow,
  endFollowUpBody,
  followUp,
  followUpBody,
  followUpParams,
  followUpsQuery,
  fund,
  fundBody,
  fundLinesBody,
  fundParams,
  fundStepBody,
  listOf,
  pageOf,
  paymentBody,
  paymentParams,
  proposalParams,
  roundDocumentBody,
  roundParams,
  withdrawPaymentBody,
} from '@hujian/contract';
import * as z from 'zod';
import { route } from '../../http/route.ts';
import { decideProposal } from './classes/decide-proposal.ts';
import { drawUpProposals } from './classes/draw-up.ts';
import { listProposals } from './classes/list-proposals.ts';
import { getDocument, listDocuments } from './documents/get-document.ts';
import { saveDocument } from './documents/save-document.ts';
import { writeDocx, writeXlsx } from './documents/write-files.ts';
import { changeFollowUp, endFollowUp } from './follow-ups/change-follow-up.ts';
import { draftFollowUps } from './follow-ups/draft-follow-ups.ts';
import { listFollowUps } from './follow-ups/list-follow-ups.ts';
import { changeLines, decideFund, getOneFund, submitFund } from './funds/change-fund.ts';
import { createFund, listRoundFunds } from './funds/create-fund.ts';
import { payFund, withdrawPayment } from './funds/pay-fund.ts';

/** What the result says reaches those who hold the round and those above, who also read its documents. */
const reading = { method: 'GET', permission: 'report', access: 'read' } as const;
const managing = { method: 'POST', permission: 'round.manage', access: 'write' } as const;
const approving = { method: 'POST', permission: 'result.approve', access: 'write' } as const;
const file = { ...reading, act: 'export.report', params: documentParams, response: 'file' } as const;
const nothing = z.looseObject({}).optional();
/** A long document with all its sections. */
const bodyLimit = 2 * 1024 * 1024;

export const routes = [
  route({
    ...reading,
    url: '/rounds/:round/documents',
    summary: '一轮活动的公文',
    params: roundParams,
    response: listOf(documentRow),
    handle: listDocuments,
  }),
  route({ ...file, url: '/rounds/:round/documents/:kind.docx', summary: '下载公文', handle: writeDocx }),
  route({
    ...file,
    url: '/rounds/:round/documents/:kind.xlsx',
    summary: '下载公文的表格',
    handle: writeXlsx,
  }),
  route({
    ...reading,
    url: '/rounds/:round/documents/:kind',
    summary: '一份公文',
    params: documentParams,
    response: documentFull,
    handle: getDocument,
  }),
  route({
    ...managing,
    url: '/rounds/:round/documents/:kind',
    summary: '保存公文的文字',
    act: 'document.save',
    params: documentParams,
    body: roundDocumentBody,
    bodyLimit,
    response: documentFull,
    handle: saveDocument,
  }),
  route({
    ...reading,
    url: '/rounds/:round/funds',
    summary: '一轮活动的奖补资金',
    params: roundParams,
    response: listOf(fund),
    handle: listRoundFunds,
  }),
  route({
    ...managing,
    url: '/rounds/:round/funds',
    summary: '测算奖补资金',
    act: 'fund.create',
    params: roundParams,
    body: fundBody,
    response: fund,
    status: 201,
    handle: createFund,
  }),
  route({
    ...reading,
    url: '/funds/:fund',
    summary: '一笔奖补资金',
    params: fundParams,
    response: fund,
    handle: getOneFund,
  }),
  route({
    ...managing,
    url: '/funds/:fund/lines',
    summary: '调整奖补金额',
    act: 'fund.change',
    params: fundParams,
    body: fundLinesBody,
    response: fund,
    handle: changeLines,
  }),
  route({
    ...managing,
    url: '/funds/:fund/submit',
    summary: '奖补资金报审',
    act: 'fund.submit',
    params: fundParams,
    body: fundStepBody,
    response: fund,
    handle: submitFund,
  }),
  route({
    ...approving,
    url: '/funds/:fund/approve',
    summary: '批准奖补资金',
    act: 'fund.approve',
    params: fundParams,
    body: fundStepBody,
    response: fund,
    handle: decideFund('approved'),
  }),
  route({
    ...approving,
    url: '/funds/:fund/return',
    summary: '退回奖补资金',
    act: 'fund.return',
    params: fundParams,
    body: fundStepBody,
    response: fund,
    handle: decideFund('returned'),
  }),
  route({
    ...managing,
    url: '/funds/:fund/payments',
    summary: '登记奖补拨付',
    act: 'fund.pay',
    params: fundParams,
    body: paymentBody,
    response: fund,
    status: 201,
    handle: payFund,
  }),
  route({
    ...managing,
    url: '/payments/:payment/withdraw',
    summary: '撤回奖补拨付',
    act: 'fund.unpay',
    params: paymentParams,
    body: withdrawPaymentBody,
    response: fund,
    handle: withdrawPayment,
  }),
  route({
    ...reading,
    url: '/rounds/:round/class-proposals',
    summary: '一轮活动后的分类建议',
    params: roundParams,
    response: listOf(classProposal),
    handle: listProposals,
  }),
  route({
    ...managing,
    url: '/rounds/:round/class-proposals',
    summary: '拟定分类建议',
    act: 'proposal.create',
    params: roundParams,
    body: nothing,
    response: listOf(classProposal),
    handle: drawUpProposals,
  }),
  route({
    ...managing,
    url: '/class-proposals/:proposal/decide',
    summary: '决定一条分类建议',
    act: 'proposal.decide',
    params: proposalParams,
    body: decideProposalBody,
    response: classProposal,
    handle: decideProposal,
  }),
  route({
    method: 'GET',
    permission: 'round.read',
    access: 'read',
    url: '/rounds/:round/follow-ups',
    summary: '一轮活动的后续任务',
    params: roundParams,
    query: followUpsQuery,
    response: pageOf(followUp),
    handle: listFollowUps,
  }),
  route({
    ...managing,
    url: '/rounds/:round/follow-ups',
    summary: '按类拟定后续任务',
    act: 'follow-up.create',
    params: roundParams,
    body: nothing,
    response: pageOf(followUp),
    handle: draftFollowUps,
  }),
  route({
    ...managing,
    url: '/follow-ups/:followUp',
    summary: '修改后续任务',
    act: 'follow-up.change',
    params: followUpParams,
    body: followUpBody,
    response: followUp,
    handle: changeFollowUp,
  }),
  route({
    ...managing,
    url: '/follow-ups/:followUp/end',
    summary: '办结后续任务',
    act: 'follow-up.end',
    params: followUpParams,
    body: endFollowUpBody,
    response: followUp,
    handle: endFollowUp,
  }),
];
