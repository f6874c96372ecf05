import { useMemo } from 'react';
import { speakersOf } from '../../client/script-lines';
import type { Scripts } from '../../client/use-scripts';

/** Speakers of all scripts; the same list until a script changes. */
export function useSpeakers(scripts: Scripts | undefined): readonly string[] {
  return useMemo(() => speakersOf(scripts?.values() ?? []), [scripts]);
}
