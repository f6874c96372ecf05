/** Handlers of `scheduleApi`: what a display showed, by the play log, or is to show, by today's bookings; and push now. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { Answer, scheduleApi } from '../../contract/api/schedule';
import { Failure } from '../../contract/failure';
import type { Plan } from '../../contract/records/timeline';
import { type LocalDate, reason } from '../../contract/scalars';
import { DAY_MS, dayNumber, HOUR_MS } from '../../domain/calendar';
import { compileInSteps } from '../../domain/compile';
import { daySpan } from '../../domain/time';
import { entryAt, nextAfter } from '../../domain/timeline';
import { type Explained, explainDay } from '../../domain/traffic/explain';
import type { Clock, Store } from '../store';
import { insist, ofOneMoment } from './one-moment';
import { questionOf } from './questions';
import type { Timelines } from './timelines';
import type { ViewOf } from './view';

/** A day when clocks go back: a screen asks for the day it shows, and a week comes day by day. */
const LONGEST_MS = DAY_MS + HOUR_MS;

export function createAnswers(
  store: Store,
  clock: Clock,
  timelines: Timelines,
  viewOf: ViewOf,
): HandlersOf<typeof scheduleApi> {
  const between = (displayId: string, from: number, until: number, draftId?: string): Promise<Plan> => {
    return insist((inOneGo) => {
      const { sources, network } = viewOf(draftId);
      const display = sources.get('display', displayId);
      if (!display) throw new Failure('notFound', { record: 'display' });
      const question = questionOf(sources, network(), display);
      return ofOneMoment(sources, compileInSteps({ ...question, from, until }), inOneGo);
    });
  };
  const explained = (displayId: string, date: LocalDate, draftId?: string): Promise<Explained> => {
    return insist((inOneGo) => {
      const { sources, network } = viewOf(draftId);
      const display = sources.get('display', displayId);
      if (!display) throw new Failure('notFound', { record: 'display' });
      const span = daySpan(dayNumber(date), display.zone);
      const question = questionOf(sources, network(), display);
      return ofOneMoment(sources, explainDay({ ...question, ...span }), inOneGo);
    });
  };
  const planned = async (displayId: string, at: number, past: boolean): Promise<Answer> => {
    const timeline = await between(displayId, Math.max(0, at - DAY_MS), at + DAY_MS);
    const now = entryAt(timeline, at);
    const next = nextAfter(timeline, at);
    return {
      source: 'plan',
      at,
      past,
      clip: now?.clip ?? null,
      // A slate that reaches the end of what was compiled goes on beyond it, for who knows how long.
      startsAt: now && now.start > timeline.from ? now.start : null,
      endsAt: next?.start ?? null,
      next: next && { clip: next.clip, at: next.start },
    };
  };
  return {
    timeline({ displayId, from, until, draftId }) {
      if (until <= from) throw new Failure('invalidInput', {}, [reason('schedule.endsBeforeStart')]);
      if (until - from > LONGEST_MS) throw new Failure('invalidInput', {}, [reason('schedule.tooLong')]);
      return between(displayId, from, until, draftId);
    },

    async whatPlays({ displayId, at }) {
      const past = at < clock.now();
      const play = past ? store.plays.at(displayId, at) : undefined;
      return play ? { source: 'log', at, play } : planned(displayId, at, past);
    },

    async explain({ displayId, day, from = 0, after, limit, only, draftId }) {
      const { decisions, throughout } = await explained(displayId, day, draftId);
      const wanted = decisions.filter(({ at, kind }) => at >= from && (only ?? kind) === kind);
      const end = after + limit;
      return {
        decisions: wanted.slice(after, end),
        throughout: after === 0 ? throughout : [],
        cursor: end < wanted.length ? end : null,
      };
    },

    push: () => timelines.compileAll(),
  };
}
