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
import { parseRecallsSearch } from './shared/recalls-search';
import { parseRulesSearch } from './shared/rules-search';

type Screen =
  | 'overview'
  | 'library'
  | 'playlists'
  | 'schedule'
  | 'displays'
  | 'proof'
  | 'settings'
  | 'takeovers'
  | 'rundowns'
  | 'rundown'
  | 'onAir'
  | 'programmes'
  | 'guests'
  | 'partners'
  | 'submissions'
  | 'submission'
  | 'partnersCalendar'
  | 'contests'
  | 'requests'
  | 'recalls'
  | 'rules'
  | 'fairness'
  | 'preview'
  | 'cards'
  | 'card'
  | 'hoaxes'
  | 'portal'
  | 'handIn'
  | 'see';

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
  const partners = createRoute({ getParentRoute, path: '/partners', component: component('partners') });
  const submissions = createRoute({ getParentRoute, path: '/submissions', component: component('submissions') });
  const submission = createRoute({
    getParentRoute,
    path: '/submissions/$submissionId',
    component: component('submission'),
  });
  const partnersCalendar = createRoute({
    getParentRoute,
    path: '/partners/calendar',
    component: component('partnersCalendar'),
  });
  const contests = createRoute({ getParentRoute, path: '/contests', component: component('contests') });
  const requests = createRoute({ getParentRoute, path: '/requests', component: component('requests') });
  const recalls = createRoute({
    getParentRoute,
    path: '/recalls',
    validateSearch: parseRecallsSearch,
    component: component('recalls'),
  });
  const rules = createRoute({
    getParentRoute,
    path: '/rules',
    validateSearch: parseRulesSearch,
    component: component('rules'),
  });
  const fairness = createRoute({ getParentRoute, path: '/rules/fairness', component: component('fairness') });
  const preview = createRoute({ getParentRoute, path: '/preview/$assetId', component: component('preview') });
  const cards = createRoute({ getParentRoute, path: '/cards', component: component('cards') });
  const card = createRoute({ getParentRoute, path: '/cards/$cardId', component: component('card') });
  const hoaxes = createRoute({ getParentRoute, path: '/hoaxes', component: component('hoaxes') });
  // Of people outside the office: a partner's own page, a one-time upload link, a clip shown to its agency.
  const portal = createRoute({ getParentRoute, path: '/portal', component: component('portal') });
  const handIn = createRoute({ getParentRoute, path: '/hand-in/$code', component: component('handIn') });
  const see = createRoute({ getParentRoute, path: '/see/$code', component: component('see') });
  // Doors: shown by `Door` before anyone is signed in; as routes they only lead on to the overview.
  const firstRun = createRoute({ getParentRoute, path: '/first-run' });
  const desktop = createRoute({ getParentRoute, path: '/desktop' });
  return root.addChildren([
    overview,
    library,
    playlists,
    schedule,
    displays,
    proof,
    settings,
    takeovers,
    rundowns,
    rundown,
    onAir,
    programmes,
    guests,
    partners,
    submissions,
    submission,
    partnersCalendar,
    contests,
    requests,
    recalls,
    rules,
    fairness,
    preview,
    cards,
    card,
    hoaxes,
    portal,
    handIn,
    see,
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
