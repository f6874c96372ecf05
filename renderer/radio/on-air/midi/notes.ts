/** MIDI pads and pedals as keys: which message is a press, and what each was taught to do. Pure. */
import { z } from 'zod';

export const MIDI_COMMANDS = ['take', 'hold', 'back'] as const;
export type MidiCommand = (typeof MIDI_COMMANDS)[number];

/** By command the press that gives it, such as `note 1 60`. */
export const MidiMap = z.partialRecord(z.enum(MIDI_COMMANDS), z.string().max(40));
export type MidiMap = z.infer<typeof MidiMap>;

const NOTE_ON = 0x90;
const CONTROL = 0xb0;
/** A pedal of the older kind sends all values between; above the middle it is down (MIDI 1.0, switch controllers). */
const DOWN = 64;

/** The name of a press; null for releases and all else that instruments say. Channels count from 1. */
export function pressOf(bytes: ArrayLike<number> | null): string | null {
  const [status = 0, number = 0, value = 0] = Array.from(bytes ?? []);
  const channel = (status & 0x0f) + 1;
  if ((status & 0xf0) === NOTE_ON && value > 0) return `note ${channel} ${number}`;
  if ((status & 0xf0) === CONTROL && value >= DOWN) return `control ${channel} ${number}`;
  return null;
}

export function commandOf(map: MidiMap, press: string): MidiCommand | null {
  return MIDI_COMMANDS.find((command) => map[command] === press) ?? null;
}

/** A press gives one command: what it gave before, it gives no longer. */
export function taught(map: MidiMap, command: MidiCommand, press: string): MidiMap {
  const others = MIDI_COMMANDS.filter((other) => other !== command && map[other] !== undefined && map[other] !== press);
  return { ...Object.fromEntries(others.map((other) => [other, map[other]])), [command]: press };
}
