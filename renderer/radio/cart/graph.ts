/**
 * The sound graph, the same live and offline: sources into the bus of spots, of keys or of beds (which can be ducked), those into the
 * master. Nothing in it changes the level of a spot: material comes at its loudness from the station.
 */
import type { HeardPart } from './heard-part';
import { gainOf, type SlotManner } from './slot';

export interface Graph {
  context: BaseAudioContext;
  spots: GainNode;
  keys: GainNode;
  beds: GainNode;
  master: GainNode;
}

/** Sound that is heard whole: sources at this rate start at exact samples. */
export const SAMPLE_RATE = 48_000;
/** How fast beds go down and come up. */
const DUCK_S = 0.25;
const RISE_S = 0.8;

export function makeGraph(context: BaseAudioContext): Graph {
  const [spots, keys, beds, master] = [0, 1, 2, 3].map(() => context.createGain()) as [
    GainNode,
    GainNode,
    GainNode,
    GainNode,
  ];
  for (const bus of [spots, keys, beds]) bus.connect(master);
  master.connect(context.destination);
  return { context, spots, keys, beds, master };
}

export function duck({ beds, context }: Graph, db: number): void {
  const now = context.currentTime;
  beds.gain.cancelScheduledValues(now);
  beds.gain.setTargetAtTime(gainOf(db), now, (db < 0 ? DUCK_S : RISE_S) / 3);
}

/** Only what is heard of it, so that the next one can begin at its last sample. */
export function trimmed(context: BaseAudioContext, decoded: AudioBuffer, { from, length }: HeardPart): AudioBuffer {
  if (from === 0 && length === decoded.length) return decoded;
  const { numberOfChannels, sampleRate } = decoded;
  const part = context.createBuffer(numberOfChannels, length, sampleRate);
  for (let channel = 0; channel < numberOfChannels; channel += 1) {
    part.copyToChannel(decoded.getChannelData(channel).subarray(from, from + length), channel);
  }
  return part;
}

/** A source with a fader of its own. Times are the context's, s. */
export interface Sounding {
  source: AudioBufferSourceNode;
  fader: GainNode;
  startsAt: number;
  /** When it will have been heard to its end; infinite for a bed. */
  endsAt: number;
}

/** At a sample of the context, counted from its beginning: a time in seconds would drift by rounding. */
export function startSpot({ context, spots }: Graph, buffer: AudioBuffer, atSample: number): Sounding {
  const source = context.createBufferSource();
  const fader = context.createGain();
  source.buffer = buffer;
  source.connect(fader).connect(spots);
  const startsAt = atSample / context.sampleRate;
  source.start(startsAt);
  return { source, fader, startsAt, endsAt: (atSample + buffer.length) / context.sampleRate };
}

export function startKey(graph: Graph, buffer: AudioBuffer, manner: SlotManner, at: number): Sounding {
  const { context, keys, beds } = graph;
  const source = context.createBufferSource();
  const fader = context.createGain();
  const from = Math.min(manner.cueInMs / 1000, buffer.duration);
  const out = manner.cueOutMs === null ? buffer.duration : Math.min(manner.cueOutMs / 1000, buffer.duration);
  const until = out > from ? out : buffer.duration;
  source.buffer = buffer;
  fadeIn(fader, gainOf(manner.gainDb), at, manner.fadeInMs);
  source.connect(fader).connect(manner.loop ? beds : keys);
  if (manner.loop) {
    Object.assign(source, { loop: true, loopStart: from, loopEnd: until });
    source.start(at, from);
  } else source.start(at, from, until - from);
  return { source, fader, startsAt: at, endsAt: manner.loop ? Number.POSITIVE_INFINITY : at + until - from };
}

function fadeIn({ gain }: GainNode, level: number, at: number, ms: number): void {
  if (ms === 0) return void gain.setValueAtTime(level, at);
  gain.setValueAtTime(0, at);
  gain.linearRampToValueAtTime(level, at + ms / 1000);
}

/** Fades from where it stands, then ends. Returns when it will be silent. */
export function fadeAway({ source, fader }: Sounding, now: number, ms: number): number {
  const end = now + ms / 1000;
  const { gain } = fader;
  const level = gain.value;
  gain.cancelScheduledValues(now);
  gain.setValueAtTime(level, now);
  gain.linearRampToValueAtTime(0, end);
  source.stop(end);
  return end;
}
