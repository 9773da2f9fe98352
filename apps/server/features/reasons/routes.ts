import {
  idParam,
  warningReason,
  warningReasonBody,
  warningReasonPlace,
  warningReasons,
  warningReasonsQuery,
} from '@hujian/contract';
import * as z from 'zod';
import { route } from '../../http/route.ts';
import { createReason } from './create-reason.ts';
import { listReasons } from './list-reasons.ts';
import { withdrawReason } from './withdraw-reason.ts';

export const routes = [
  route({
    method: 'GET',
    url: '/standings/:organization/reasons',
    summary: '对提示说明的原因',
    permission: 'standing.read',
    access: 'read',
    params: warningReasonPlace,
    query: warningReasonsQuery,
    response: warningReasons,
    handle: listReasons,
  }),
  route({
    method: 'POST',
    url: '/standings/:organization/reasons',
    summary: '对一处提示说明原因',
    permission: 'record.write',
    access: 'write',
    act: 'reason.give',
    params: warningReasonPlace,
    body: warningReasonBody,
    response: warningReason,
    status: 201,
    handle: createReason,
  }),
  route({
    method: 'POST',
    url: '/reasons/:id/withdraw',
    summary: '撤回说明的原因',
    permission: 'record.write',
    access: 'write',
    act: 'reason.withdraw',
    params: z.object({ id: idParam }),
    response: warningReason,
    handle: withdrawReason,
  }),
];
