import type { Page } from 'playwright';

export interface Screen {
  name: string;
  /** With its query; may be followed by `open`. */
  path: string;
  signedOut?: boolean;
  open?: (page: Page) => Promise<void>;
}
export const SCREENS: readonly Screen[];
