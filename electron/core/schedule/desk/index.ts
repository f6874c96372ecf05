/** Handlers of `plannerApi`. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { HandlersOf } from '../../../contract/api/handlers';
import type { plannerApi, SummedDay, SummedPart } from '../../../contract/api/planner';
import type { Reason } from '../../../contract/scalars';
import { dayNumber } from '../../../domain/calendar';
import type { DaySum } from '../../../domain/day-sum';
import { blocksIn } from '../../../domain/hours';
import { daySpan } from '../../../domain/time';
import { settingsOf } from '../../store';
import type { ScheduleView, ViewOf } from '../view';
import { calendarOf } from './calendar';
import { ownerOf } from './owners';
import { placeIn, silentIn } from './places';

type Step = 'day' | 'hour';

export function createDesk(viewOf: ViewOf): HandlersOf<typeof plannerApi> {
  function loopOf({ sources, network }: ScheduleView, displayId: string, { from, until }: DaySum): SummedDay['loop'] {
    const [policy, display] = [network().policyOf(displayId), sources.get('display', displayId)];
    if (!policy || !display) return null;
    const openings = blocksIn(policy, display.zone, from, until).map(({ start, end }): [number, number] => [
      start,
      end,
    ]);
    return { ms: policy.slots.reduce((sum, { ms }) => sum + ms, 0), openings };
  }

  return {
    async summary({ displayIds, from, days, step, draftId }) {
      const view = viewOf(draftId);
      const { zone } = settingsOf(view.sources);
      const [owners, reasons]: [string[], Reason[]] = [[], []];
      const displays = [];
      for (const displayId of displayIds) {
        const summed: SummedDay[] = [];
        for (let day = dayNumber(from); day < dayNumber(from) + days; day++) {
          const sum = await view.sums.of(displayId, daySpan(day, zone));
          if (sum) summed.push({ ...told(sum, { owners, reasons }, step), loop: loopOf(view, displayId, sum) });
        }
        if (summed.length === days) displays.push({ displayId, days: summed });
        await breathe();
      }
      return { owners, reasons, displays };
    },

    calendar({ draftId, ...tile }) {
      const { sources, sums } = viewOf(draftId);
      return calendarOf(sums, { ...tile, zone: settingsOf(sources).zone });
    },

    owners({ draftId }) {
      const { sources } = viewOf(draftId);
      return {
        bookings: sources.all('booking').map((booking) => ownerOf(sources, booking)),
        agencies: sources.all('agency').map(({ id, name }) => ({ id, name })),
        agreements: sources.all('agreement').map(({ id, number, agencyId }) => ({ id, number, agencyId })),
      };
    },
  };
}

/** The tables are the answer's, and grow. */
function told(
  sum: DaySum,
  { owners, reasons }: { owners: string[]; reasons: Reason[] },
  step: Step,
): Omit<SummedDay, 'loop'> {
  const places = sum.owners.map((owner) => placeIn(owners, owner));
  const hours = partsOf(sum, places);
  const { from, until, skipped } = sum;
  const silent = silentIn(sum.silent, owners, reasons);
  if (step === 'hour') return { from, until, skipped, silent, openMs: [...sum.openMs], parts: hours };
  const whole = new Map<number, SummedPart>();
  for (const [, owner, ms, plays] of hours) {
    const before = whole.get(owner);
    whole.set(owner, [0, owner, ms + (before?.[2] ?? 0), plays + (before?.[3] ?? 0)]);
  }
  const openMs = [sum.openMs.reduce((all, ms) => all + ms, 0)];
  return { from, until, skipped, silent, openMs, parts: [...whole.values()] };
}

function partsOf({ owners, ms, plays, openMs }: DaySum, places: readonly number[]): SummedPart[] {
  const parts: SummedPart[] = [];
  for (let part = 0; part < openMs.length; part++) {
    for (const [index, place] of places.entries()) {
      const at = part * owners.length + index;
      if (ms[at]) parts.push([part, place, ms[at], plays[at] ?? 0]);
    }
  }
  return parts;
}
