/** Builds the schedule room. */
import type { calendarsApi } from '../../contract/api/calendars';
import type { draftsApi, versionsApi } from '../../contract/api/drafts';
import type { HandlersOf } from '../../contract/api/handlers';
import type { plannerApi } from '../../contract/api/planner';
import type { planningApi } from '../../contract/api/planning';
import type { policiesApi } from '../../contract/api/policies';
import type { bookingsApi, scheduleApi } from '../../contract/api/schedule';
import type { templatesApi } from '../../contract/api/templates';
import { createAnswers } from './answers';
import { createBookings } from './bookings';
import { createFeeds, type Feeds } from './calendar/feeds';
import { createDesk } from './desk';
import { createDrafts } from './drafts';
import { createViewOf } from './drafts/views';
import { createExchange, type Exchange } from './exchange';
import { createPlanning } from './planning';
import { createPolicies } from './policies';
import { createTemplates } from './templates';
import { createTimelines, type Timelines, type TimelinesOptions } from './timelines';

export interface Schedule {
  handlers: {
    bookings: HandlersOf<typeof bookingsApi>;
    policies: HandlersOf<typeof policiesApi>;
    schedule: HandlersOf<typeof scheduleApi>;
    planning: HandlersOf<typeof planningApi>;
    planner: HandlersOf<typeof plannerApi>;
    templates: HandlersOf<typeof templatesApi>;
    calendars: HandlersOf<typeof calendarsApi>;
    drafts: HandlersOf<typeof draftsApi>;
    versions: HandlersOf<typeof versionsApi>;
  };
  readCalendar: Feeds['read'];
  timelines: Timelines;
  exchange: Exchange;
}

export function createSchedule(options: TimelinesOptions): Schedule {
  const timelines = createTimelines(options);
  const network = () => timelines.network();
  const viewOf = createViewOf(options.store, network);
  const feeds = createFeeds(options.store, options.clock, network);
  return {
    handlers: {
      bookings: createBookings(options.store, options.clock),
      policies: createPolicies(options.store, options.clock),
      schedule: createAnswers(options.store, options.clock, timelines, viewOf),
      planning: createPlanning(options.clock, viewOf),
      planner: createDesk(viewOf),
      templates: createTemplates(options.store, options.clock, network),
      calendars: feeds.handlers,
      ...createDrafts(options.store, options.clock),
    },
    timelines,
    exchange: createExchange(options.store, options.clock, network),
    readCalendar: feeds.read,
  };
}

export type { Changed } from './keeper';
export type { RenditionNeed } from './look';
export type { Network } from './network';
export { insist, ofOneMoment } from './one-moment';
export { questionOf } from './questions';
export { createTimelines, type Timelines, type TimelinesOptions } from './timelines';
