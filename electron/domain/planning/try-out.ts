/** A draft laid on its displays, and all that is found there to stand in its way. */
import type { Booking } from '../../contract/records/booking';
import { reason } from '../../contract/scalars';
import { dayNumber } from '../calendar';
import { isOnRadio } from '../spots/radio';
import type { Steps } from '../steps';
import { findAgreement, findDays } from './find-frame';
import { findClosed, findLoop } from './find-hours';
import { agreementOf, findChannels, findDayMs, findLentHere, findUnsaid } from './find-lent';
import { findMaterial } from './find-material';
import { findNoTime, findPlays } from './find-plays';
import { type Finding, merged } from './finding';
import { type Laid, layOn, type Memory, reachFrom } from './stage';
import type { Ground, Trial } from './trial';

export function* tryOut(ground: Ground, draft: Booking, memory: Memory, more: () => boolean): Steps<Trial> {
  const today = dayNumber(ground.today);
  const reach = reachFrom(draft, today);
  const laid: Laid[] = [];
  for (const stage of reach ? ground.stages : []) {
    if (laid.length > 0 && !more()) break;
    if (reach) laid.push(yield* layOn(stage, draft, reach, memory, more));
  }
  return { draft, reach, laid, findings: yield* findingsOf(ground, draft, laid, memory) };
}

/** A display is a millisecond's work: as many days as a year has are held against its openings. */
function* findingsOf(ground: Ground, draft: Booking, all: readonly Laid[], memory: Memory): Steps<Finding[]> {
  const frame = findFrame(ground, draft, ground.stages.length, dayNumber(ground.today));
  if (frame.some(({ severity }) => severity === 'stops')) return merged(frame);
  const here: Finding[] = [];
  for (const laid of all) {
    yield;
    here.push(...findHere(laid, ground));
  }
  const lent = yield* findDayMs(draft, all, ground, memory);
  return merged([...lent, ...frame, ...here, ...findUnsaid(draft, all, ground.agreements)]);
}

/** What is wrong with it wherever it is booked; `displays`: how many that is. Where it stops there, nothing else is looked for. */
export function findFrame(
  { agreements, zone }: Pick<Ground, 'agreements' | 'zone'>,
  draft: Booking,
  displays: number,
  today: number,
): Finding[] {
  // What the radio plays is put into breaks of rundowns, and no matter of displays.
  const nowhere: Finding[] =
    displays > 0 || isOnRadio(draft)
      ? []
      : [{ reason: reason('plan.nowhere'), severity: 'stops', field: 'what', displayIds: [], day: null }];
  const agreement = agreementOf(agreements, draft);
  const lent = agreement ? findChannels(draft, agreement, displays) : [];
  return [...nowhere, ...findDays(draft, today), ...findAgreement(draft, agreements, zone), ...lent];
}

export function findHere(laid: Laid, ground: Pick<Ground, 'agreements' | 'groupsOf'>): Finding[] {
  const found = [...findMaterial(laid), ...findClosed(laid), ...findLoop(laid), ...findPlays(laid)];
  const told = found.some(({ severity, field }) => severity !== 'notice' && field !== 'priority');
  return [...found, ...(told ? [] : findNoTime(laid)), ...findLentHere(laid, ground)];
}
