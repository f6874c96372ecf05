/** Routes in code. Each screen is a chunk of its own, loaded when it is first opened or pointed at. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { orpc } from '../client/client';
import { parseDisplaysSearch } from './features/displays/search';
import { pageOptions } from './features/library/page-options';
import { filterOf, parseLibrarySearch } from './features/library/search';
import { parsePlaylistsSearch } from './features/playlists/search';
import { parseProofSearch } from './features/proof/search';
import { parseScheduleSearch } from './features/schedule/search';
import { parseSettingsSearch } from './features/settings/search';
import { parseTakeoversSearch } from './features/takeovers/search';
import { Door } from './frame/Door';
import { NotFound } from './frame/NotFound';
import { ScreenFault } from './frame/ScreenFault';

/** Puts the question beside the fetch of the screen's code, and does not wait; only where somebody is known to be signed in. */
function askLibrary(queries: QueryClient, search: Record<string, unknown>): void {
  if (!queries.getQueryData(orpc.auth.status.queryKey())?.user) return;
  void queries.prefetchQuery(pageOptions(filterOf(parseLibrarySearch(search)), 0));
}

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Door,
  notFoundComponent: NotFound,
  errorComponent: ScreenFault,
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./features/overview'), 'OverviewScreen'),
});
const library = createRoute({
  getParentRoute: () => root,
  path: '/library',
  validateSearch: parseLibrarySearch,
  loader: ({ context, location }) => askLibrary(context.queries, location.search),
  component: lazyRouteComponent(() => import('./features/library'), 'LibraryScreen'),
});
const playlists = createRoute({
  getParentRoute: () => root,
  path: '/playlists',
  validateSearch: parsePlaylistsSearch,
  component: lazyRouteComponent(() => import('./features/playlists'), 'PlaylistsScreen'),
});
const schedule = createRoute({
  getParentRoute: () => root,
  path: '/schedule',
  validateSearch: parseScheduleSearch,
  component: lazyRouteComponent(() => import('./features/schedule'), 'ScheduleScreen'),
});
const displays = createRoute({
  getParentRoute: () => root,
  path: '/displays',
  validateSearch: parseDisplaysSearch,
  component: lazyRouteComponent(() => import('./features/displays'), 'DisplaysScreen'),
});
const partners = createRoute({
  getParentRoute: () => root,
  path: '/partners',
  component: lazyRouteComponent(() => import('./features/partners'), 'PartnersScreen'),
});
const proof = createRoute({
  getParentRoute: () => root,
  path: '/proof',
  validateSearch: parseProofSearch,
  component: lazyRouteComponent(() => import('./features/proof'), 'ProofScreen'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: parseSettingsSearch,
  component: lazyRouteComponent(() => import('./features/settings'), 'SettingsScreen'),
});
const takeovers = createRoute({
  getParentRoute: () => root,
  path: '/takeovers',
  validateSearch: parseTakeoversSearch,
  component: lazyRouteComponent(() => import('./features/takeovers/details'), 'TakeoversScreen'),
});
/** Doors: shown by `Door` before anyone is signed in; as routes they only lead on to the overview. */
const firstRun = createRoute({ getParentRoute: () => root, path: '/first-run' });
const desktop = createRoute({ getParentRoute: () => root, path: '/desktop' });

const routes = root.addChildren([
  overview,
  library,
  playlists,
  schedule,
  displays,
  partners,
  proof,
  settings,
  takeovers,
  firstRun,
  desktop,
]);

export function makeRouter(queries: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree: routes,
    context: { queries },
    ...(history ? { history } : {}),
    defaultPreload: 'intent',
    defaultErrorComponent: ScreenFault,
    scrollRestoration: true,
    scrollToTopSelectors: ['#main'],
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
