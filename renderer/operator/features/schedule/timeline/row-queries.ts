/** What a row asks: the plan of its day, and what was reported of the day or of the part in view. */
import { orpc } from '../../../../client/client';
import type { View } from '../zoom';

export const timelineQuery = (displayId: string, day: View) =>
  orpc.schedule.timeline.queryOptions({ input: { displayId, from: day.from, until: day.until } });

export const shownQuery = (displayId: string, { from, until }: View) =>
  orpc.proof.shown.queryOptions({ input: { displayId, from, until } });
