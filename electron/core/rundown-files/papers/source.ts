/** What a paper is made from, read once from the store. */
import { Failure } from '../../../contract/failure';
import { isProbed } from '../../../contract/records/asset';
import type { Guest } from '../../../contract/records/guest';
import type { Rundown } from '../../../contract/records/rundown';
import type { RundownItem } from '../../../contract/records/rundown-item';
import type { Script } from '../../../contract/records/script';
import type { Settings } from '../../../contract/records/settings';
import type { Show, Step } from '../../../contract/records/show';
import type { LogSpot } from '../../../domain/rundown/log-spots';
import { byOrder } from '../../../domain/rundown/order';
import { requireRecord, type Store, settingsOf, spotsOfShow, stepsOf } from '../../store';

export interface Source {
  rundown: Rundown;
  programme: string;
  presenters: string[];
  /** Of the rundown, as it names them; a guest who is gone is left out. */
  guests: { guest: Guest; arrival: string }[];
  items: RundownItem[];
  /** What its items play, by asset; one that is gone is left out. ms. */
  material: ReadonlyMap<string, { name: string; ms: number }>;
  settings: Settings;
}

/** @throws Failure notFound */
export function readSource(store: Store, rundownId: string): Source {
  const rundown = requireRecord(store, 'rundown', rundownId);
  const items = store.rundownParts.of('rundownItem', rundownId).sort(byOrder);
  return {
    rundown,
    programme: rundown.programmeId === null ? '' : (store.get('programme', rundown.programmeId)?.name ?? ''),
    presenters: rundown.presenterIds.flatMap((id) => store.get('presenter', id)?.name ?? []),
    guests: rundown.guests.flatMap(({ guestId, arrival }) => {
      const guest = store.get('guest', guestId);
      return guest ? [{ guest, arrival: arrival ?? '' }] : [];
    }),
    items,
    material: materialOf(store, items),
    settings: settingsOf(store),
  };
}

function materialOf(store: Store, items: readonly RundownItem[]): Source['material'] {
  const ids = new Set(items.flatMap(({ spots }) => spots.map(({ assetId }) => assetId)));
  return new Map(
    [...ids].flatMap((id) => {
      const asset = store.get('asset', id);
      return asset ? [[id, { name: asset.name, ms: isProbed(asset) ? asset.probe.durationMs : 0 }] as const] : [];
    }),
  );
}

export interface Log {
  show: Show;
  /** In order. */
  steps: Step[];
  spots: LogSpot[];
}

export function readScripts(store: Store, rundownId: string): ReadonlyMap<string, Script> {
  return new Map(store.rundownParts.of('script', rundownId).map((script) => [script.id, script]));
}

/** The show asked for, else the newest that was no rehearsal. @throws Failure notFound */
export function readShow(store: Store, rundownId: string, showId: string | undefined): Log {
  const shows = store.all('show').filter((show) => show.rundownId === rundownId);
  const asked = shows.findLast(({ id, rehearsal }) => (showId === undefined ? !rehearsal : id === showId));
  if (!asked) throw new Failure('notFound', { record: 'show' });
  const steps = stepsOf(store, asked).sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  return { show: asked, steps, spots: spotsOfShow(store, asked, steps) };
}
