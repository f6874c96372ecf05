/**
 * Changes that may rid a draft of a conflict, likeliest first, by what was found: made in `out-*.ts`, by kind. Each is tried before it
 * is offered, so a guess costs time only.
 */
import { freeTimes } from './free-times';
import { after, before, everyDay, fromToday, nearestOpenDay, openDays, untilNamed, withoutClosed } from './out-days';
import { elsewhere, notThere } from './out-elsewhere';
import { atExactTime, keptTimes } from './out-exact';
import { noAgreement, otherAgreements, withinAgreement, withinValidity } from './out-frame';
import { freeHours, openHours } from './out-hours';
import { costsLess, fewerPlays, lessPercent, lessUrgent, moreUrgent } from './out-less';
import { otherRounds, otherSlots, rotation } from './out-slots';
import type { Asked, Group } from './trial';

type Kind = (asked: Asked) => Group;

/** Of each kind one is offered. */
const KINDS: Record<string, readonly Kind[]> = {
  'plan.slotOversold': [otherSlots, otherRounds, freeHours, before, after, rotation, elsewhere, notThere],
  'plan.slotKept': [otherSlots, otherRounds, rotation, elsewhere, notThere],
  'plan.slotBeyond': [otherSlots, otherRounds, rotation, elsewhere, notThere],
  'plan.noLoop': [rotation, elsewhere, notThere],
  'plan.noSlotFor': [elsewhere, notThere],
  'plan.clipTooLong': [otherSlots, atExactTime, elsewhere, notThere],
  'plan.shareOver': [lessPercent, freeHours, before, after, rotation, elsewhere, notThere],
  'plan.shareShort': [lessPercent, freeHours, before, after, rotation, elsewhere, notThere],
  'plan.frequencyShort': [fewerPlays, freeHours, before, after, rotation, elsewhere, notThere],
  'plan.exactTaken': [({ trial }) => freeTimes(trial), keptTimes, before, after, elsewhere, notThere],
  'plan.exactClosed': [({ trial }) => freeTimes(trial), keptTimes, openDays, elsewhere, notThere],
  'plan.costsOther': [costsLess, lessUrgent, freeHours, before, after, rotation, elsewhere, notThere],
  'plan.noTime': [moreUrgent, freeHours, after, elsewhere, notThere],
  'plan.closedAlways': [openHours, nearestOpenDay, openDays, after, elsewhere, notThere],
  'plan.hoursSkipped': [openHours],
  'plan.closedDays': [withoutClosed, openDays, elsewhere, notThere],
  'plan.validTo': [withinValidity],
  'plan.validFrom': [withinValidity],
  'plan.ruleUnreadable': [everyDay],
  'plan.noDays': [untilNamed, everyDay],
  'plan.over': [fromToday],
  'plan.agreementGone': [otherAgreements, noAgreement],
  'plan.agreementUnsaid': [otherAgreements],
  'plan.lentNotHere': [notThere, otherAgreements],
  'plan.lentSlots': [otherAgreements],
  'plan.lentDay': [lessPercent, fewerPlays, otherAgreements],
  'plan.lentNoDisplays': [otherAgreements],
  'plan.lentNoRadio': [otherAgreements],
};
const OF_AGREEMENT: readonly Kind[] = [otherAgreements, withinAgreement];

export function* candidatesFor(asked: Asked): Iterable<Group> {
  const { reason, field } = asked.finding;
  for (const kind of KINDS[reason.code] ?? (field === 'agreement' ? OF_AGREEMENT : [])) yield kind(asked);
}
