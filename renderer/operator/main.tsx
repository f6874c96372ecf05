/** The console: everything but the radio and the ILM desk, which are pages of their own. Each screen is a chunk, loaded when it is first opened or pointed at. */
import './early';
import type { QueryClient } from '@tanstack/react-query';
import { lazyRouteComponent } from '@tanstack/react-router';
import { orpc } from '../client/client';
import { pageOptions } from './features/library/page-options';
import { filterOf, parseLibrarySearch } from './features/library/search';
import { startPage } from './page';

/** Puts the question beside the fetch of the screen's code, and does not wait; only where somebody of the office is known to be in. */
function askLibrary(queries: QueryClient, search: Record<string, unknown>): void {
  const role = queries.getQueryData(orpc.auth.status.queryKey())?.user?.role;
  if (!role || role === 'partner') return;
  void queries.prefetchQuery(pageOptions(filterOf(parseLibrarySearch(search)), 0));
}

await startPage({
  overview: lazyRouteComponent(() => import('./features/overview'), 'OverviewScreen'),
  library: lazyRouteComponent(() => import('./features/library'), 'LibraryScreen'),
  playlists: lazyRouteComponent(() => import('./features/playlists'), 'PlaylistsScreen'),
  schedule: lazyRouteComponent(() => import('./features/schedule'), 'ScheduleScreen'),
  displays: lazyRouteComponent(() => import('./features/displays'), 'DisplaysScreen'),
  proof: lazyRouteComponent(() => import('./features/proof'), 'ProofScreen'),
  settings: lazyRouteComponent(() => import('./features/settings'), 'SettingsScreen'),
  takeovers: lazyRouteComponent(() => import('./features/takeovers/details'), 'TakeoversScreen'),
  ask: { library: askLibrary },
});
