/**
 * One-time addresses: `/display?once=CODE` opens a display's page already paired. The page says hello with the token
 * `once:CODE` and is given a token of its own; the code is then spent.
 */
import type { Actor } from '../../contract/records/audit';
import type { Clock } from '../store';
import { newSecret, sha256 } from './tokens';

export const ONCE_PREFIX = 'once:';
const LIFE_MS = 10 * 60_000;
const MOST = 5000;

export interface Invitation {
  displayId: string;
  /** Who asked for the address: the pairing is his in the audit. */
  actor: Actor;
}

export class OnceCodes {
  /** By hash, oldest first. */
  private readonly open = new Map<string, Invitation & { until: number }>();

  constructor(private readonly clock: Clock) {}

  issue(invitation: Invitation): string {
    const code = newSecret();
    this.open.set(sha256(code), { ...invitation, until: this.clock.now() + LIFE_MS });
    const [oldest] = this.open.keys();
    if (this.open.size > MOST && oldest) this.open.delete(oldest);
    return code;
  }

  /** The invitation behind a code, which is spent by asking; null when it is unknown, spent or too old. */
  take(code: string): Invitation | null {
    const key = sha256(code);
    const found = this.open.get(key);
    this.open.delete(key);
    return found && this.clock.now() < found.until ? found : null;
  }
}
