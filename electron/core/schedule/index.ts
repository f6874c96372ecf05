/** Builds the schedule room. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { plannerApi } from '../../contract/api/planner';
import type { bookingsApi, scheduleApi } from '../../contract/api/schedule';
import { createAnswers } from './answers';
import { createBookings } from './bookings';
import { createDesk } from './desk';
import { createTimelines, type Timelines, type TimelinesOptions } from './timelines';

export interface Schedule {
  handlers: {
    bookings: HandlersOf<typeof bookingsApi>;
    schedule: HandlersOf<typeof scheduleApi>;
    planner: HandlersOf<typeof plannerApi>;
  };
  timelines: Timelines;
}

export function createSchedule(options: TimelinesOptions): Schedule {
  const timelines = createTimelines(options);
  return {
    handlers: {
      bookings: createBookings(options.store, options.clock),
      schedule: createAnswers(options.store, options.clock, timelines),
      planner: createDesk({ store: options.store, network: () => timelines.network() }),
    },
    timelines,
  };
}

export type { Changed } from './keeper';
export type { RenditionNeed } from './look';
export { createTimelines, type Timelines, type TimelinesOptions } from './timelines';
