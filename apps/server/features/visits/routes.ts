import {
  closeSessionBody,
  entriesBody,
  entriesQuery,
  entriesTaken,
  fileBody,
  fileParams,
  filePartQuery,
  fileTaken,
  handOverTaken,
  listOf,
  pageOf,
  ratingPack,
  revealedEntry,
  revealedQuery,
  roundParams,
  sessionChangeBody,
  sessionParams,
  sessionRow,
  wall,
  wallQuery,
} from '@hujian/contract';
import { type Route, route } from '../../http/route.ts';
import { postEntries } from './entries/post-entries.ts';
import { announceFile } from './files/announce-file.ts';
import { getPhoto } from './files/get-photo.ts';
import { largestPart, takePart } from './files/take-part.ts';
import { largestHandOver, takeHandOver } from './hand-over/take-hand-over.ts';
import { getPack } from './pack/get-pack.ts';
import { changeSession } from './sessions/change-session.ts';
import { closeSession } from './sessions/close-session.ts';
import { getWall } from './sessions/get-wall.ts';
import { listRevealed } from './sessions/list-revealed.ts';
import { listSessions } from './sessions/list-sessions.ts';

const permission = 'round.rate';
const seat = { system: 'a panelist judges places outside his own subtree: his seat is found by his account' };
/** Of a phone with a bad line a place is held for long, so there are many of entries; a part takes a few seconds by itself. */
const atOnce = { entries: { reading: 200, working: 10 }, parts: { reading: 32, working: 4 } };

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/rating/pack',
    summary: '手机上的观摩资料',
    permission,
    access: 'read',
    door: seat,
    response: ratingPack,
    handle: getPack,
  }),
  route({
    method: 'POST',
    url: '/rating/entries',
    summary: '提交评议记录',
    permission,
    access: 'write',
    door: seat,
    // An entry never changes and has its receipt: it is its own trail. A line for each would make five hundred phones
    // wait for one another at the end of the county's chain. The same holds for photographs.
    act: null,
    query: entriesQuery,
    body: entriesBody,
    bodyLimit: 4 * 1024 * 1024,
    atOnce: atOnce.entries,
    response: entriesTaken,
    handle: postEntries,
  }),
  route({
    method: 'POST',
    url: '/rating/files',
    summary: '登记一张照片',
    permission,
    access: 'write',
    door: seat,
    act: null,
    body: fileBody,
    response: fileTaken,
    handle: announceFile,
  }),
  route({
    method: 'POST',
    url: '/rating/files/:file',
    summary: '上传照片的一段',
    permission,
    access: 'write',
    door: 'none',
    act: null,
    params: fileParams,
    query: filePartQuery,
    body: 'bytes',
    bodyLimit: largestPart,
    atOnce: atOnce.parts,
    response: fileTaken,
    handle: takePart,
  }),
  route({
    method: 'GET',
    url: '/rating/files/:file',
    summary: '查看一张照片',
    permission: ['round.rate', 'round.read'],
    access: 'read',
    params: fileParams,
    response: 'file',
    handle: getPhoto,
  }),
  route({
    method: 'POST',
    url: '/rounds/:round/hand-over',
    summary: '代交评议文件',
    permission: 'round.manage',
    access: 'write',
    door: 'none',
    act: 'rating.hand-over',
    params: roundParams,
    body: 'multipart',
    bodyLimit: largestHandOver + 1024 * 1024,
    response: handOverTaken,
    handle: takeHandOver,
  }),
  route({
    method: 'GET',
    url: '/rounds/:round/sessions',
    summary: '一轮活动的评议会',
    permission: 'round.read',
    access: 'read',
    params: roundParams,
    response: listOf(sessionRow),
    handle: listSessions,
  }),
  route({
    method: 'GET',
    url: '/rounds/:round/entries',
    summary: '评议中写下的内容',
    permission: 'round.read',
    access: 'read',
    params: roundParams,
    query: revealedQuery,
    response: pageOf(revealedEntry),
    handle: listRevealed,
  }),
  route({
    method: 'GET',
    url: '/sessions/:session/wall',
    summary: '评议会现场屏幕',
    permission: 'round.read',
    access: 'read',
    params: sessionParams,
    query: wallQuery,
    response: wall,
    handle: getWall,
  }),
  route({
    method: 'POST',
    url: '/sessions/:session',
    summary: '修改评议会',
    permission: 'round.manage',
    access: 'write',
    act: 'session.change',
    params: sessionParams,
    body: sessionChangeBody,
    response: sessionRow,
    handle: changeSession,
  }),
  route({
    method: 'POST',
    url: '/sessions/:session/close',
    summary: '结束评议会',
    permission: 'round.manage',
    access: 'write',
    act: 'session.close',
    params: sessionParams,
    body: closeSessionBody,
    response: sessionRow,
    handle: closeSession,
  }),
];
