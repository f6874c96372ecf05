/**
 * A display's day told entry by entry: what stands where and why, and between the entries every booking that was passed over
 * there and why. The same compile as ever, with a sink that keeps every note instead of the first of each kind.
 */
import type { Decision } from '../../contract/api/explain';
import type { Clip, Plan } from '../../contract/records/timeline';
import { type CompileInput, compileInSteps } from '../compile';
import type { Steps } from '../steps';

export interface Explained {
  /** In order of their instants; at one instant what is passed over comes first. */
  decisions: Decision[];
  /** What holds for the whole interval: material that is not ready, paused bookings. */
  throughout: Plan['skipped'];
}

export function* explainDay(input: CompileInput): Steps<Explained> {
  const skipped: Decision[] = [];
  const plan = yield* compileInSteps(input, undefined, (bookingId, assetId, because, at) => {
    if (at < input.from || at > input.until) return;
    skipped.push({ at, ms: 0, kind: 'skipped', bookingId, assetId, name: null, because });
  });
  yield;
  const placed = plan.entries.flatMap(([index, at, ms]): Decision[] => {
    const clip = plan.clips[index];
    return clip ? [placedOf(clip, at, ms)] : [];
  });
  const decisions = [...skipped, ...placed].sort((a, b) => a.at - b.at || a.ms - b.ms);
  const told = new Set(skipped.map(keyOf));
  return { decisions, throughout: plan.skipped.filter((each) => !told.has(keyOf(each))) };
}

function placedOf(clip: Clip, at: number, ms: number): Decision {
  const drawn = clip.kind === 'slate';
  const { bookingId, because } = clip;
  return {
    ...{ at, ms, kind: 'placed', bookingId, because },
    ...{ assetId: drawn ? null : clip.assetId, name: drawn ? null : clip.name },
  };
}

const keyOf = ({ bookingId, assetId, because }: Pick<Decision, 'bookingId' | 'assetId' | 'because'>) =>
  `${bookingId} ${assetId} ${because.code}`;
