/** Presses of pads and pedals, handed from the menu that knows them to the show that is run. */
import { useEffect, useRef } from 'react';
import type { MidiCommand } from './notes';

const listeners = new Set<(command: MidiCommand) => void>();

export function midiPressed(command: MidiCommand): void {
  for (const listener of listeners) listener(command);
}

export function useMidiCommands(run: (command: MidiCommand) => void): void {
  const newest = useRef(run);
  newest.current = run;
  useEffect(() => {
    const listener = (command: MidiCommand) => newest.current(command);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}
