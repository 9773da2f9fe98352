import { objectionAnswer, objectionAsk, objectionBody, objectionMade, publicNotice } from '@hujian/contract';
import * as z from 'zod';
import { limitPublic } from '../../http/limit-public.ts';
import { route } from '../../http/route.ts';
import { askObjection, object, showNotice } from './public-notices.ts';

const params = z.object({ slug: z.string().regex(/^[\w-]{16,64}$/) });
const minute = 60_000;
const looking = limitPublic(120, minute);
const objecting = limitPublic(10, 60 * minute);
const asking = limitPublic(30, 10 * minute);
/** An objection has two thousand characters at most. */
const bodyLimit = 16 * 1024;

/** For everybody, without sign-in: only what the law wants shown, and the way to object. */
export const publicRoutes = [
  route({
    method: 'GET',
    url: '/public/notices/:slug',
    summary: '公示',
    permission: 'public',
    access: 'read',
    door: { system: 'a public notice is for everybody; only its own body leaves' },
    params,
    response: publicNotice,
    handle: (context) => {
      looking(context);
      return showNotice(context);
    },
  }),
  route({
    method: 'POST',
    url: '/public/notices/:slug/objections',
    summary: '对公示提出异议',
    permission: 'public',
    access: 'write',
    door: { system: 'whoever objects to a public notice is not signed in' },
    act: 'objection.create',
    params,
    body: objectionBody,
    bodyLimit,
    response: objectionMade,
    status: 201,
    handle: (context) => {
      objecting(context);
      return object(context);
    },
  }),
  route({
    method: 'POST',
    url: '/public/objections',
    summary: '凭查询码看异议的答复',
    permission: 'public',
    access: 'read',
    door: { system: 'whoever holds the code of an objection may read its answer' },
    body: objectionAsk,
    bodyLimit,
    response: objectionAnswer,
    handle: (context) => {
      asking(context);
      return askObjection(context);
    },
  }),
];
