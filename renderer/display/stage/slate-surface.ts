/** The slate as a surface: it always lies at the bottom, so that taking its turn is taking the others away. */
import type { StationClock } from '../clock/station-clock';
import { dueAt, type Slot } from '../player/slot';
import type { Surface, SurfaceTold } from './surface';

export class SlateSurface implements Surface {
  readonly kind = 'slate';
  readonly ready = true;
  readonly leadMs = 0;
  /** An empty element, since the slate itself is not part of the swapped layers; black over it while the panel is closed. */
  readonly element = document.createElement('div');
  readonly startAt: number;
  slots: readonly Slot[];

  constructor(
    private readonly deps: { clock: StationClock; told: SurfaceTold },
    slot: Slot,
  ) {
    this.slots = [slot];
    this.startAt = dueAt(slot);
    const dark = slot.shows.kind === 'slate' && slot.shows.dark === true;
    this.element.hidden = !dark;
    if (dark) this.element.style.background = '#000';
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
    this.element.remove();
  }
}
