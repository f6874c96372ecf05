import type { Page } from 'playwright';

export interface GraveFault {
  /** Of axe's rule. */
  id: string;
  /** Selector and axe's reason. */
  where: [string, string | undefined][];
}
export function graveFaults(page: Page): Promise<GraveFault[]>;
