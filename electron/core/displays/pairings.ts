/** Pages that show a code and wait for an operator. Codes end after ten minutes and are renewed on the page. */
import type { z } from 'zod';
import type { Pairing } from '../../contract/api/displays';
import { type Clock, createTopic } from '../store';
import { Rate } from './rate';
import { newPairingCode } from './tokens';

export const CODE_LIFE_MS = 10 * 60_000;
/** More than an office has panels to set up in one hour; a flood of pages must not fill the operator's list. */
const MOST_WAITING = 50;
const ASKS_PER_MINUTE = 30;

export interface WaitingPage {
  address: string;
  instanceId: string;
  page: { userAgent: string; width: number; height: number };
  /** Shows a code, the first and each new one. */
  show(code: string, expiresAt: number): void;
  /** Hands over the token of the display it now is. */
  paired(displayId: string, token: string): void;
}

interface Entry {
  waiting: WaitingPage;
  code: string;
  since: number;
  expiresAt: number;
  timer: NodeJS.Timeout;
}

export class Pairings {
  readonly changed = createTopic<null>();
  private readonly entries = new Map<WaitingPage, Entry>();
  private readonly rate: Rate;

  constructor(
    private readonly clock: Clock,
    monotonic: () => number,
  ) {
    this.rate = new Rate(ASKS_PER_MINUTE, 60_000, monotonic);
  }

  /** False when too many wait, or this address asks too often. */
  add(waiting: WaitingPage): boolean {
    if (this.entries.size >= MOST_WAITING || !this.rate.allow(waiting.address)) return false;
    this.show(waiting, this.clock.now());
    return true;
  }

  remove(waiting: WaitingPage): void {
    const entry = this.entries.get(waiting);
    if (!entry) return;
    clearTimeout(entry.timer);
    this.entries.delete(waiting);
    this.changed.emit(null);
  }

  find(code: string): WaitingPage | undefined {
    return [...this.entries.values()].find((entry) => entry.code === code)?.waiting;
  }

  list(): z.infer<typeof Pairing>[] {
    return [...this.entries.values()].map(({ waiting, code, since, expiresAt }) => {
      const { userAgent, width, height } = waiting.page;
      return { code, since, expiresAt, address: waiting.address, userAgent, width, height };
    });
  }

  stop(): void {
    for (const { timer } of this.entries.values()) clearTimeout(timer);
    this.entries.clear();
  }

  private show(waiting: WaitingPage, since: number): void {
    const code = this.unusedCode();
    const expiresAt = this.clock.now() + CODE_LIFE_MS;
    const timer = setTimeout(() => this.show(waiting, since), CODE_LIFE_MS).unref();
    this.entries.set(waiting, { waiting, code, since, expiresAt, timer });
    waiting.show(code, expiresAt);
    this.changed.emit(null);
  }

  private unusedCode(): string {
    let code = newPairingCode();
    while (this.find(code)) code = newPairingCode();
    return code;
  }
}
