/** How much of a takeover the rules refuse. Pure. */
import type { TakeoverReview } from '../../../../../electron/contract/api/takeovers';

/** @returns what is refused, and on how many displays for all of its time or for a part of it */
export function refusedOf(review: TakeoverReview | null | undefined) {
  const panels = (review?.panels ?? []).filter(({ refused }) => refused.length > 0);
  const count = (isPart: boolean) =>
    panels.reduce((sum, { displays, within }) => sum + ((within !== null) === isPart ? displays.length : 0), 0);
  return { panels, never: count(false), partly: count(true) };
}
