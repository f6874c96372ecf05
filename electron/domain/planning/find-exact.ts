/** Exact times that cannot be kept to the second. */
import { type LocalTime, reason } from '../../contract/scalars';
import { timeMs } from '../calendar';
import { blocksIn } from '../hours';
import { daysOf } from '../occurrences';
import { instantOf } from '../time';
import { type Finding, foundOn } from './finding';
import type { Laid, Look } from './stage';

interface Missed {
  time: LocalTime;
  /** What is on instead; null where the display is closed, or closes before the end. */
  by: string | null;
}

/** Times of one kind of day that another exact time, or closing, keeps from being kept. */
function missedIn(laid: Laid, look: Look): Missed[] {
  const { draft, zone, stage } = laid;
  const [day] = look.kind.days;
  if (draft.how.kind !== 'exact' || day === undefined || !daysOf(draft)(day)) return [];
  const kept = new Set(
    look.with.plan.entries
      .filter(([clip]) => {
        const { bookingId, because } = look.with.plan.clips[clip] ?? {};
        return bookingId === draft.id && because?.code === 'why.exact';
      })
      .map(([, start]) => start),
  );
  const { policy, display } = stage.question;
  return draft.how.times.flatMap((time) => {
    const at = instantOf(day, timeMs(time), zone);
    if (kept.has(at)) return [];
    const [block] = blocksIn(policy, display.zone, at, at + 1);
    // Of a block that opens on another day another kind tells.
    if (block && !look.kind.blocks.some(({ start }) => start === block.start)) return [];
    return [{ time, by: block ? onAt(laid, look, at) : null }];
  });
}

/** All that are missed on any of its displays and days. */
export const missedTimes = (laid: readonly Laid[]): ReadonlySet<LocalTime> =>
  new Set(laid.flatMap((one) => one.looks.flatMap((look) => missedIn(one, look))).map(({ time }) => time));

function onAt({ stage, draft }: Laid, { with: { plan } }: Look, at: number): string | null {
  const entry = plan.entries.find(([, start, ms]) => start <= at && at < start + ms);
  const clip = entry && plan.clips[entry[0]];
  if (!clip?.because.code.startsWith('why.exact')) return null;
  if (clip.bookingId === draft.id) return draft.name;
  return stage.question.bookings.find(({ id }) => id === clip.bookingId)?.name ?? null;
}

export function findExact(laid: Laid): Finding[] {
  return laid.looks.flatMap((look) => {
    const missed = missedIn(laid, look);
    const found = { ...foundOn(laid, 'costs'), field: 'how' as const, day: look.kind.days[0] ?? null };
    const timesOf = (some: readonly Missed[]) => [...new Set(some.map(({ time }) => time))].join(', ');
    const taken = missed.filter(({ by }) => by !== null);
    const closed = missed.filter(({ by }) => by === null);
    return [
      ...(taken[0]?.by
        ? [{ ...found, reason: reason('plan.exactTaken', { times: timesOf(taken), by: taken[0].by }) }]
        : []),
      ...(closed.length > 0 ? [{ ...found, reason: reason('plan.exactClosed', { times: timesOf(closed) }) }] : []),
    ];
  });
}
