/** The radio: a page of the console with screens of its own. */
import '../operator/early';
import { lazyRouteComponent } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { startPage } from '../operator/page';

const Keeper = lazy(() => import('./watch').then(({ WatchKeeper }) => ({ default: WatchKeeper })));

await startPage(
  {
    rundowns: lazyRouteComponent(() => import('./rundowns'), 'RundownsScreen'),
    rundown: lazyRouteComponent(() => import('./editor'), 'RundownScreen'),
    programmes: lazyRouteComponent(() => import('./programmes'), 'ProgrammesScreen'),
    guests: lazyRouteComponent(() => import('./guests'), 'GuestsScreen'),
    onAir: lazyRouteComponent(() => import('./on-air'), 'OnAirScreen'),
  },
  <Suspense>
    <Keeper />
  </Suspense>,
);
