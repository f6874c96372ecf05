/** Which renditions an asset is given, and how each is made. */
import type { Decision, Probe } from '../../contract/records/asset';
import type { Profile } from '../../contract/records/display';
import type { Reason } from '../../contract/scalars';
import { decideRendition } from '../../domain/rendition';
import { type Reader, settingsOf } from '../store';
import { profilesInUse } from './profiles';
import { keyOf, type Slot } from './renditions';

export interface Plan extends Slot {
  /** Null is sound alone. */
  profile: Profile | null;
  decision: Decision | 'impossible';
  because: Reason[];
}

/** One that can be made. */
export type Feasible = Plan & { decision: Decision };

export function isFeasible(plan: Plan): plan is Feasible {
  return plan.decision !== 'impossible';
}

/** For the whole of it: one rendition for each profile in use; sound alone for what has no picture. */
export function plansFor(reader: Reader, probe: Probe): Plan[] {
  const profiles = probe.kind === 'audio' ? [null] : profilesInUse(reader);
  return profiles.map((profile) => planOne(reader, probe, profile, 0));
}

export function planOne(reader: Reader, probe: Probe, profile: Profile | null, inMs: number): Plan {
  const { audioLoudnessLufs } = settingsOf(reader);
  const { decision, because } = decideRendition(probe, profile, inMs, audioLoudnessLufs);
  return { profile, profileKey: keyOf(profile, audioLoudnessLufs), inMs, decision, because };
}
