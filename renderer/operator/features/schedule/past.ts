/**
 * What a display reported to have shown, ready to be painted and pointed at: who stood when, where nothing was reported, what
 * went amiss; and where the report ends and the plan begins. Pure.
 */
import type { Shown, ShownOwner, ShownPlay, ShownSlot } from '../../../../electron/contract/api/shown';
import { GAP_FROM_MS } from '../../../../electron/contract/bounds';
import type { Entry, Plan } from '../../../../electron/contract/records/timeline';
import { entryAt, type Laid } from './blocks';
import type { View } from './zoom';

/** Owner and, where plays are told one by one, the play. */
export interface Seen {
  readonly key: string;
  readonly owner: ShownOwner | null;
  readonly play: ShownPlay | null;
}

export interface Past {
  readonly laid: Laid<Seen>;
  /** Without any report; in order. */
  readonly gaps: readonly View[];
  /** Where something was cut short, interrupted or skipped. */
  readonly amiss: readonly View[];
}

/** Key of what is shown by none of the owners told by name. */
export const OTHERS = 'others';

export function ownerKeyOf(owner: ShownOwner): string {
  return owner.kind === 'booking' ? owner.bookingId : owner.kind;
}

export function pastOf(shown: Shown): Past {
  return shown.kind === 'plays' ? pastOfPlays(shown) : pastOfSlots(shown);
}

const keyOf = ({ key }: Seen) => key;
const ownerAt = (shown: Shown, index: number): ShownOwner => shown.owners[index] ?? { kind: 'slate' };

function pastOfPlays(shown: Extract<Shown, { kind: 'plays' }>): Past {
  const seen = shown.plays.filter(({ outcome }) => outcome !== 'skipped');
  const clips = seen.map((play): Seen => {
    const owner = ownerAt(shown, play.owner);
    return { key: ownerKeyOf(owner), owner, play };
  });
  const entries = seen.map(({ start, ms }, index): Entry => [index, start, ms]);
  const spans = seen.map(({ start, ms }) => ({ from: start, until: start + ms }));
  const amiss = shown.plays.filter(({ outcome }) => outcome !== 'shown');
  return {
    laid: { clips, entries, keyOf },
    gaps: gapsBetween(spans, shown),
    amiss: amiss.map(({ start, ms }) => ({ from: start, until: start + ms })),
  };
}

function gapsBetween(spans: readonly View[], { from, until }: View): View[] {
  const gaps: View[] = [];
  let at = from;
  for (const span of [...spans, { from: until, until }]) {
    if (span.from - at >= GAP_FROM_MS) gaps.push({ from: at, until: span.from });
    at = Math.max(at, span.until);
  }
  return gaps;
}

/** Shares of a slot are laid end to end, what is missing after them: within a slot only the sums are known. */
function pastOfSlots(shown: Extract<Shown, { kind: 'slots' }>): Past {
  const clips = [...shown.owners.map((owner): Seen => ({ key: ownerKeyOf(owner), owner, play: null })), NAMELESS];
  const entries = shown.slots.flatMap((slot) => entriesOf(slot, shown.owners.length));
  const amiss = shown.slots.filter((slot) => slot.amiss > 0);
  return {
    laid: { clips, entries, keyOf },
    gaps: slotGaps(shown),
    amiss: amiss.map(({ start }) => ({ from: start, until: start + shown.slotMs })),
  };
}

const NAMELESS: Seen = { key: OTHERS, owner: null, play: null };

function entriesOf({ start, shares, othersMs }: ShownSlot, others: number): Entry[] {
  let at = start;
  return [...shares, [others, othersMs] as const].flatMap(([owner, ms]): Entry[] => {
    if (ms === 0) return [];
    at += ms;
    return [[owner, at - ms, ms]];
  });
}

function slotGaps({ slots, slotMs, from, until }: Extract<Shown, { kind: 'slots' }>): View[] {
  const bySlot = new Map(slots.map((slot) => [slot.start, slot]));
  const gaps: View[] = [];
  for (let start = from; start < until; start += slotMs) {
    const end = Math.min(start + slotMs, until);
    const missing = bySlot.get(start)?.gapMs ?? end - start;
    const before = gaps.at(-1);
    if (missing < GAP_FROM_MS) continue;
    if (missing >= end - start && before?.until === start) gaps[gaps.length - 1] = { from: before.from, until: end };
    else gaps.push({ from: end - missing, until: end });
  }
  return gaps;
}

/** A display reports a play when it is over, and its outbox may take so long, ms. */
const ON_ITS_WAY_MS = 30_000;

/**
 * From where on the plan is painted: from the end of what was reported, while the display keeps up; else from the start of
 * what is planned for now, since the report of that cannot be there yet.
 */
export function seamOf(plan: Plan, reportedUntil: number | null, now: number): number {
  const entry = plan.entries[entryAt(plan.entries, now)];
  const begun = entry && entry[1] <= now && plan.clips[entry[0]]?.kind !== 'slate' ? entry[1] : now;
  if (reportedUntil === null || begun - reportedUntil > ON_ITS_WAY_MS) return begun;
  return Math.min(reportedUntil, now);
}
