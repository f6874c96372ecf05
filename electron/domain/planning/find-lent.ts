/**
 * What a draft takes beyond what its agreement lends: a way, a display, slots of a loop, air time a day. It airs all the same, for the
 * office may lend more than is written; whoever books is told with numbers before. Ends of agreements are `findAgreement`'s.
 */
import type { Booking } from '../../contract/records/booking';
import type { Agreement } from '../../contract/records/partner';
import { reason } from '../../contract/scalars';
import { isOnRadio } from '../spots/radio';
import type { Steps } from '../steps';
import { dayKinds } from './day-kinds';
import type { Finding } from './finding';
import { type Laid, type Memory, remembered, type Stage } from './stage';
import { countOf, type Tally } from './tally';
import type { Ground } from './trial';

const PLACE = { severity: 'notice', field: 'agreement', displayIds: [], day: null } as const;

export const agreementOf = (agreements: readonly Agreement[], { agreementId }: Booking): Agreement | undefined =>
  agreements.find(({ id }) => id === agreementId);

/** `displays`: how many it is booked on. */
export function findChannels(draft: Booking, { number, lent }: Agreement, displays: number): Finding[] {
  const { channels } = lent;
  if (channels.length === 0) return [];
  return [
    ...(displays > 0 && !channels.includes('displays')
      ? [{ ...PLACE, reason: reason('plan.lentNoDisplays', { number }) }]
      : []),
    ...(isOnRadio(draft) && !channels.includes('radio')
      ? [{ ...PLACE, reason: reason('plan.lentNoRadio', { number }) }]
      : []),
  ];
}

/** On displays that agree: which of them are not lent, and whether more slots are taken of their loop than are. */
export function findLentHere(laid: Laid, ground: Pick<Ground, 'agreements' | 'groupsOf'>): Finding[] {
  const agreement = agreementOf(ground.agreements, laid.draft);
  if (!agreement) return [];
  return [...findUnlent(laid, agreement, ground), ...findSlots(laid, agreement)];
}

function findUnlent({ stage }: Laid, { number, lent }: Agreement, { groupsOf }: Pick<Ground, 'groupsOf'>): Finding[] {
  if (lent.displayIds.length === 0 && lent.groupIds.length === 0) return [];
  const isLent = (id: string) =>
    lent.displayIds.includes(id) || groupsOf(id).some((group) => lent.groupIds.includes(group));
  const displayIds = stage.displayIds.filter((id) => !isLent(id));
  return displayIds.length === 0 ? [] : [{ ...PLACE, displayIds, reason: reason('plan.lentNotHere', { number }) }];
}

function findSlots({ stage, draft, looks }: Laid, { id, number, lent: { slots } }: Agreement): Finding[] {
  if (slots === null || draft.how.kind !== 'slot') return [];
  const under = [...stage.question.bookings, draft].filter(({ agreementId }) => agreementId === id);
  const most = { used: slots, day: 0 };
  for (const { kind, with: tally } of looks) {
    const taken = under.flatMap((one) =>
      one.how.kind === 'slot' && countOf(tally, one.id).plays > 0 ? [one.how.slot] : [],
    );
    const used = new Set(taken).size;
    if (used > most.used) Object.assign(most, { used, day: kind.days[0] ?? 0 });
  }
  if (most.used === slots) return [];
  const because = reason('plan.lentSlots', { number, lent: slots, used: most.used });
  return [{ ...PLACE, displayIds: stage.displayIds, day: most.day, reason: because }];
}

/** Days looked at for air time, those of other kinds than one another. */
const MOST_DAYS = 6;

/** Air time a day on all displays together: on those of the draft as laid, on others by what is booked under the agreement there. */
export function* findDayMs(
  draft: Booking,
  all: readonly Laid[],
  ground: Pick<Ground, 'agreements' | 'besides'>,
  memory: Memory,
): Steps<Finding[]> {
  const agreement = agreementOf(ground.agreements, draft);
  const dayMs = agreement?.lent.dayMs ?? null;
  if (!agreement || dayMs === null) return [];
  const days = new Set(all.flatMap(({ looks }) => looks.flatMap(({ kind }) => kind.days[0] ?? [])));
  const others = ground.besides(agreement.id);
  let most: { day: number; used: number; own: number } | null = null;
  for (const day of [...days].sort((a, b) => a - b).slice(0, MOST_DAYS)) {
    const here = all.map((laid) => takenOn(laid, agreement.id, day));
    const own = here.reduce((sum, each) => sum + each.own, 0);
    let used = here.reduce((sum, each) => sum + each.used, 0);
    for (const stage of others) used += yield* takenBeside(stage, agreement.id, day, memory);
    if (used > dayMs && used > (most?.used ?? 0)) most = { day, used, own };
  }
  if (!most) return [];
  const { day, used, own } = most;
  const params = { number: agreement.number, lent: dayMs, used, own };
  return [{ ...PLACE, day, reason: reason('plan.lentDay', params) }];
}

function takenOn({ stage, draft, looks }: Laid, agreementId: string, day: number): { own: number; used: number } {
  const tally = looks.find(({ kind }) => kind.days.includes(day))?.with;
  if (!tally) return { own: 0, used: 0 };
  const many = stage.displayIds.length;
  const own = countOf(tally, draft.id).ms * many;
  return { own, used: own + underMs(stage, tally, agreementId) * many };
}

function* takenBeside(stage: Stage, agreementId: string, day: number, memory: Memory): Steps<number> {
  const { kinds } = yield* dayKinds({ question: stage.question, first: day, last: day });
  let ms = 0;
  for (const kind of kinds) ms += underMs(stage, yield* remembered(stage.question, kind, memory), agreementId);
  return ms * stage.displayIds.length;
}

const underMs = ({ question }: Stage, tally: Tally, agreementId: string): number =>
  question.bookings
    .filter((booking) => booking.agreementId === agreementId)
    .reduce((sum, { id }) => sum + countOf(tally, id).ms, 0);

/** Material of an agency that has an agreement for these days, booked under none: it is counted nowhere, and goes on after the end. */
export function findUnsaid(draft: Booking, all: readonly Laid[], agreements: readonly Agreement[]): Finding[] {
  if (draft.agreementId !== null || draft.purpose === 'partner') return [];
  const agencies = new Set(all.flatMap(({ material }) => material.pieces.map(({ agencyId }) => agencyId)));
  const [agencyId] = agencies;
  if (agencies.size !== 1 || !agencyId) return [];
  const theirs = agreements.filter(
    (one) => one.agencyId === agencyId && one.from <= draft.from && draft.from <= one.to,
  );
  const numbers = theirs.map(({ number }) => number).join(', ');
  return theirs.length === 0 ? [] : [{ ...PLACE, reason: reason('plan.agreementUnsaid', { numbers }) }];
}
