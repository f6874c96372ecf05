/** One look at one display: what it should show from now on, and whether it has to be told. */
import type { Display, Profile } from '../../contract/records/display';
import { PRINT_MS, type StoredTimeline } from '../../contract/records/timeline';
import type { Reason } from '../../contract/scalars';
import { HOUR_MS } from '../../domain/calendar';
import { type Compiled, survey } from '../../domain/compile';
import type { Steps } from '../../domain/steps';
import { toldAhead } from '../../domain/timeline';
import { lawFor } from '../rules/book';
import { type Reader, type Store, settingsOf } from '../store';
import type { Network } from './network';
import { insist, ofOneMoment, stampOf } from './one-moment';
import { type Printed, printTimeline, samePrints } from './prints';
import { questionOf } from './questions';

/** A rendition to be made; `inMs` is the trim-in, 0 for the whole. */
export interface RenditionNeed {
  assetId: string;
  profile: Profile;
  inMs: number;
}

/** What a display should show; the same for all displays that agree on bookings, profile, zone and filler. */
export interface Look {
  timeline: Compiled;
  printed: Printed;
  /** The next start or end of a booking's window; null when there is none. */
  nextEdge: number | null;
  /** Booked or filler material that cannot be shown, and why. */
  notReady: readonly Reason[];
  needs: readonly RenditionNeed[];
}

/** content: it should show something else; horizon: the same, told further ahead. */
export type WhyTold = 'content' | 'horizon';

/** The interval a display is told of at `now`: from the quarter of the hour it is in. */
export function intervalAt(reader: Reader, now: number): { from: number; until: number } {
  return { from: Math.floor(now / PRINT_MS) * PRINT_MS, until: now + toldAhead(settingsOf(reader)) };
}

/** Up to where a display must know at `now`. */
export function horizonAt(reader: Reader, now: number): number {
  return now + settingsOf(reader).horizonHours * HOUR_MS;
}

/** Null when the display knows all it has to. */
export function whyTell(known: StoredTimeline | undefined, next: Printed, horizon: number): WhyTold | null {
  if (!known || !samePrints(known, next)) return 'content';
  const further = next.until - known.until >= HOUR_MS;
  return known.until < horizon && further ? 'horizon' : null;
}

/** A display as it was when it was looked at, and what it should show. */
export interface Looked {
  display: Display;
  look: Look;
}

export interface Looker {
  /**
   * Compiles in turns with other work, of the records of one moment; displays that agree on all of it wait for the same
   * compile. Null when there is no such display.
   */
  lookAt(displayId: string, now: number): Promise<Looked | null>;
}

/** Timelines of 72 h are near 1 MB each; displays that share one usually come close together. */
const REMEMBERED = 8;

type Sources = Pick<Store, 'get' | 'all' | 'find' | 'assetsOf' | 'lastChange'>;
/** Null when records changed while it was made. */
type Shared = Promise<Look | null>;

export function createLooker(store: Sources, network: () => Network): Looker {
  const looks = new Map<string, Shared>();

  /** One that came to nothing is not remembered: asked again, it is tried again. */
  function begin(key: string, display: Display, now: number, inOneGo: boolean): Shared {
    const look = ofOneMoment(store, lookAfresh(store, display, network(), now), inOneGo);
    const forget = () => looks.get(key) === look && looks.delete(key);
    look.then((made) => made ?? forget(), forget);
    return look;
  }

  function share(display: Display, now: number, inOneGo: boolean): Shared {
    const key = keyOf(store, display, network(), now);
    const look = looks.get(key) ?? begin(key, display, now, inOneGo);
    looks.delete(key);
    looks.set(key, look);
    const [oldest] = looks.keys();
    if (looks.size > REMEMBERED && oldest) looks.delete(oldest);
    return look;
  }

  return {
    async lookAt(displayId, now) {
      const looked = await insist(async (inOneGo) => {
        const display = store.get('display', displayId);
        if (!display) return 'gone';
        const look = await share(display, now, inOneGo);
        return look && { display, look };
      });
      return looked === 'gone' ? null : looked;
    },
  };
}

/** All that a compile depends on but for the display's own id. */
function keyOf(store: Sources, display: Display, network: Network, now: number): string {
  const { id, zone, profile, fillerPlaylistId } = display;
  const bookings = network.bookingsOn(id).map((booking) => booking.id);
  const policy = network.policyOf(id)?.id;
  const law = lawFor(store, display, network.groupsOf(id)).print;
  return JSON.stringify([
    stampOf(store),
    intervalAt(store, now).from,
    zone,
    profile,
    fillerPlaylistId,
    policy,
    law,
    bookings,
  ]);
}

function* lookAfresh(reader: Reader, display: Display, network: Network, now: number): Steps<Look> {
  const input = { ...questionOf(reader, network, display), ...intervalAt(reader, now) };
  const { timeline, nextEdge, needs } = yield* survey(input, now);
  return {
    timeline,
    printed: yield* printTimeline(timeline),
    nextEdge,
    notReady: timeline.skipped.filter(({ assetId }) => assetId !== null).map(({ because }) => because),
    needs: needs.map((need) => ({ ...need, profile: display.profile })),
  };
}
