/** A still, decoded before it is uncovered. */
import type { StationClock } from '../clock/station-clock';
import type { MediaStore } from '../keep/media-store';
import { dueAt, type Slot } from '../player/slot';
import { asError, type Surface, type SurfaceTold } from './surface';

export class ImageSurface implements Surface {
  readonly kind = 'image';
  readonly element = document.createElement('img');
  readonly leadMs = 0;
  readonly startAt: number;
  slots: readonly Slot[];
  ready = false;
  private url: string | null = null;
  private over = false;

  constructor(
    private readonly deps: { clock: StationClock; media: MediaStore; told: SurfaceTold },
    slot: Slot,
  ) {
    this.slots = [slot];
    this.startAt = dueAt(slot);
    this.element.alt = '';
    this.element.draggable = false;
    this.load(slot).catch((fault: unknown) => {
      if (!this.over) deps.told.failed(slot, asError(fault));
    });
  }

  private async load(slot: Slot): Promise<void> {
    if (slot.shows.kind !== 'image') return;
    const blob = await this.deps.media.blob(slot.shows.hash);
    if (this.over) return;
    this.url = URL.createObjectURL(blob);
    this.element.src = this.url;
    await this.element.decode();
    if (this.over) return;
    this.ready = true;
    this.deps.told.ready();
  }

  setSlots(plan: readonly Slot[]): readonly Slot[] {
    if (plan[0]?.id === this.slots[0]?.id) this.slots = plan.slice(0, 1);
    return this.slots;
  }

  start(): void {}

  uncovered(): Promise<void> {
    const [slot] = this.slots;
    if (slot) this.deps.told.shown(slot, this.deps.clock.now());
    return Promise.resolve();
  }

  tend(): void {}

  release(): void {
    this.over = true;
    // In this order: Chromium keeps an image for good whose source is taken away when it is in no document.
    this.element.removeAttribute('src');
    this.element.remove();
    if (this.url) URL.revokeObjectURL(this.url);
  }
}
