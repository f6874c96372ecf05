/** The desktop window's own offers; null in a browser. */
import type { SuarHost } from '../../../electron/contract/host';

declare global {
  interface Window {
    suarHost?: SuarHost;
  }
}

export const host = (): SuarHost | null => window.suarHost ?? null;
