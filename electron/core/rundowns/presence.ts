/** Who has which rundown open and where their cursor is. In memory: nobody is there once the station has stopped. */
import type { Present } from '../../contract/rundown-feed';
import type { Id } from '../../contract/scalars';

/** Pages speak every 20 s; one that missed two of these has gone. */
const GONE_AFTER_MS = 45_000;
const SWEEP_MS = 15_000;
/** More pages than an office has. */
const MOST = 200;

export class Presence {
  private readonly rooms = new Map<Id, Map<Id, { present: Present; heardAt: number }>>();
  private readonly timer: NodeJS.Timeout;

  /** `now` is monotonic, ms. `moved` is called with the rundown whose people have changed. */
  constructor(
    private readonly now: () => number,
    private readonly moved: (rundownId: Id) => void,
  ) {
    this.timer = setInterval(() => this.sweep(), SWEEP_MS).unref();
  }

  of(rundownId: Id): Present[] {
    return [...(this.rooms.get(rundownId)?.values() ?? [])].map(({ present }) => present);
  }

  say(rundownId: Id, present: Present): void {
    const room = this.rooms.get(rundownId) ?? new Map();
    const known = room.get(present.key);
    if (!known && room.size >= MOST) return;
    room.set(present.key, { present, heardAt: this.now() });
    this.rooms.set(rundownId, room);
    if (JSON.stringify(known?.present) !== JSON.stringify(present)) this.moved(rundownId);
  }

  /** A page says so itself, or is one of the person who says it. */
  leave(rundownId: Id, key: Id): void {
    if (this.rooms.get(rundownId)?.delete(key)) this.moved(rundownId);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private sweep(): void {
    for (const [rundownId, room] of this.rooms) {
      const gone = [...room].filter(([, { heardAt }]) => this.now() - heardAt > GONE_AFTER_MS);
      for (const [key] of gone) room.delete(key);
      if (room.size === 0) this.rooms.delete(rundownId);
      if (gone.length > 0) this.moved(rundownId);
    }
  }
}
