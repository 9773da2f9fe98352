import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Problem } from './api/door.ts';
import { meQuery } from './api/me.ts';
import { readSearch } from './search.ts';

export interface Context {
  client: QueryClient;
}

export const root = createRootRouteWithContext<Context>()({ component: Outlet });

export const enter = {
  signIn: createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: readSearch(['from', 'why']),
    component: lazyRouteComponent(() => import('./scenes/enter/sign-in.tsx'), 'SignIn'),
  }),
  first: createRoute({
    getParentRoute: () => root,
    path: '/first',
    validateSearch: readSearch(['token']),
    component: lazyRouteComponent(() => import('./scenes/enter/first.tsx'), 'First'),
  }),
  enrol: createRoute({
    getParentRoute: () => root,
    path: '/enrol',
    component: lazyRouteComponent(() => import('./scenes/enter/enrol.tsx'), 'Enrol'),
  }),
};

/** The actor is known before a scene is drawn; who is not signed in is led there and comes back. */
export async function requireActor(at: { context: Context; location: { href: string } }): Promise<void> {
  try {
    const me = await at.context.client.ensureQueryData(meQuery);
    if (me.account.totpRequired && !me.account.totpOn) throw redirect({ to: '/enrol' });
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    if (failure.status === 401) throw redirect({ to: '/sign-in', search: { from: at.location.href } });
    if (failure.code === 'totp-required') throw redirect({ to: '/enrol' });
    throw failure;
  }
}

/** Everything behind sign-in, in the frame of menu and head. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: requireActor,
  component: lazyRouteComponent(() => import('./scenes/shell/shell.tsx'), 'Shell'),
});
