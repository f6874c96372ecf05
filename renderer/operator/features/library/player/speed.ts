/** The transport keys of an edit suite: J back, K stop, L on; pressed again, faster. Pure. */

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
