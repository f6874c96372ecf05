/** What whoever compares must be told of the other: why nothing is seen of it, or that the two are not of one length. Pure. */
import { type Asset, isProbed } from '../../../electron/contract/records/asset';
import type { Clip } from './clip';

export type Withheld = 'exempt' | 'recalled' | 'gone' | 'notYet';

interface Seeing {
  /** The station shows this person nothing of it. */
  hides: boolean;
  /** Answers for what was taken back, and may look at it still. */
  answers: boolean;
}

/** @param other undefined where there is none */
export function withheldOf(other: Asset | undefined, { hides, answers }: Seeing): Withheld | null {
  if (!other) return 'gone';
  if (hides) return 'exempt';
  if (other.recalledAt !== null && !answers) return 'recalled';
  return isProbed(other) ? null : 'notYet';
}

/** A frame more or less is how files are written, and no other cut. */
export function unlikeLength(a: Pick<Clip, 'kind' | 'durationMs' | 'rate'>, b: typeof a): 'longer' | 'shorter' | null {
  if (a.kind === 'image' || b.kind === 'image') return null;
  const more = b.durationMs - a.durationMs;
  if (Math.abs(more) <= 1000 / Math.min(a.rate, b.rate)) return null;
  return more > 0 ? 'longer' : 'shorter';
}
