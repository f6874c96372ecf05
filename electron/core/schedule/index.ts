/** Builds the schedule room. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { planningApi } from '../../contract/api/planning';
import type { policiesApi } from '../../contract/api/policies';
import type { bookingsApi, scheduleApi } from '../../contract/api/schedule';
import { createAnswers } from './answers';
import { createBookings } from './bookings';
import { createPlanning } from './planning';
import { createPolicies } from './policies';
import { createTimelines, type Timelines, type TimelinesOptions } from './timelines';

export interface Schedule {
  handlers: {
    bookings: HandlersOf<typeof bookingsApi>;
    policies: HandlersOf<typeof policiesApi>;
    schedule: HandlersOf<typeof scheduleApi>;
    planning: HandlersOf<typeof planningApi>;
  };
  timelines: Timelines;
}

export function createSchedule(options: TimelinesOptions): Schedule {
  const timelines = createTimelines(options);
  return {
    handlers: {
      bookings: createBookings(options.store, options.clock),
      policies: createPolicies(options.store, options.clock),
      schedule: createAnswers(options.store, options.clock, timelines),
      planning: createPlanning(options.store, options.clock, () => timelines.network()),
    },
    timelines,
  };
}

export type { Changed } from './keeper';
export type { RenditionNeed } from './look';
export type { Network } from './network';
export { insist, ofOneMoment } from './one-moment';
export { questionOf } from './questions';
export { createTimelines, type Timelines, type TimelinesOptions } from './timelines';
