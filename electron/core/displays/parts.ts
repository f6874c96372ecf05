/** What the hub and its two helpers are built of. */
import type { OnceCodes } from './once';
import type { Pairings } from './pairings';
import type { StatusBoard } from './status-board';
import type { TokenDesk } from './token-desk';
import type { DisplaysOptions } from './types';

export interface HubParts extends DisplaysOptions {
  board: StatusBoard;
  pairings: Pairings;
  once: OnceCodes;
  desk: TokenDesk;
  monotonic: () => number;
}
