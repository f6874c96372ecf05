/** The transport of an edit suite: J back, K stop, L on, pressed again faster; and where a loop leads. Pure. */

/** Times normal speed; negative runs backwards, 0 stands. */
export type Speed = number;

const FASTEST = 8;

/** Space starts at normal speed or stops. Other keys leave the speed as it is. */
export function speedAfter(key: string, speed: Speed): Speed {
  switch (key) {
    case 'l':
      return speed > 0 ? Math.min(speed * 2, FASTEST) : 1;
    case 'j':
      return speed < 0 ? Math.max(speed * 2, -FASTEST) : -1;
    case 'k':
      return 0;
    case ' ':
      return speed === 0 ? 1 : 0;
    default:
      return speed;
  }
}

/** Frames that an arrow key moves: one, or with shift about a second. Null for other keys. */
export function framesOf(key: string, shift: boolean, frameRate: number): number | null {
  const step = shift ? Math.max(Math.round(frameRate), 1) : 1;
  if (key === 'ArrowRight') return step;
  if (key === 'ArrowLeft') return -step;
  return null;
}

/** What becomes of the playhead at the end of the part that is looped. */
export const LOOPS = ['off', 'round', 'toAndFro'] as const;
export type Loop = (typeof LOOPS)[number];

export interface Playhead {
  atMs: number;
  speed: Speed;
}

export interface Part {
  inMs: number;
  /** Not shown any more. */
  outMs: number;
}

/**
 * The playhead after `elapsedMs` of the clock. A loop keeps it within its part once it is there: round begins again at the other end,
 * to and fro turns round at normal speed. Without one it stands at the end.
 */
export function advanced({ atMs, speed }: Playhead, elapsedMs: number, part: Part, loop: Loop): Playhead {
  const next = atMs + speed * elapsedMs;
  const past = speed > 0 ? next >= part.outMs : speed < 0 && next <= part.inMs;
  if (!past) return { atMs: next, speed };
  const [near, far] = speed > 0 ? [part.outMs, part.inMs] : [part.inMs, part.outMs];
  if (loop === 'round') return { atMs: far, speed };
  return { atMs: near, speed: loop === 'toAndFro' ? -Math.sign(speed) : 0 };
}
