/** One key of the cart: which sound, from where to where, and how. Pure. */
import { z } from 'zod';
import type { Id } from '../../../electron/contract/scalars';

/** How a sound is played when its key is pressed; kept on this machine by its asset. All times ms. */
export const SlotManner = z.object({
  cueInMs: z.int().min(0).default(0),
  /** Null: to its end. */
  cueOutMs: z.int().min(0).nullable().default(null),
  fadeInMs: z.int().min(0).max(10_000).default(0),
  fadeOutMs: z.int().min(0).max(10_000).default(400),
  /** A bed: begins again until it is faded out, and goes down under speech and spots. */
  loop: z.boolean().default(false),
  gainDb: z.number().min(-40).max(6).default(0),
});
export type SlotManner = z.infer<typeof SlotManner>;
export const PLAIN_MANNER: SlotManner = SlotManner.parse({});

export interface Slot {
  assetId: Id;
  manner: SlotManner;
}

/** Keys on one page of the cart. */
export const KEYS = 8;

export const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / KEYS));

/** What is heard of a file of this length: from where, and how long, ms. A cue-out before its cue-in is none. */
export function heardOf({ cueInMs, cueOutMs }: SlotManner, durationMs: number): { fromMs: number; ms: number } {
  const fromMs = Math.min(cueInMs, durationMs);
  const until = cueOutMs !== null && cueOutMs > fromMs ? Math.min(cueOutMs, durationMs) : durationMs;
  return { fromMs, ms: until - fromMs };
}

/** What cannot be heard as a click or taken for silence. */
export const gainOf = (db: number): number => 10 ** (db / 20);
