/** Figures that pages and the station both go by, apart from the routes, so that no page loads a route to know one. */

/** Displays and days summed at once; a screen asks in tiles of such a size. */
export const MOST_SUMMED = { displays: 50, days: 45 } as const;
/** Debts scheduled by one command. */
export const MOST_SCHEDULED = 50;
/** Less than this between two plays is no gap, ms. */
export const GAP_FROM_MS = 1000;
