/** Which page plays. In memory: after a restart whoever plays says so within ten seconds. */
import { type CartHolder, CLAIM_EVERY_MS } from '../../contract/api/cart';

/** Two words lost, and a little. */
const GONE_AFTER_MS = 2.5 * CLAIM_EVERY_MS;

export class Lease {
  private held: { holder: CartHolder; heardAt: number } | null = null;

  /** `now` is monotonic, ms: a clock that is set must not end a claim. */
  constructor(private readonly now: () => number) {}

  holder(): CartHolder | null {
    const { held } = this;
    return held && this.now() - held.heardAt <= GONE_AFTER_MS ? held.holder : null;
  }

  /** Answers who plays after it. */
  claim(asking: CartHolder, force: boolean): CartHolder {
    const standing = this.holder();
    const mine = standing?.key === asking.key;
    if (standing && !mine && !force) return standing;
    const holder = mine ? standing : asking;
    this.held = { holder, heardAt: this.now() };
    return holder;
  }

  release(key: string): void {
    if (this.held?.holder.key === key) this.held = null;
  }
}
