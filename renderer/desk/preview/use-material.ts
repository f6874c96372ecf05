/** All that the preview asks of the station about one asset, its panel and what it is compared with. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isProbed } from '../../../electron/contract/records/asset';
import type { PreviewComment } from '../../../electron/contract/records/preview';
import type { QualityFinding } from '../../../electron/contract/records/quality';
import { orpc } from '../../client/client';
import { useHides } from '../../operator/shared/Exempt';
import { useMe } from '../../operator/shared/use-me';
import { withheldOf } from './beside';
import type { PreviewSearch } from './search';

const NO_COMMENTS: readonly PreviewComment[] = [];
const NO_FINDINGS: readonly QualityFinding[] = [];

export function useMaterial(assetId: string, { display, compare }: PreviewSearch) {
  const asset = useQuery(orpc.library.get.queryOptions({ input: { id: assetId } }));
  const list = useQuery(orpc.displays.list.queryOptions());
  const otherId = compare === undefined || compare === 'source' ? null : compare;
  const other = useQuery({
    ...orpc.library.get.queryOptions({ input: { id: otherId ?? assetId } }),
    enabled: otherId !== null,
  });
  const comments = useQuery(orpc.previews.comments.queryOptions({ input: { assetId } }));
  const tracks = useQuery(orpc.previews.captions.queryOptions({ input: { assetId } }));
  const hides = useHides();
  const { may } = useMe();
  const withheld =
    otherId === null || other.isPending
      ? null
      : withheldOf(other.data, { hides: other.data !== undefined && hides(other.data), answers: may('desk') });
  const displays = useMemo(() => (list.data ?? []).map((each) => each.display), [list.data]);
  return {
    asset,
    displays,
    display: displays.find(({ id }) => id === display) ?? null,
    known: list.isSuccess,
    other: otherId !== null && withheld === null && other.data && isProbed(other.data) ? other.data : null,
    /** Why nothing is seen of what it is compared with; null where something is, or it is not known yet. */
    withheld,
    comments: comments.data ?? NO_COMMENTS,
    tracks: tracks.data ?? [],
  };
}

/** What the check found; on a display it is judged by its panel, at the pitch and from the distance chosen. */
export function useFindings(assetId: string, at: { displayId: string | null; pitchMm: number; viewingM: number }) {
  const shown = useQuery(orpc.quality.of.queryOptions({ input: { id: assetId } }));
  const { displayId, pitchMm, viewingM } = at;
  const report = shown.data?.report ?? null;
  const onPanel = useQuery({
    ...orpc.quality.onPanel.queryOptions({ input: { id: assetId, displayId: displayId ?? '', pitchMm, viewingM } }),
    enabled: displayId !== null && report !== null,
    placeholderData: (before) => before,
  });
  const findings = (displayId === null ? report?.findings : onPanel.data) ?? NO_FINDINGS;
  return { shown: shown.data, findings: shown.data?.stale ? NO_FINDINGS : findings };
}
