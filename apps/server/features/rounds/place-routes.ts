import {
  classBody,
  classRow,
  commitDrawBody,
  coverageQuery,
  drawShown,
  endLiaisonBody,
  idParam,
  liaisonBody,
  liaisonRow,
  pageOf,
  placeQuery,
  rankingBasis,
  rankingBasisBody,
  roundCoverage,
  roundParams,
  slugParams,
  tellDrawBody,
} from '@hujian/contract';
import * as z from 'zod';
import { limitPublic } from '../../http/limit-public.ts';
import { route } from '../../http/route.ts';
import { createBasis, listBases, withdrawBasis } from './bases.ts';
import { decideClass, listClassRows } from './classes.ts';
import { getCoverage } from './coverage.ts';
import { commitDraw, getDraw, getPublicDraw, tellDraw } from './draws.ts';
import { createLiaison, endLiaison, listLiaisons } from './liaisons.ts';

const read = { permission: 'round.read', access: 'read' } as const;
const manage = { permission: 'round.manage', access: 'write' } as const;
const byId = z.object({ id: idParam });
/** A draw is computed again at every look. */
const looking = limitPublic(120, 60_000);

export const placeRoutes = [
  route({
    ...read,
    method: 'GET',
    url: '/rounds/coverage',
    summary: '观摩覆盖情况',
    query: coverageQuery,
    response: roundCoverage,
    handle: getCoverage,
  }),
  route({
    ...read,
    method: 'GET',
    url: '/rounds/:round/draw',
    summary: '一轮活动的抽签',
    params: roundParams,
    response: drawShown.nullable(),
    handle: getDraw,
  }),
  route({
    ...manage,
    method: 'POST',
    url: '/rounds/:round/draw/commit',
    summary: '公布抽签承诺',
    act: 'draw.commit',
    params: roundParams,
    body: commitDrawBody,
    response: drawShown,
    status: 201,
    handle: commitDraw,
  }),
  route({
    ...manage,
    method: 'POST',
    url: '/rounds/:round/draw/tell',
    summary: '公布抽签结果',
    act: 'draw.tell',
    params: roundParams,
    body: tellDrawBody,
    response: drawShown,
    handle: tellDraw,
  }),
  route({
    method: 'GET',
    url: '/public/draws/:slug',
    summary: '公开的抽签',
    permission: 'public',
    access: 'read',
    door: { system: 'a draw is published for everybody to check' },
    params: slugParams,
    response: drawShown,
    handle: (context) => {
      looking(context);
      return getPublicDraw(context);
    },
  }),
  route({
    ...read,
    method: 'GET',
    url: '/liaisons',
    summary: '分包联系',
    query: placeQuery,
    response: pageOf(liaisonRow),
    handle: listLiaisons,
  }),
  route({
    ...manage,
    method: 'POST',
    url: '/liaisons',
    summary: '登记分包联系',
    act: 'liaison.create',
    body: liaisonBody,
    response: liaisonRow,
    status: 201,
    handle: createLiaison,
  }),
  route({
    ...manage,
    method: 'POST',
    url: '/liaisons/:id/end',
    summary: '结束分包联系',
    act: 'liaison.end',
    params: byId,
    body: endLiaisonBody,
    response: liaisonRow,
    handle: endLiaison,
  }),
  route({
    ...read,
    method: 'GET',
    url: '/classes',
    summary: '示范、中间、后进分类',
    query: placeQuery,
    response: pageOf(classRow),
    handle: listClassRows,
  }),
  route({
    ...manage,
    method: 'POST',
    url: '/classes',
    summary: '确定分类',
    act: 'class.decide',
    body: classBody,
    response: classRow,
    status: 201,
    handle: decideClass,
  }),
  route({
    ...read,
    method: 'GET',
    url: '/ranking-bases',
    summary: '排名依据',
    query: placeQuery,
    response: pageOf(rankingBasis),
    handle: listBases,
  }),
  route({
    method: 'POST',
    url: '/ranking-bases',
    summary: '登记排名依据',
    permission: 'basis.manage',
    access: 'write',
    act: 'basis.create',
    body: rankingBasisBody,
    response: rankingBasis,
    status: 201,
    handle: createBasis,
  }),
  route({
    method: 'POST',
    url: '/ranking-bases/:id/withdraw',
    summary: '撤回排名依据',
    permission: 'basis.manage',
    access: 'write',
    act: 'basis.withdraw',
    params: byId,
    response: rankingBasis,
    handle: withdrawBasis,
  }),
];
