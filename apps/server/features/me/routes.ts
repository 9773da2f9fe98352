import {
  activeAssignmentBody,
  done,
  firstBody,
  firstDone,
  firstLink,
  firstLinkBody,
  firstLinkMade,
  health,
  linkToken,
  me,
} from '@hujian/contract';
import * as z from 'zod';
import { route } from '../../http/route.ts';
import { chooseAssignment } from './choose-assignment.ts';
import { getMe } from './get-me.ts';
import { remakeLink } from './remake-link.ts';
import { describeLink, useLink } from './use-link.ts';

export const routes = [
  route({
    method: 'GET',
    url: '/health',
    summary: '程序是否在运行',
    permission: 'public',
    access: 'read',
    response: health,
    handle: async ({ services }) => {
      await services.pool.query('select 1');
      return { ok: true as const, version: services.version };
    },
  }),
  route({
    method: 'GET',
    url: '/me',
    summary: '我是谁，能做什么',
    permission: 'signed-in',
    access: 'read',
    door: {
      system:
        'an administrator has no scope, and the names of the own assignments lie outside the active one',
    },
    beforeTotp: true,
    response: me,
    handle: getMe,
  }),
  route({
    method: 'POST',
    url: '/me/assignment',
    summary: '切换当前身份',
    permission: 'signed-in',
    access: 'write',
    door: { system: 'sessions belong to the program' },
    act: null,
    beforeTotp: true,
    body: activeAssignmentBody,
    response: done,
    handle: chooseAssignment,
  }),
  route({
    method: 'GET',
    url: '/first',
    summary: '一次性链接是否有效',
    permission: 'public',
    access: 'read',
    door: { system: 'nobody is signed in yet' },
    query: z.object({ token: linkToken }),
    response: firstLink,
    handle: describeLink,
  }),
  route({
    method: 'POST',
    url: '/first',
    summary: '用一次性链接建立账号或设置口令',
    permission: 'public',
    access: 'write',
    door: { system: 'nobody is signed in yet' },
    act: 'account.password',
    body: firstBody,
    response: firstDone,
    handle: useLink,
  }),
  route({
    method: 'POST',
    url: '/first/links',
    summary: '重新发出安全管理员或审计管理员的首次链接',
    permission: 'account.manage',
    access: 'write',
    door: { system: 'accounts belong to the program' },
    act: 'account.link',
    body: firstLinkBody,
    response: firstLinkMade,
    handle: remakeLink,
  }),
];
