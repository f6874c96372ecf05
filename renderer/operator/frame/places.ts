/** The places of the console, in the order of the navigation; Alt with its number goes to each, 0 to the tenth. */
import {
  IconBuildingCommunity,
  IconCalendarTime,
  IconDeviceTv,
  IconLayoutDashboard,
  IconLibraryPhoto,
  IconListNumbers,
  IconMicrophone,
  IconReceipt,
  IconScale,
  IconSettings,
} from '@tabler/icons-react';

export const PLACES = [
  { to: '/', word: 'nav.overview', icon: IconLayoutDashboard },
  { to: '/library', word: 'nav.library', icon: IconLibraryPhoto },
  { to: '/playlists', word: 'nav.playlists', icon: IconListNumbers },
  { to: '/schedule', word: 'nav.schedule', icon: IconCalendarTime },
  { to: '/rundowns', word: 'nav.rundowns', icon: IconMicrophone },
  { to: '/displays', word: 'nav.displays', icon: IconDeviceTv },
  { to: '/partners', word: 'nav.partners', icon: IconBuildingCommunity },
  { to: '/rules', word: 'nav.rules', icon: IconScale },
  { to: '/proof', word: 'nav.proof', icon: IconReceipt },
  { to: '/settings', word: 'nav.settings', icon: IconSettings },
] as const;

/** Screens whose address does not begin as that of the place they belong to. */
const ALSO: Partial<Record<(typeof PLACES)[number]['to'], readonly string[]>> = {
  '/rundowns': ['/on-air', '/programmes', '/guests'],
  '/partners': ['/submissions', '/cards', '/hoaxes', '/contests', '/requests', '/recalls'],
};

/** Whether a screen belongs to a place without its address saying so. */
export const belongsTo = (to: (typeof PLACES)[number]['to'], path: string): boolean =>
  ALSO[to]?.some((start) => path === start || path.startsWith(`${start}/`)) ?? false;
