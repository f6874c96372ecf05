/** The layer above the timeline: one takeover at a time, uncovered when it is ready, its name shown where that takes long. */
import type { i18n } from 'i18next';
import type { TakeoverOrder } from '../../../electron/contract/records/takeover';
import { type Reason, reason } from '../../../electron/contract/scalars';
import type { StationClock } from '../clock/station-clock';
import { createCard } from './card';
import { type ClipNeed, createClip } from './clip';
import type { Piece, Show } from './piece';
import { createStill } from './still';
import { createWebPage } from './web-page';

export interface LayerNeed {
  box: HTMLElement;
  clock: StationClock;
  words(): i18n;
  media: ClipNeed['media'];
  token(): string | null;
  /** Every byte of the clip on show, which was not kept. */
  came(order: TakeoverOrder, bytes: Blob): void;
  /** Anything of it is on the panel, be it its name alone. */
  covered(order: TakeoverOrder, at: number): void;
  /** It is to be seen as it was meant. */
  shown(order: TakeoverOrder, at: number): void;
  fault(order: TakeoverOrder, why: Reason): void;
  soundBlocked(): void;
}

/** What is not ready by then is announced by its name. */
const NAME_AFTER_MS = 1500;
/** What failed is tried again while it holds. */
const AGAIN_MS = 10_000;

export class Layer {
  private readonly element = document.createElement('section');
  private readonly mark = document.createElement('p');
  /** Of which takeover anything is on top. */
  private of: string | null = null;
  private current: Piece | null = null;
  private next: Piece | null = null;
  private timers: ReturnType<typeof setTimeout>[] = [];

  constructor(private readonly need: LayerNeed) {
    this.element.id = 'takeover';
    this.element.hidden = true;
    this.mark.className = 'test';
    this.element.append(this.mark);
    need.box.append(this.element);
  }

  /** What is on top until now stays until this is ready. */
  show(order: TakeoverOrder): void {
    this.drop();
    void this.bring(order);
  }

  /** Nothing of it is on the panel any more, and nothing sounds. */
  clear(): void {
    this.drop();
    this.of = null;
    this.element.hidden = true;
    this.current?.release();
    this.current = null;
  }

  /** What people see of it, for a small picture of the panel; null while the timeline is on top. */
  get top(): HTMLElement | null {
    return this.current?.element ?? null;
  }

  private async bring(order: TakeoverOrder): Promise<void> {
    const { show } = order;
    if (show.kind === 'missing') return this.announce(order);
    const piece = this.make(order, show);
    this.next = piece;
    piece.element.classList.add('piece', 'waiting');
    this.element.hidden = false;
    this.element.classList.toggle('bare', this.current === null);
    this.element.prepend(piece.element);
    if (show.kind !== 'text') this.later(NAME_AFTER_MS, () => this.announce(order));
    try {
      await piece.ready;
      await this.uncover(order, piece);
    } catch (fault) {
      if (this.next === piece || this.current === piece) this.failed(order, fault);
    }
  }

  private async uncover(order: TakeoverOrder, piece: Piece): Promise<void> {
    if (this.next !== piece) return;
    this.next = null;
    this.forgetTimers();
    this.swap(order, piece);
    await piece.uncovered();
    if (this.current === piece) this.need.shown(order, this.need.clock.now());
  }

  private swap(order: TakeoverOrder, piece: Piece): void {
    const old = this.current;
    this.current = piece;
    this.of = order.id;
    piece.element.classList.remove('waiting');
    this.element.classList.remove('bare');
    this.element.hidden = false;
    this.mark.hidden = !order.test;
    this.element.classList.toggle('drill', order.test);
    this.mark.textContent = this.need.words().t('takeover.test');
    old?.release();
    this.need.covered(order, this.need.clock.now());
  }

  /** Its name, so that the panel does not go on as if nothing were. */
  private announce(order: TakeoverOrder): void {
    const { clock, words } = this.need;
    const card = createCard({ tone: 'notice', title: order.name, body: '', from: order.from }, clock, words());
    card.element.classList.add('piece');
    this.element.prepend(card.element);
    this.swap(order, card);
    void card.uncovered();
    const { show } = order;
    this.need.fault(order, show.kind === 'missing' ? show.because : reason('takeover.late', { name: order.name }));
  }

  private failed(order: TakeoverOrder, fault: unknown): void {
    this.drop();
    if (this.of !== order.id) this.announce(order);
    const why = (fault instanceof Error ? fault.message : String(fault)).slice(0, 200);
    this.need.fault(order, reason('takeover.failed', { name: order.name, why }));
    this.later(AGAIN_MS, () => void this.bring(order));
  }

  private make(order: TakeoverOrder, show: Exclude<Show, { kind: 'missing' }>): Piece {
    const { clock, media, words, came, soundBlocked } = this.need;
    const token = this.need.token();
    switch (show.kind) {
      case 'text':
        return createCard({ ...show, from: order.from }, clock, words());
      case 'image':
        return createStill(show, { media, token });
      case 'video':
        return createClip(show, { media, token, soundBlocked, came: (bytes) => came(order, bytes) });
      case 'page':
        return createWebPage(show);
      default:
        return show satisfies never;
    }
  }

  private later(ms: number, act: () => void): void {
    this.timers.push(setTimeout(act, ms));
  }

  private forgetTimers(): void {
    for (const timer of this.timers.splice(0)) clearTimeout(timer);
  }

  private drop(): void {
    this.forgetTimers();
    this.next?.release();
    this.next = null;
  }
}
