import { home } from '@hujian/contract';
import { route } from '../../http/route.ts';
import { getHome } from './get-home.ts';

export const routes = [
  route({
    method: 'GET',
    url: '/home',
    summary: '首页：该做什么，现在怎样',
    permission: 'signed-in',
    access: 'read',
    response: home,
    handle: getHome,
  }),
];
