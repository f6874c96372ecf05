/** How much one question or command takes at most: of what pages cut up before they ask, so that none loads a route to know it. */

/** Displays and days summed at once; a screen asks in tiles of such a size. */
export const MOST_SUMMED = { displays: 50, days: 45 } as const;
/** Debts scheduled by one command. */
export const MOST_SCHEDULED = 50;
/** Less than this between two plays is no gap, ms. */
export const GAP_FROM_MS = 1000;
