/** Handlers of `scheduleApi`: what any display shows at any time, past or future, by today's bookings; and push now. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { scheduleApi } from '../../contract/api/schedule';
import { Failure } from '../../contract/failure';
import type { Timeline } from '../../contract/records/timeline';
import { reason } from '../../contract/scalars';
import { DAY_MS } from '../../domain/calendar';
import { compileInSteps } from '../../domain/compile';
import { entryAt, nextAfter } from '../../domain/timeline';
import { inTurns } from '../loop';
import type { Store } from '../store';
import { questionOf } from './questions';
import type { Timelines } from './timelines';

const MOST_DAYS = 8;

export function createAnswers(store: Store, timelines: Timelines): HandlersOf<typeof scheduleApi> {
  const between = async (displayId: string, from: number, until: number): Promise<Timeline> => {
    const display = store.get('display', displayId);
    if (!display) throw new Failure('notFound', { record: 'display' });
    const question = questionOf(store, timelines.network(), display);
    const compiled = await inTurns(compileInSteps({ ...question, from, until }));
    return { ...compiled, revision: timelines.revision(displayId) ?? 1 };
  };
  return {
    timeline({ displayId, from, until }) {
      if (until <= from) throw new Failure('invalidInput', {}, [reason('schedule.endsBeforeStart')]);
      if (until - from > MOST_DAYS * DAY_MS) {
        throw new Failure('invalidInput', {}, [reason('schedule.tooLong', { days: MOST_DAYS })]);
      }
      return between(displayId, from, until);
    },

    async whatPlays({ displayId, at }) {
      const timeline = await between(displayId, Math.max(0, at - DAY_MS), at + DAY_MS);
      const now = entryAt(timeline, at);
      const next = nextAfter(timeline, at);
      return {
        at,
        clip: now?.clip ?? null,
        // A slate that reaches the end of what was compiled goes on beyond it, for who knows how long.
        startsAt: now && now.start > timeline.from ? now.start : null,
        endsAt: next?.start ?? null,
        next: next && { clip: next.clip, at: next.start },
      };
    },

    push: () => timelines.compileAll(),
  };
}
