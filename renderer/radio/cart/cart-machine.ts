/**
 * What the keys of the cart do, as a pure state machine: an event in, the next state and what the sound has to do out. It knows no
 * sound, no clock and no screen. Instants are any ms that go on evenly.
 */
import type { Slot } from './slot';

export interface Voice {
  id: string;
  assetId: string;
  startedAt: number;
  /** Under speech and spots it goes down. */
  bed: boolean;
  fading: boolean;
}

export interface CartState {
  voices: readonly Voice[];
  /** The microphone is open. */
  mic: boolean;
  /** The spots of an item are on. */
  breakOn: boolean;
  /** When each key was last pressed to some effect. */
  pressedAt: Readonly<Record<string, number>>;
  /** The chosen output went away; the machine's default plays. */
  deviceLost: boolean;
}

export const SILENT: CartState = { voices: [], mic: false, breakOn: false, pressedAt: {}, deviceLost: false };

export type CartEvent =
  | { type: 'press'; slot: Slot; at: number; voiceId: string; restart: boolean }
  | { type: 'fadeOut'; slot: Slot }
  | { type: 'stopAll'; fadeMs: number }
  /** It was taken back, and may not be heard any longer. */
  | { type: 'withdraw'; assetId: string }
  /** The sound says that it is over, or never began. */
  | { type: 'ended'; voiceId: string }
  | { type: 'mic'; on: boolean }
  | { type: 'break'; on: boolean }
  | { type: 'deviceLost' }
  | { type: 'deviceChosen' };

export type CartEffect =
  | { type: 'start'; voiceId: string; slot: Slot }
  | { type: 'stop'; voiceId: string; fadeMs: number }
  /** Beds go to this, dB. */
  | { type: 'duck'; db: number }
  | { type: 'fallBack' };

export interface Turn {
  state: CartState;
  effects: readonly CartEffect[];
}

/** A second press so soon is a finger that bounced. */
export const BOUNCE_MS = 400;
/** Between one take of a sound and the next of the same there is no click. */
const RESTART_FADE_MS = 30;
const DUCKED_DB = -14;

export function turn(state: CartState, event: CartEvent): Turn {
  const { state: next, effects } = answer(state, event);
  const [before, after] = [duckedDb(state), duckedDb(next)];
  return { state: next, effects: before === after ? effects : [...effects, { type: 'duck', db: after }] };
}

/** How far beds are down. */
export function duckedDb({ voices, mic, breakOn }: CartState): number {
  const spoken = mic || breakOn || voices.some(({ bed, fading }) => !bed && !fading);
  return spoken ? DUCKED_DB : 0;
}

export const playingOf = ({ voices }: CartState, assetId: string): Voice | null =>
  voices.find((voice) => voice.assetId === assetId && !voice.fading) ?? null;

const nothing = (state: CartState): Turn => ({ state, effects: [] });

function answer(state: CartState, event: CartEvent): Turn {
  switch (event.type) {
    case 'press':
      return pressed(state, event);
    case 'fadeOut': {
      const voice = playingOf(state, event.slot.assetId);
      return voice ? faded(state, [voice], event.slot.manner.fadeOutMs) : nothing(state);
    }
    case 'stopAll':
      return faded(state, state.voices, event.fadeMs);
    case 'withdraw':
      return faded(
        state,
        state.voices.filter(({ assetId }) => assetId === event.assetId),
        RESTART_FADE_MS,
      );
    case 'ended':
      return nothing({ ...state, voices: state.voices.filter(({ id }) => id !== event.voiceId) });
    case 'mic':
      return nothing({ ...state, mic: event.on });
    case 'break':
      return nothing({ ...state, breakOn: event.on });
    case 'deviceLost':
      return state.deviceLost
        ? nothing(state)
        : { state: { ...state, deviceLost: true }, effects: [{ type: 'fallBack' }] };
    case 'deviceChosen':
      return nothing({ ...state, deviceLost: false });
    default:
      return event satisfies never;
  }
}

/** Silent: starts. Playing: fades out, or with `restart` begins anew; within the bounce nothing happens. */
function pressed(state: CartState, { slot, at, voiceId, restart }: Extract<CartEvent, { type: 'press' }>): Turn {
  const { assetId, manner } = slot;
  const last = state.pressedAt[assetId];
  if (last !== undefined && at - last < BOUNCE_MS) return nothing(state);
  const pressedAt = { ...state.pressedAt, [assetId]: at };
  const playing = playingOf(state, assetId);
  if (playing && !restart) return faded({ ...state, pressedAt }, [playing], manner.fadeOutMs);
  const old = playing ? faded(state, [playing], RESTART_FADE_MS) : nothing(state);
  const voice: Voice = { id: voiceId, assetId, startedAt: at, bed: manner.loop, fading: false };
  return {
    state: { ...old.state, pressedAt, voices: [...old.state.voices, voice] },
    effects: [...old.effects, { type: 'start', voiceId, slot }],
  };
}

/** What fades already is not faded again, unless faster than any fade of a key. */
function faded(state: CartState, which: readonly Voice[], fadeMs: number): Turn {
  const ids = new Set(which.filter(({ fading }) => !fading || fadeMs <= RESTART_FADE_MS).map(({ id }) => id));
  if (ids.size === 0) return nothing(state);
  return {
    state: { ...state, voices: state.voices.map((voice) => (ids.has(voice.id) ? { ...voice, fading: true } : voice)) },
    effects: [...ids].map((voiceId) => ({ type: 'stop', voiceId, fadeMs })),
  };
}
