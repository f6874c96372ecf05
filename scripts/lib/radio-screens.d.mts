import type { Screen } from './screens.d.mts';

export const RADIO_SCREENS: readonly Screen[];
