import type { Air } from '../client/use-air';
import type { Look } from './look';

export interface ViewProps {
  air: Air;
  look: Look;
  onLook: (part: Partial<Look>) => void;
  connected: boolean;
  /** Whether whoever looks may run the show. */
  runs: boolean;
}
