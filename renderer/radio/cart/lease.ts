/** This page as the one that plays. The station keeps who it is; pages of one browser tell each other at once. */
import { type CartHolder, CLAIM_EVERY_MS } from '../../../electron/contract/api/cart';

/** `unheard`: the station could not be asked; a broadcast does not stop for that. */
export type Standing = { kind: 'idle' } | { kind: 'mine'; unheard: boolean } | { kind: 'other'; holder: CartHolder };

export interface LeaseNeed {
  key: string;
  claim(force: boolean): Promise<CartHolder>;
  release(): Promise<unknown>;
  /** To the other pages of this browser. */
  channel: Pick<BroadcastChannel, 'postMessage' | 'close'> & { onmessage: ((event: MessageEvent) => void) | null };
  told(standing: Standing): void;
}

export class PlayerLease {
  private standing: Standing = { kind: 'idle' };
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(private readonly need: LeaseNeed) {
    need.channel.onmessage = ({ data }) => {
      // Another page of this browser plays from now on: it has the station's word.
      if (this.standing.kind === 'mine' && data !== need.key) void this.renew();
    };
  }

  get mine(): boolean {
    return this.standing.kind === 'mine';
  }

  /** `force`: a person has read that another page plays, and takes over. */
  async take(force: boolean): Promise<Standing> {
    const holder = await this.need.claim(force);
    if (holder.key === this.need.key) {
      this.tell({ kind: 'mine', unheard: false });
      this.need.channel.postMessage(this.need.key);
      this.timer ??= setInterval(() => void this.renew(), CLAIM_EVERY_MS);
    } else this.tell({ kind: 'other', holder });
    return this.standing;
  }

  async drop(): Promise<void> {
    this.rest();
    this.tell({ kind: 'idle' });
    await this.need.release().catch(() => undefined);
  }

  private async renew(): Promise<void> {
    if (!this.mine) return;
    try {
      const holder = await this.need.claim(false);
      if (!this.mine) return;
      if (holder.key === this.need.key) return this.tell({ kind: 'mine', unheard: false });
      this.rest();
      this.tell({ kind: 'other', holder });
    } catch {
      if (this.mine) this.tell({ kind: 'mine', unheard: true });
    }
  }

  private rest(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private tell(standing: Standing): void {
    this.standing = standing;
    this.need.told(standing);
  }
}
