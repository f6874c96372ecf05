/** Handlers of `planningApi`: drafts checked and inventory taken, in turns with all else, within about a second. */
import type { HandlersOf } from '../../contract/api/handlers';
import { LONGEST_SPAN, type planningApi } from '../../contract/api/planning';
import { Failure } from '../../contract/failure';
import { reason } from '../../contract/scalars';
import { dayNumber } from '../../domain/calendar';
import { nextDays } from '../../domain/next-days';
import { checkSteps } from '../../domain/planning/check';
import { inventoryOf } from '../../domain/planning/inventory';
import type { Stage } from '../../domain/planning/stage';
import type { Steps } from '../../domain/steps';
import { inTurns } from '../loop';
import type { Clock } from '../store';
import { insist, ofOneMoment } from './one-moment';
import { alike, groundFor } from './stages';
import type { ViewOf } from './view';

/** No further display is begun after so long, ms, and no further way out tried. */
const LOOK_MS = 450;
const WAYS_MS = 800;
/** What the ways out have in any case: after a long first look none would be tried, and it would read as if none helped. */
const WAYS_AT_LEAST_MS = 350;

export function createPlanning(clock: Clock, viewOf: ViewOf): HandlersOf<typeof planningApi> {
  return {
    check: ({ draft, id, draftId }) =>
      insist((inOneGo) => {
        const view = viewOf(draftId);
        const { sources } = view;
        const own = id === null ? null : (sources.get('booking', id) ?? null);
        const since = performance.now();
        const within = (ms: number) => () => performance.now() - since < ms;
        const ground = groundFor(view, draft, id, clock.now());
        const patience = { more: within(LOOK_MS), moreWays: atLeast(WAYS_AT_LEAST_MS, within(WAYS_MS)) };
        return ofOneMoment(sources, checkSteps(ground, draft, own, patience), inOneGo);
      }),

    inventory({ displayIds, from, to, by, draftId }) {
      if (to < from) throw new Failure('invalidInput', {}, [reason('schedule.endsBeforeStart')]);
      const [first, last] = [dayNumber(from), dayNumber(to)];
      const days = LONGEST_SPAN[by];
      if (last - first >= days) throw new Failure('invalidInput', {}, [reason('planning.tooLong', { days })]);
      return insist((inOneGo) => {
        const { sources, network } = viewOf(draftId);
        const since = performance.now();
        const stages = alike(sources, network(), displayIds, null);
        return ofOneMoment(
          sources,
          rowsOf(stages, { first, last, by }, () => performance.now() - since < WAYS_MS),
          inOneGo,
        );
      });
    },

    days: ({ bookings, ...looking }) => inTurns(nextDays(bookings, looking)),
  };
}

/** Yes for `ms` from when it is first asked, and after that as `also` says. */
function atLeast(ms: number, also: () => boolean): () => boolean {
  let begun: number | null = null;
  return () => {
    begun ??= performance.now();
    return performance.now() - begun < ms || also();
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
