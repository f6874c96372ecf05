/** Handlers of `planningApi`: drafts checked and inventory taken, in turns with all else, within about a second. */
import type { HandlersOf } from '../../contract/api/handlers';
import { LONGEST_SPAN, type planningApi } from '../../contract/api/planning';
import { Failure } from '../../contract/failure';
import type { BookingDraft } from '../../contract/records/booking';
import { reason } from '../../contract/scalars';
import { dateOf, dayNumber } from '../../domain/calendar';
import { nextDays } from '../../domain/next-days';
import { checkSteps } from '../../domain/planning/check';
import type { Question } from '../../domain/planning/day-kinds';
import { inventoryOf } from '../../domain/planning/inventory';
import type { Stage } from '../../domain/planning/stage';
import type { Steps } from '../../domain/steps';
import { localDay } from '../../domain/time';
import { inTurns } from '../loop';
import type { Clock, Store } from '../store';
import type { Network } from './network';
import { insist, ofOneMoment } from './one-moment';
import { questionOf, settingsOf } from './questions';

/** No further display is begun after so long, ms, and no further way out tried. */
const LOOK_MS = 450;
const WAYS_MS = 800;

export function createPlanning(store: Store, clock: Clock, network: () => Network): HandlersOf<typeof planningApi> {
  return {
    check: ({ draft, id }) =>
      insist((inOneGo) => {
        const own = id === null ? null : (store.get('booking', id) ?? null);
        const since = performance.now();
        const within = (ms: number) => () => performance.now() - since < ms;
        const { zone } = settingsOf(store);
        const today = dateOf(localDay(clock.now(), zone));
        const ground = {
          stages: stagesOf(store, network(), draft, id),
          zone,
          agreements: store.all('agreement'),
          today,
        };
        const patience = { more: within(LOOK_MS), moreWays: within(WAYS_MS) };
        return ofOneMoment(store, checkSteps(ground, draft, own, patience), inOneGo);
      }),

    inventory({ displayIds, from, to, by }) {
      if (to < from) throw new Failure('invalidInput', {}, [reason('schedule.endsBeforeStart')]);
      const [first, last] = [dayNumber(from), dayNumber(to)];
      const days = LONGEST_SPAN[by];
      if (last - first >= days) throw new Failure('invalidInput', {}, [reason('planning.tooLong', { days })]);
      return insist((inOneGo) => {
        const since = performance.now();
        const stages = alike(store, network(), displayIds, null);
        return ofOneMoment(
          store,
          rowsOf(stages, { first, last, by }, () => performance.now() - since < WAYS_MS),
          inOneGo,
        );
      });
    },

    days: ({ bookings, ...looking }) => inTurns(nextDays(bookings, looking)),
  };
}

type Span = Omit<Parameters<typeof inventoryOf>[0], 'question'>;

function* rowsOf(stages: readonly Stage[], span: Span, more: () => boolean): Steps<{ rows: Row[]; leftOut: string[] }> {
  const rows: Row[] = [];
  const leftOut: string[] = [];
  for (const { question, displayIds } of stages) {
    if (rows.length > 0 && !more()) {
      leftOut.push(...displayIds);
      continue;
    }
    const row = yield* inventoryOf({ ...span, question });
    rows.push(...displayIds.map((displayId) => ({ ...row, displayId })));
  }
  return { rows, leftOut };
}
type Row = ReturnType<typeof inventoryOf> extends Steps<infer R> ? R : never;

function stagesOf(store: Store, network: Network, { where }: BookingDraft, ownId: string | null): Stage[] {
  const ids = [...where.displayIds, ...where.groupIds.flatMap((group) => network.membersOf(group))];
  return alike(store, network, [...new Set(ids)], ownId);
}

/** Displays that agree on all that decides what they show, together; those that are gone are passed over. */
function alike(store: Store, network: Network, displayIds: readonly string[], ownId: string | null): Stage[] {
  const stages = new Map<string, Stage & { displayIds: string[] }>();
  for (const id of displayIds) {
    const display = store.get('display', id);
    if (!display) continue;
    const question = withoutOwn(questionOf(store, network, display), ownId);
    const { bookings, policy } = question;
    const { zone, profile, fillerPlaylistId } = display;
    const key = JSON.stringify([zone, profile, fillerPlaylistId, policy?.id, bookings.map((booking) => booking.id)]);
    const stage = stages.get(key);
    if (stage) stage.displayIds.push(id);
    else stages.set(key, { displayIds: [id], question });
  }
  return [...stages.values()];
}

function withoutOwn(question: Question, ownId: string | null): Question {
  return { ...question, bookings: question.bookings.filter(({ id }) => id !== ownId) };
}
