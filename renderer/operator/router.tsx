/** Routes in code, the same on every page of the console. A page brings the screens it has; the others are another page's. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type RouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { parseDisplaysSearch } from './features/displays/search';
import { parseLibrarySearch } from './features/library/search';
import { parsePlaylistsSearch } from './features/playlists/search';
import { parseProofSearch } from './features/proof/search';
import { parseScheduleSearch } from './features/schedule/search';
import { parseSettingsSearch } from './features/settings/search';
import { parseTakeoversSearch } from './features/takeovers/search';
import { Door } from './frame/Door';
import { NotFound } from './frame/NotFound';
import { OtherPage } from './frame/OtherPage';
import { ScreenFault } from './frame/ScreenFault';

type Screen =
  | 'overview'
  | 'library'
  | 'playlists'
  | 'schedule'
  | 'displays'
  | 'partners'
  | 'proof'
  | 'settings'
  | 'takeovers'
  | 'rundowns'
  | 'rundown'
  | 'onAir'
  | 'programmes'
  | 'guests';

export interface Screens extends Partial<Record<Screen, RouteComponent>> {
  /** What a screen asks of the station, put before its code is there. */
  ask?: Partial<Record<Screen, (queries: QueryClient, search: Record<string, unknown>) => void>>;
}
export type MadeRouter = ReturnType<typeof makeRouter>;

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Door,
  notFoundComponent: NotFound,
  errorComponent: ScreenFault,
});

function routesOf(screens: Screens) {
  const getParentRoute = () => root;
  const component = (screen: Screen): RouteComponent => screens[screen] ?? OtherPage;
  const askLibrary = screens.ask?.library;
  const overview = createRoute({ getParentRoute, path: '/', component: component('overview') });
  const library = createRoute({
    getParentRoute,
    path: '/library',
    validateSearch: parseLibrarySearch,
    loader: ({ context, location }): void => askLibrary?.(context.queries, location.search),
    component: component('library'),
  });
  const playlists = createRoute({
    getParentRoute,
    path: '/playlists',
    validateSearch: parsePlaylistsSearch,
    component: component('playlists'),
  });
  const schedule = createRoute({
    getParentRoute,
    path: '/schedule',
    validateSearch: parseScheduleSearch,
    component: component('schedule'),
  });
  const displays = createRoute({
    getParentRoute,
    path: '/displays',
    validateSearch: parseDisplaysSearch,
    component: component('displays'),
  });
  const partners = createRoute({ getParentRoute, path: '/partners', component: component('partners') });
  const proof = createRoute({
    getParentRoute,
    path: '/proof',
    validateSearch: parseProofSearch,
    component: component('proof'),
  });
  const settings = createRoute({
    getParentRoute,
    path: '/settings',
    validateSearch: parseSettingsSearch,
    component: component('settings'),
  });
  const takeovers = createRoute({
    getParentRoute,
    path: '/takeovers',
    validateSearch: parseTakeoversSearch,
    component: component('takeovers'),
  });
  const rundowns = createRoute({ getParentRoute, path: '/rundowns', component: component('rundowns') });
  const rundown = createRoute({ getParentRoute, path: '/rundowns/$rundownId', component: component('rundown') });
  const onAir = createRoute({ getParentRoute, path: '/on-air/$rundownId', component: component('onAir') });
  const programmes = createRoute({ getParentRoute, path: '/programmes', component: component('programmes') });
  const guests = createRoute({ getParentRoute, path: '/guests', component: component('guests') });
  // Doors: shown by `Door` before anyone is signed in; as routes they only lead on to the overview.
  const firstRun = createRoute({ getParentRoute, path: '/first-run' });
  const desktop = createRoute({ getParentRoute, path: '/desktop' });
  return root.addChildren([
    overview,
    library,
    playlists,
    schedule,
    displays,
    partners,
    proof,
    settings,
    takeovers,
    rundowns,
    rundown,
    onAir,
    programmes,
    guests,
    firstRun,
    desktop,
  ]);
}

export function makeRouter(queries: QueryClient, screens: Screens, history?: RouterHistory) {
  return createRouter({
    routeTree: routesOf(screens),
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
    router: MadeRouter;
  }
}
