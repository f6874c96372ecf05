/** Which cues of a rundown displays are to hold, and which is to be seen. Pure. */
import type { Rundown } from '../../contract/records/rundown';
import type { Cue, PartId, RundownItem } from '../../contract/records/rundown-item';
import type { Show } from '../../contract/records/show';
import type { TakeoverWhat } from '../../contract/records/takeover';
import { DAY_MS } from '../calendar';
import { type RundownClock, startOf } from './clock';
import type { Plan } from './plan';

export interface WantedCue {
  itemId: PartId;
  name: string;
  cue: Cue;
  /** When its item was taken; null while it only has to be held. */
  since: { stepId: PartId; at: number } | null;
}

/** Displays hold what comes within two days. */
const AHEAD_MS = 2 * DAY_MS;
/** No rundown goes on for longer. */
const LONGEST_MS = 7 * DAY_MS;
/** More than anyone has in an hour, and half of what a display is told of at all. */
const MOST = 50;

/**
 * Of a rundown that is ready, or on air: the cue of what is on air, and those of what counts and may still come. What floats has none
 * until it is taken. A rehearsal shows nothing.
 */
export function wantedCues(rundown: Rundown, plan: Plan, show: Show | null, now: number): WantedCue[] {
  const live = show?.state === 'onAir' && !show.rehearsal ? show : null;
  const current = live?.current ?? null;
  const onAir = plan.rows.find(({ item }) => item.id === current?.itemId)?.item;
  const first =
    onAir?.cue && current ? [wanted(onAir, onAir.cue, { stepId: current.stepId, at: current.startedAt })] : [];
  if (!live && !isDue(rundown, plan, show, now)) return first;
  const held = plan.rows
    .filter(({ item, counts }) => counts && item.cue !== null && item.id !== onAir?.id)
    .map(({ item }) => wanted(item, item.cue as Cue, null));
  return [...first, ...held].slice(0, MOST);
}

/** Whether a cue of it may be wanted now, on air aside: told by its beginning alone, for there are rundowns of years. */
export function isNear(rundown: RundownClock, now: number): boolean {
  const start = startOf(rundown);
  return start < now + AHEAD_MS && now < start + LONGEST_MS;
}

/** Not over yet, near, and no draft any more. */
function isDue({ status }: Rundown, { start, end }: Plan, show: Show | null, now: number): boolean {
  const aired = show !== null && show.state !== 'onAir' && !show.rehearsal;
  return !aired && status !== 'draft' && now < end + DAY_MS / 2 && start < now + AHEAD_MS;
}

function wanted(item: RundownItem, cue: Cue, since: WantedCue['since']): WantedCue {
  return { itemId: item.id, name: item.title || '–', cue, since };
}

/** As a display knows it. */
export function whatOf({ what }: Cue): TakeoverWhat {
  return what.kind === 'card' ? { kind: 'text', tone: 'notice', ...what.card } : what;
}
