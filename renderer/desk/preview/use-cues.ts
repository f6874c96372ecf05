/** The captions chosen to be shown. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaptionTrack } from '../../../electron/contract/api/previews';
import type { Cue } from '../../../electron/contract/records/preview';
import { orpc } from '../../client/client';

export interface ShownCaptions {
  tracks: readonly CaptionTrack[];
  track: string | null;
  cues: readonly Cue[];
  choose(track: string | null): void;
  /** On with the first there is, or off. */
  toggle(): void;
}

const NONE: readonly Cue[] = [];

export function useCues(assetId: string, tracks: readonly CaptionTrack[]): ShownCaptions {
  const [track, choose] = useState<string | null>(null);
  const there = tracks.some(({ id }) => id === track) ? track : null;
  const cues = useQuery({
    ...orpc.previews.cues.queryOptions({ input: { assetId, track: there ?? '' } }),
    enabled: there !== null,
  });
  const toggle = () => choose(there === null ? (tracks[0]?.id ?? null) : null);
  return { tracks, track: there, cues: there === null ? NONE : (cues.data ?? NONE), choose, toggle };
}
