import type { Page } from 'playwright';

export interface Screen {
  name: string;
  /** With its query; may be followed by `open`. */
  path: string;
  signedOut?: boolean;
  /** On another page than the console's; has something to show on the demo station. */
  demo?: boolean;
  open?: (page: Page) => Promise<void>;
}
export const SCREENS: readonly Screen[];
