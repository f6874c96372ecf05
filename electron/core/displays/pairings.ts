/** Pages that are not paired: each shows a code of six characters until an operator confirms it. */
import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import type { Pairing } from '../../contract/api/displays';

/** Without 0 O 1 I L U V: read from a panel across a square, typed on a phone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const LENGTH = 6;
export const CODE_LIFE_MS = 10 * 60_000;
/** Pages that may wait at once. */
const MOST_WAITING = 50;

export interface Waiting<Page> {
  view: z.infer<typeof Pairing>;
  page: Page;
}

type About = Pick<z.infer<typeof Pairing>, 'address' | 'userAgent' | 'width' | 'height'>;

export class Pairings<Page> {
  private readonly byCode = new Map<string, Waiting<Page>>();

  /** A new code for a page; the one it had is void. Answers the page that gave way, which may be this very one. */
  open(page: Page, about: About, now: number): { waiting: Waiting<Page>; dropped: Page | null } {
    this.close(page);
    const code = this.freshCode();
    const waiting = { page, view: { ...about, code, since: now, expiresAt: now + CODE_LIFE_MS } };
    this.byCode.set(code, waiting);
    return { waiting, dropped: this.byCode.size > MOST_WAITING ? this.dropNewestOfMost() : null };
  }

  /** Whether the page was waiting. */
  close(page: Page): boolean {
    const held = [...this.byCode.values()].find((waiting) => waiting.page === page);
    return held !== undefined && this.byCode.delete(held.view.code);
  }

  /** Takes the page that shows this code; null when nobody does, or the code is too old. */
  take(code: string, now: number): Waiting<Page> | null {
    const held = this.byCode.get(code);
    if (!held || held.view.expiresAt <= now) return null;
    this.byCode.delete(code);
    return held;
  }

  /** Pages whose code is over and who need a new one. */
  expired(now: number): Waiting<Page>[] {
    return [...this.byCode.values()].filter(({ view }) => view.expiresAt <= now);
  }

  list(): z.infer<typeof Pairing>[] {
    return [...this.byCode.values()].map(({ view }) => view);
  }

  /**
   * The newest page of the address from which most wait, so that a flood from one address costs no other its code; where
   * all are alike, the newest of all: a code that somebody may be typing stays.
   */
  private dropNewestOfMost(): Page {
    const counts = new Map<string, number>();
    for (const { view } of this.byCode.values()) counts.set(view.address, (counts.get(view.address) ?? 0) + 1);
    const most = Math.max(...counts.values());
    const crowd = [...this.byCode.values()].filter(({ view }) => counts.get(view.address) === most);
    const { page, view } = crowd.at(-1) as Waiting<Page>;
    this.byCode.delete(view.code);
    return page;
  }

  private freshCode(): string {
    const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    return this.byCode.has(code) ? this.freshCode() : code;
  }
}
