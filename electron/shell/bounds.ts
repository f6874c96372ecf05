/** Window places as pure numbers. */

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Smallest piece of a window that must be on a screen for a person to catch it, px. */
const GRIP = 80;

function overlap(a: Rectangle, b: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}

/** The remembered bounds if enough of them lies on some screen; else null, and the window opens where it likes. */
export function stillReachable(saved: Rectangle | null, screens: readonly Rectangle[]): Rectangle | null {
  if (!saved) return null;
  const seen = screens.some((screen) => {
    const shared = overlap(saved, screen);
    return shared.width >= GRIP && shared.height >= GRIP;
  });
  return seen ? saved : null;
}
