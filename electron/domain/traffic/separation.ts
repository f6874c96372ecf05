/** What stood last, and whether another may follow on it. */
import type { Separation } from '../../contract/records/loop-policy';
import type { Part } from '../sheet';

export interface Neighbours {
  allows(part: Part, at: number): boolean;
  /** Whether it breaks what is asked, and which rule; to be asked before it is noted. */
  breach(part: Part, at: number): 'agency' | 'category' | 'sameClip' | null;
  note(part: Part, at: number): void;
}

export function createNeighbours(separation: Separation): Neighbours {
  let last: Part | null = null;
  const startedAt = new Map<string, number>();
  const breach: Neighbours['breach'] = ({ piece }, at) => {
    if (separation.agency && piece.agencyId !== null && piece.agencyId === last?.piece.agencyId) return 'agency';
    if (separation.category && piece.category !== null && piece.category === last?.piece.category) return 'category';
    if (separation.sameClipMs === 0) return null;
    const before = startedAt.get(piece.media.assetId);
    return before !== undefined && at - before < separation.sameClipMs ? 'sameClip' : null;
  };
  return {
    breach,
    allows: (part, at) => breach(part, at) === null,
    note(part, at) {
      last = part;
      if (separation.sameClipMs > 0) startedAt.set(part.piece.media.assetId, at);
    },
  };
}

export const NO_SEPARATION: Separation = { agency: false, category: false, sameClipMs: 0 };
