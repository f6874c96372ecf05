/** Live pictures: asked of displays while a console looks, and for half a minute after it last said so. */
import type { ToDisplay } from '../../contract/display-protocol';

const LOOK_MS = 30_000;
/** One display sends every second; many share what the network and the consoles can take. */
const FASTEST_MS = 1000;
const SLOWEST_MS = 15_000;
const PICTURES_PER_SECOND = 20;

export interface Picture {
  jpeg: Buffer;
  at: number;
}

export class Watch {
  private readonly pictures = new Map<string, Picture>();
  private timer: NodeJS.Timeout | null = null;
  private everyMs: number | null = null;

  constructor(
    private readonly connected: () => number,
    private readonly tellAll: (message: ToDisplay) => void,
  ) {}

  /** A console looks. */
  look(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(), LOOK_MS).unref();
    this.set(Math.min(SLOWEST_MS, Math.max(FASTEST_MS, Math.ceil((this.connected() / PICTURES_PER_SECOND) * 1000))));
  }

  /** What a display that connects now is told; null while nobody looks. */
  greeting(): ToDisplay | null {
    return this.everyMs === null ? null : { type: 'watch', everyMs: this.everyMs };
  }

  /** Keeps the newest of each display, in memory only. False for what nobody asked for or is no JPEG. */
  keep(displayId: string, base64: string, at: number): boolean {
    if (this.everyMs === null) return false;
    const jpeg = Buffer.from(base64, 'base64');
    if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return false;
    this.pictures.set(displayId, { jpeg, at });
    return true;
  }

  picture(displayId: string): Picture | null {
    return this.pictures.get(displayId) ?? null;
  }

  forget(displayId: string): void {
    this.pictures.delete(displayId);
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  private end(): void {
    this.timer = null;
    this.set(null);
  }

  private set(everyMs: number | null): void {
    if (everyMs === this.everyMs) return;
    this.everyMs = everyMs;
    this.tellAll({ type: 'watch', everyMs });
  }
}
