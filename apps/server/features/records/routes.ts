import {
  correctBody,
  idParam,
  pageOf,
  record,
  recordPage,
  recordRegister,
  recordsQuery,
  recordWritten,
  sensitive,
  sensitiveBody,
  withdrawBody,
} from '@hujian/contract';
import * as z from 'zod';
import { route } from '../../http/route.ts';
import { correctRecord, createRecord, withdrawRecord } from './change-record.ts';
import { getRecord } from './get-record.ts';
import { listRecords } from './list-records.ts';
import { viewSensitive } from './view-sensitive.ts';

const inOrganization = z.object({ id: idParam, register: recordRegister });
const one = z.object({ register: recordRegister, id: idParam });
const writing = ['record.write', 'event.confirm'] as const;

export const routes = [
  route({
    method: 'GET',
    url: '/organizations/:id/records/:register',
    summary: '一个组织的台账',
    permission: 'record.read',
    access: 'read',
    params: inOrganization,
    query: recordsQuery,
    response: pageOf(record),
    handle: listRecords,
  }),
  route({
    method: 'POST',
    url: '/organizations/:id/records/:register',
    summary: '录入一条记录',
    permission: writing,
    access: 'write',
    act: 'record.create',
    params: inOrganization,
    body: z.looseObject({}),
    response: recordWritten,
    status: 201,
    handle: createRecord,
  }),
  route({
    method: 'GET',
    url: '/records/:register/:id',
    summary: '一条记录',
    permission: 'record.read',
    access: 'read',
    params: one,
    response: recordPage,
    handle: getRecord,
  }),
  route({
    method: 'POST',
    url: '/records/:register/:id/withdraw',
    summary: '撤回一条记录',
    permission: writing,
    access: 'write',
    act: 'record.withdraw',
    params: one,
    body: withdrawBody,
    response: recordWritten,
    handle: withdrawRecord,
  }),
  route({
    method: 'POST',
    url: '/records/:register/:id/correct',
    summary: '更正一条记录',
    permission: writing,
    access: 'write',
    act: 'record.correct',
    params: one,
    body: correctBody,
    response: recordWritten,
    handle: correctRecord,
  }),
  route({
    method: 'POST',
    url: '/people/:id/sensitive',
    summary: '查看完整的敏感信息',
    permission: 'sensitive.view',
    access: 'read',
    act: 'person.view-sensitive',
    params: z.object({ id: idParam }),
    body: sensitiveBody,
    response: sensitive,
    handle: viewSensitive,
  }),
];
