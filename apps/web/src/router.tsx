import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { enter, root, shell } from './base-routes.tsx';
import { Empty, Failure, Loading } from './parts/states.tsx';
import { roundRoutes, wallRoute } from './round-routes.tsx';
import { readSearch } from './search.ts';

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./scenes/home/home.tsx'), 'Home'),
});

const organizations = createRoute({
  getParentRoute: () => shell,
  path: '/organizations',
  component: lazyRouteComponent(() => import('./scenes/organizations/tree.tsx'), 'OrganizationTree'),
});

const organization = createRoute({
  getParentRoute: () => shell,
  path: '/organizations/$organization',
  component: lazyRouteComponent(() => import('./scenes/organizations/file.tsx'), 'OrganizationFile'),
});

const records = createRoute({
  getParentRoute: () => shell,
  path: '/organizations/$organization/records/$register',
  validateSearch: readSearch(['kind', 'q', 'add'], ['year']),
  component: lazyRouteComponent(() => import('./scenes/records/records.tsx'), 'Records'),
});

const record = createRoute({
  getParentRoute: () => shell,
  path: '/records/$register/$record',
  component: lazyRouteComponent(() => import('./scenes/records/record.tsx'), 'RecordPage'),
});

const standing = createRoute({
  getParentRoute: () => shell,
  path: '/organizations/$organization/standing',
  validateSearch: readSearch(['edition', 'asOf', 'show', 'item', 'check'], ['evaluation']),
  component: lazyRouteComponent(() => import('./scenes/standing/standing.tsx'), 'StandingPage'),
});

const library = createRoute({
  getParentRoute: () => shell,
  path: '/library',
  component: lazyRouteComponent(() => import('./scenes/library/editions.tsx'), 'Editions'),
});

const edition = createRoute({
  getParentRoute: () => shell,
  path: '/library/$standard/$label',
  validateSearch: readSearch(['item']),
  component: lazyRouteComponent(() => import('./scenes/library/edition.tsx'), 'EditionPage'),
});

const editionsBeside = createRoute({
  getParentRoute: () => shell,
  path: '/library/compare',
  validateSearch: readSearch(['a', 'b']),
  component: lazyRouteComponent(() => import('./scenes/library/beside.tsx'), 'EditionsBeside'),
});

const drafts = createRoute({
  getParentRoute: () => shell,
  path: '/library/drafts',
  validateSearch: readSearch(['state']),
  component: lazyRouteComponent(() => import('./scenes/drafting/drafts.tsx'), 'Drafts'),
});

const draft = createRoute({
  getParentRoute: () => shell,
  path: '/library/drafts/$draft',
  validateSearch: readSearch(['tab', 'show', 'item']),
  component: lazyRouteComponent(() => import('./scenes/drafting/draft-page.tsx'), 'DraftPage'),
});

const terms = createRoute({
  getParentRoute: () => shell,
  path: '/library/terms',
  component: lazyRouteComponent(() => import('./scenes/library/terms.tsx'), 'Terms'),
});

const localParameters = createRoute({
  getParentRoute: () => shell,
  path: '/library/local-parameters',
  component: lazyRouteComponent(() => import('./scenes/library/local-parameters.tsx'), 'LocalParameters'),
});

const comparison = createRoute({
  getParentRoute: () => shell,
  path: '/comparison',
  validateSearch: readSearch(['edition', 'by', 'asOf', 'item'], ['scope', 'organization', 'evaluation']),
  component: lazyRouteComponent(() => import('./scenes/comparison/comparison.tsx'), 'ComparisonPage'),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  component: lazyRouteComponent(() => import('./scenes/imports/imports.tsx'), 'Imports'),
});

const importFile = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$file',
  component: lazyRouteComponent(() => import('./scenes/imports/import-file.tsx'), 'ImportFilePage'),
});

const accounts = createRoute({
  getParentRoute: () => shell,
  path: '/administration/accounts',
  component: lazyRouteComponent(() => import('./scenes/administration/accounts.tsx'), 'Accounts'),
});

const assignments = createRoute({
  getParentRoute: () => shell,
  path: '/administration/assignments',
  component: lazyRouteComponent(() => import('./scenes/administration/assignments.tsx'), 'Assignments'),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/administration/audit',
  validateSearch: readSearch(['act', 'account', 'from', 'until']),
  component: lazyRouteComponent(() => import('./scenes/administration/audit.tsx'), 'Audit'),
});

const tree = root.addChildren([
  ...Object.values(enter),
  wallRoute,
  shell.addChildren([
    home,
    organizations,
    organization,
    records,
    record,
    standing,
    library,
    edition,
    editionsBeside,
    drafts,
    draft,
    terms,
    localParameters,
    comparison,
    imports,
    importFile,
    accounts,
    assignments,
    audit,
    ...roundRoutes,
  ]),
]);

export function createWebRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: false,
    scrollRestoration: true,
    defaultPendingComponent: () => <Loading what="这一页" />,
    defaultErrorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
    defaultNotFoundComponent: () => <Empty title="没有这一页">地址可能写错了，请从左侧菜单重新进入。</Empty>,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createWebRouter>;
  }
}
