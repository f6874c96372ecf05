/** How much of a takeover the rules refuse. Pure. */
import type { TakeoverReview } from '../../../../../electron/contract/api/takeovers';

/** @returns what is refused, on which displays for all of its time, and on how many for a part of it */
export function refusedOf(review: TakeoverReview | null | undefined) {
  const panels = (review?.panels ?? []).filter(({ refused }) => refused.length > 0);
  const displaysOf = (isPart: boolean) =>
    panels.flatMap(({ displays, within }) => ((within !== null) === isPart ? displays : []));
  return { panels, never: new Set(displaysOf(false).map(({ id }) => id)), partly: displaysOf(true).length };
}
