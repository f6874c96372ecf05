/** Live pictures: asked for only while a console looks, and only the newest of each display is kept, in memory. */

const PICTURE_EVERY_MS = 2_000;
/** Consoles say every 20 s that they look. */
const LOOKING_MS = 30_000;

export interface Picture {
  jpeg: Buffer;
  at: number;
}

export class Watch {
  private readonly pictures = new Map<string, Picture>();
  private until = 0;
  private on = false;

  constructor(private readonly tell: (everyMs: number | null) => void) {}

  /** `now` is monotonic, ms. */
  seen(now: number): void {
    this.until = now + LOOKING_MS;
    if (this.on) return;
    this.on = true;
    this.tell(PICTURE_EVERY_MS);
  }

  /** Ends it when nobody has looked for a while. */
  look(now: number): void {
    if (this.on && now > this.until) this.stop();
  }

  /** What displays are asked for now; null is nothing. */
  everyMs(): number | null {
    return this.on ? PICTURE_EVERY_MS : null;
  }

  keep(displayId: string, picture: Picture): void {
    this.pictures.set(displayId, picture);
  }

  forget(displayId: string): void {
    this.pictures.delete(displayId);
  }

  picture(displayId: string): Picture | null {
    return this.pictures.get(displayId) ?? null;
  }

  stop(): void {
    if (this.on) this.tell(null);
    this.on = false;
  }
}
