/** A file of the station as sound that can be laid end to end. */
import { SAMPLE_RATE, trimmed } from './graph';
import { heardPart } from './heard-part';
import type { Wanted } from './sound-store';

/** Decodes at the rate of the graph, whatever rate the context of the moment has. */
export async function decodeSound(file: ArrayBuffer, { durationMs }: Pick<Wanted, 'durationMs'>): Promise<AudioBuffer> {
  const context = new OfflineAudioContext(2, 1, SAMPLE_RATE);
  const decoded = await context.decodeAudioData(file);
  return trimmed(context, decoded, heardPart(decoded.length, durationMs, SAMPLE_RATE));
}

/** @throws {Error} where the station does not have it */
export async function fetchSound(hash: string): Promise<ArrayBuffer> {
  const answer = await fetch(`/media/${hash}`);
  if (!answer.ok) throw new Error(`/media/${hash}: ${answer.status}`);
  return answer.arrayBuffer();
}

export const bytesOf = ({ length, numberOfChannels }: AudioBuffer): number => length * numberOfChannels * 4;
