/** The spots of a break laid end to end at exact samples; the same code live, where they come one by one, and offline. */
import { type Graph, type Sounding, startSpot } from './graph';

export interface Joint {
  /** Sample of the context at which the next spot begins. */
  next: number;
}

/** Samples between now and a start that is sure to be met. */
const LEAD_S = 0.03;

/** Where a break begins whose first spot is at hand. */
export function firstJoint({ currentTime, sampleRate }: BaseAudioContext): Joint {
  return { next: Math.ceil((currentTime + LEAD_S) * sampleRate) };
}

export interface Laid {
  sounding: Sounding;
  joint: Joint;
  /** By how much it could not join the one before, s: it was not decoded in time. */
  lateS: number;
}

export function lay(graph: Graph, buffer: AudioBuffer, joint: Joint): Laid {
  const { currentTime, sampleRate } = graph.context;
  const soonest = currentTime === 0 ? joint.next : Math.ceil((currentTime + LEAD_S / 6) * sampleRate);
  const at = Math.max(joint.next, soonest);
  const sounding = startSpot(graph, buffer, at);
  return { sounding, joint: { next: at + buffer.length }, lateS: (at - joint.next) / sampleRate };
}
