/** One-time codes that open a display's page already paired: for windows of our own and the demo. */
import { newSecret } from '../secret';

/** Long enough for a slow machine to open a window, short enough to be worthless later. */
const LIFE_MS = 5 * 60_000;

export class OnceCodes {
  private readonly codes = new Map<string, { displayId: string; until: number }>();

  /** `now`, here and below, is monotonic, ms: a clock that is set after the start voids no code. */
  issue(displayId: string, now: number): string {
    for (const [code, { until }] of this.codes) if (until <= now) this.codes.delete(code);
    const code = newSecret();
    this.codes.set(code, { displayId, until: now + LIFE_MS });
    return code;
  }

  /** The display it was for; null when it is unknown, used or too old. */
  use(code: string, now: number): string | null {
    const held = this.codes.get(code);
    this.codes.delete(code);
    return held && held.until > now ? held.displayId : null;
  }
}
