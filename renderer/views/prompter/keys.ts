/** Keys of the prompter; a pedal is a keyboard too. Pure. */
export type PrompterKey =
  | { do: 'run' | 'onTime' | 'toCurrent' | 'mirrorX' | 'mirrorY' }
  | { do: 'faster'; steps: number }
  | { do: 'item'; by: 1 | -1 };

/** A pedal under the foot is coarser than a finger on a key. */
const PEDAL_STEPS = 3;

const KEYS: Record<string, PrompterKey> = {
  ' ': { do: 'run' },
  arrowup: { do: 'faster', steps: -1 },
  arrowleft: { do: 'faster', steps: -1 },
  '-': { do: 'faster', steps: -1 },
  arrowdown: { do: 'faster', steps: 1 },
  arrowright: { do: 'faster', steps: 1 },
  '+': { do: 'faster', steps: 1 },
  '=': { do: 'faster', steps: 1 },
  home: { do: 'toCurrent' },
  o: { do: 'onTime' },
  m: { do: 'mirrorX' },
  v: { do: 'mirrorY' },
};

/** While it runs a pedal sets the speed, while it stands it goes from item to item. */
export function prompterKey(key: string, runs: boolean): PrompterKey | null {
  const name = key.toLowerCase();
  if (name === 'pagedown') return runs ? { do: 'faster', steps: PEDAL_STEPS } : { do: 'item', by: 1 };
  if (name === 'pageup') return runs ? { do: 'faster', steps: -PEDAL_STEPS } : { do: 'item', by: -1 };
  return KEYS[name] ?? null;
}
