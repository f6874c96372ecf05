/** What this machine's pads and pedals were taught; of this browser alone. */
import { MidiMap } from './notes';

const STORED_UNDER = 'suar.midi';

export function keptMap(): MidiMap {
  try {
    return MidiMap.parse(JSON.parse(localStorage.getItem(STORED_UNDER) ?? '{}'));
  } catch {
    return {};
  }
}

export const keepMap = (map: MidiMap): void => localStorage.setItem(STORED_UNDER, JSON.stringify(map));
