/** The schedule as questions see it: what is published, or one of the drafts. */
import type { DaySums } from './desk/day-sums';
import type { Network } from './network';
import type { Sources } from './sources';

export interface ScheduleView {
  sources: Sources;
  network(): Network;
  sums: DaySums;
}

/** What is published where no draft is named. @throws Failure notFound */
export type ViewOf = (draftId: string | undefined) => ScheduleView;
