/** The radio: a page of the console with screens of its own. */
import '../operator/early';
import { lazyRouteComponent } from '@tanstack/react-router';
import { startPage } from '../operator/page';

await startPage({
  rundowns: lazyRouteComponent(() => import('./rundowns'), 'RundownsScreen'),
  rundown: lazyRouteComponent(() => import('./editor'), 'RundownScreen'),
  programmes: lazyRouteComponent(() => import('./programmes'), 'ProgrammesScreen'),
  guests: lazyRouteComponent(() => import('./guests'), 'GuestsScreen'),
  onAir: lazyRouteComponent(() => import('./on-air'), 'OnAirScreen'),
});
