/** Builds the schedule room. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { bookingsApi, scheduleApi } from '../../contract/api/schedule';
import { createAnswers } from './answers';
import { createBookings } from './bookings';
import { createExchange, type Exchange } from './exchange';
import { createTimelines, type Timelines, type TimelinesOptions } from './timelines';

export interface Schedule {
  handlers: { bookings: HandlersOf<typeof bookingsApi>; schedule: HandlersOf<typeof scheduleApi> };
  timelines: Timelines;
  exchange: Exchange;
}

export function createSchedule(options: TimelinesOptions): Schedule {
  const timelines = createTimelines(options);
  return {
    handlers: {
      bookings: createBookings(options.store, options.clock),
      schedule: createAnswers(options.store, options.clock, timelines),
    },
    timelines,
    exchange: createExchange(options.store, options.clock, () => timelines.network()),
  };
}

export type { Changed } from './keeper';
export type { RenditionNeed } from './look';
export { createTimelines, type Timelines, type TimelinesOptions } from './timelines';
