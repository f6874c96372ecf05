/** Where material is named: what a recall holds back from then on. Nothing of it is deleted, so that history stays true. */
import type { RecallPanel, RecallTouch } from '../../contract/api/recalls';
import type { Episode } from '../../contract/records/episode';
import type { Timeline } from '../../contract/records/timeline';
import { holds } from '../../domain/takeover';
import { withheldOf } from '../rules/gate';
import { type Store, settingsOf } from '../store';

export interface TouchesNeed {
  store: Pick<Store, 'get' | 'all' | 'timed' | 'plays'>;
  /** Places of the library's own list. */
  usesOf(
    assetId: string,
  ): readonly { kind: Exclude<RecallTouch['kind'], 'cue' | 'episode'>; id: string; name: string }[];
  /** What a display should hold now; compiled for this. */
  timelineOf(displayId: string): Promise<Timeline | null>;
  connected(displayId: string): boolean;
  /** The asset on its panel. */
  onPanel(displayId: string): string | null;
}

/** A person waits for the answer; what was not read by then is said to be so. */
const PATIENCE_MS = 700;
const BY_NAME = new Intl.Collator();

export function touchesOf({ store, usesOf }: TouchesNeed, assetIds: readonly string[], now: number): RecallTouch[] {
  const places = new Map(assetIds.flatMap(usesOf).map((use) => [`${use.kind} ${use.id}`, use]));
  const uses = [...places.values()].map(({ kind, id, name }): RecallTouch => {
    const takeover = kind === 'takeover' ? store.get('takeover', id) : undefined;
    if (!takeover) return { kind, id, name, now: false };
    return { kind: takeover.cue ? 'cue' : 'takeover', id, name, now: holds(takeover, now) };
  });
  const episodes = episodesWith(store, assetIds).map(
    (episode): RecallTouch => ({
      kind: 'episode',
      id: episode.id,
      name: episode.title,
      now: isHeard(store, episode, now),
    }),
  );
  return [...uses, ...episodes];
}

/** In which it stood or was played, the oldest first. */
export function episodesWith({ timed }: Pick<Store, 'timed'>, assetIds: readonly string[]): Episode[] {
  return timed
    .between('episode', 0, Number.MAX_SAFE_INTEGER)
    .filter(({ pieces }) => pieces.some((piece) => piece.assetIds.some((id) => assetIds.includes(id))));
}

/** Whether anybody may fetch it from the station's podcast. */
const isHeard = (store: Pick<Store, 'get' | 'all'>, episode: Episode, now: number): boolean =>
  episode.state === 'ready' &&
  episode.programmeId !== null &&
  settingsOf(store).podcast.open &&
  withheldOf(store, episode, now).length === 0;

/** Whether it is paired, or was: a pairing that was taken away leaves its plays. */
export function isMet(store: Pick<Store, 'get' | 'plays'>, displayId: string): boolean {
  if (store.get('display', displayId)?.token) return true;
  return store.plays.list({ displayId, limit: 1 }).items.length > 0;
}

/** Displays that show it or are going to, in order of name. */
export async function panelsOf(
  need: TouchesNeed,
  assetIds: readonly string[],
): Promise<{ panels: RecallPanel[]; unread: number }> {
  const until = performance.now() + PATIENCE_MS;
  const panels: RecallPanel[] = [];
  let unread = 0;
  for (const { id, name } of [...need.store.all('display')].sort((a, b) => BY_NAME.compare(a.name, b.name))) {
    const late = performance.now() > until;
    if (late) unread += 1;
    const timeline = late ? null : await need.timelineOf(id);
    const inTimeline =
      timeline?.clips.some((clip) => clip.kind !== 'slate' && assetIds.includes(clip.assetId)) ?? false;
    const onPanel = assetIds.includes(need.onPanel(id) ?? '');
    if (inTimeline || onPanel) {
      const [connected, met] = [need.connected(id), isMet(need.store, id)];
      panels.push({ id, name, connected, met, onPanel, inTimeline });
    }
  }
  return { panels, unread };
}
