/** What a card's drawing comes from, as this page knows it: the station reckons the same when it publishes. */
import { useQuery } from '@tanstack/react-query';
import { isProbed } from '../../../electron/contract/records/asset';
import type { CardContent, CardDrawing } from '../../../electron/contract/records/card';
import { DEFAULT_SETTINGS } from '../../../electron/contract/records/settings-defaults';
import { drawingOf, type Fed, isStale } from '../../../electron/domain/cards/drawing';
import { takesFeed } from '../../../electron/domain/cards/feed-rows';
import { type CardPanel, panelsOf } from '../../../electron/domain/cards/panel';
import { orpc } from '../../client/client';
import { useStationMinute } from '../../client/station-clock';

type NamedPanel = CardPanel & { name: string };

const UNKNOWN = { pitchMm: null, viewingM: null };

/** The panels in use; a usual one while there is none. */
export function usePanels(): NamedPanel[] {
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  const panels = panelsOf(displays.map(({ display }) => display));
  return panels.length > 0 ? panels : [{ name: '', width: 800, height: 400, ...UNKNOWN }];
}

/** The feed that fills it, where its template takes one. */
function useFed({ feedId, fields }: CardContent): Fed | null {
  const feeds = useQuery(orpc.cardFeeds.list.queryOptions()).data ?? [];
  const found = feeds.find(({ feed }) => feed.id === feedId);
  return found && takesFeed(fields.template) ? { feed: found.feed, state: found.state ?? undefined } : null;
}

/** Of a feed that has been silent for too long: what its card does about it, and when something good came last. */
export function useStaleFeed(content: CardContent): { whenStale: 'sayAge' | 'hide'; goodAt: number | null } | null {
  const fed = useFed(content);
  const now = useStationMinute();
  if (!fed || !isStale(fed, now)) return null;
  return { whenStale: fed.feed.whenStale, goodAt: fed.state?.goodAt ?? null };
}

export function useDrawing(content: CardContent): CardDrawing {
  const settings = useQuery(orpc.station.settings.queryOptions()).data ?? DEFAULT_SETTINGS;
  const fed = useFed(content);
  // Drawn anew as time passes: a feed goes stale while nobody touches anything.
  const now = useStationMinute();
  const { logoAssetId } = content;
  const asset = useQuery({
    ...orpc.library.get.queryOptions({ input: { id: logoAssetId ?? '' } }),
    enabled: logoAssetId !== null,
  }).data;
  const size = asset && isProbed(asset) ? asset.probe.video : null;
  const logo = asset && size ? { hash: asset.hash, width: size.width, height: size.height } : null;
  return drawingOf({ content, fed, settings, logo: logoAssetId === null ? null : logo, now });
}
