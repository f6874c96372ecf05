/** What a key does on air. Presenter remotes and foot switches are keyboards too: PageDown and PageUp. Pure. */

export type AirKey =
  | { do: 'take' | 'back' | 'hold' | 'skip' | 'roll' | 'arm' | 'end' | 'jump' | 'leave' | 'nothing' }
  | { do: 'select'; by: 1 | -1 }
  | { do: 'jumpTo'; nth: number };

export interface Pressed {
  key: string;
  /** Held down: the keyboard repeats it. */
  repeat: boolean;
  /** Ctrl, Alt or the like with it. */
  combined: boolean;
}

export interface Where {
  /** In a field in which one types. */
  typing: boolean;
  /** On a control that was reached by keyboard, which has Enter for itself. Space is the take's wherever the focus is. */
  onControl: boolean;
  /** Something lies over the screen. */
  covered: boolean;
  /** Ending was asked for and not yet confirmed. */
  armed: boolean;
  selected: boolean;
}

/** Takeovers have F9 on every screen, so the ninth item has no key. */
export const JUMP_KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12] as const;

const LETTERS: Record<string, AirKey> = {
  h: { do: 'hold' },
  s: { do: 'skip' },
  b: { do: 'back' },
  r: { do: 'roll' },
  e: { do: 'arm' },
  arrowdown: { do: 'select', by: 1 },
  arrowup: { do: 'select', by: -1 },
  escape: { do: 'leave' },
};
const PEDALS: Record<string, AirKey> = { pagedown: { do: 'take' }, pageup: { do: 'back' } };

/** Whoever presses so soon after an item began meant the one before it: another hand was quicker. */
const FRESH_MS = 300;

/** Whether a take by key is one. `startedAt`: of what is on air, `now`: both epoch ms on the station's clock. */
export const meansTake = (startedAt: number | undefined, now: number): boolean =>
  startedAt === undefined || Math.abs(now - startedAt) >= FRESH_MS;

/** Null: not a key of this screen. `nothing`: one of its keys, to be swallowed. */
export function airKey(pressed: Pressed, where: Where): AirKey | null {
  if (pressed.combined) return null;
  const found = meaning(pressed.key.toLowerCase(), where);
  // A take for as long as a finger rests would run through the show.
  return found && pressed.repeat && found.do !== 'select' ? { do: 'nothing' } : found;
}

function meaning(key: string, where: Where): AirKey | null {
  // A pedal is pressed by somebody who does not know what the producer types.
  if (PEDALS[key]) return PEDALS[key];
  const nth = nthOf(key);
  if (nth !== null) return { do: 'jumpTo', nth };
  if (where.typing || where.covered) return null;
  if (key === 'enter') return enter(where);
  if (key === ' ') return { do: 'take' };
  return LETTERS[key] ?? null;
}

function enter({ armed, selected, onControl }: Where): AirKey | null {
  if (armed) return { do: 'end' };
  if (onControl) return null;
  return selected ? { do: 'jump' } : null;
}

function nthOf(key: string): number | null {
  const nth = Number(/^f(\d+)$/.exec(key)?.[1]);
  return JUMP_KEYS.some((known) => known === nth) ? nth : null;
}
