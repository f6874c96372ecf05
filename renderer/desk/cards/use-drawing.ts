/** What a card's drawing comes from, as this page knows it: the station reckons the same when it publishes. */
import { useQuery } from '@tanstack/react-query';
import { isProbed } from '../../../electron/contract/records/asset';
import type { CardContent, CardDrawing } from '../../../electron/contract/records/card';
import { DEFAULT_SETTINGS } from '../../../electron/contract/records/settings-defaults';
import { drawingOf } from '../../../electron/domain/cards/drawing';
import { type CardPanel, panelsOf } from '../../../electron/domain/cards/panel';
import { orpc } from '../../client/client';
import { stationNow } from '../../client/station-clock';

type NamedPanel = CardPanel & { name: string };

const UNKNOWN = { pitchMm: null, viewingM: null };

/** The panels in use; a usual one while there is none. */
export function usePanels(): NamedPanel[] {
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  const panels = panelsOf(displays.map(({ display }) => display));
  return panels.length > 0 ? panels : [{ name: '', width: 800, height: 400, ...UNKNOWN }];
}

export function useDrawing(content: CardContent): CardDrawing {
  const settings = useQuery(orpc.station.settings.queryOptions()).data ?? DEFAULT_SETTINGS;
  const feeds = useQuery(orpc.cardFeeds.list.queryOptions()).data ?? [];
  const { logoAssetId } = content;
  const asset = useQuery({
    ...orpc.library.get.queryOptions({ input: { id: logoAssetId ?? '' } }),
    enabled: logoAssetId !== null,
  }).data;
  const size = asset && isProbed(asset) ? asset.probe.video : null;
  const logo = asset && size ? { hash: asset.hash, width: size.width, height: size.height } : null;
  const found = feeds.find(({ feed }) => feed.id === content.feedId);
  const fed = found ? { feed: found.feed, state: found.state ?? undefined } : null;
  return drawingOf({ content, fed, settings, logo: logoAssetId === null ? null : logo, now: stationNow() });
}
