/**
 * The rules on this display: what it was told is kept, checked for its signature, and asked before anything comes on the panel and
 * while it is on, with or without a station.
 */
import type { Rulebook, SignedRulebook } from '../../../electron/contract/records/rulebook';
import type { TakeoverOrder } from '../../../electron/contract/records/takeover';
import type { Clip } from '../../../electron/contract/records/timeline';
import type { Reason } from '../../../electron/contract/scalars';
import { judge, refusalsOf } from '../../../electron/domain/judge/judge';
import { writtenMatter } from '../../../electron/domain/judge/matter-of';
import { openBook } from '../../../electron/domain/judge/open';
import type { Matter, OpenBook, Place } from '../../../electron/domain/judge/types';
import { heldMs } from '../../../electron/domain/takeover';
import type { StationClock } from '../clock/station-clock';
import type { Welcome } from '../keep/memory';
import { trustOf } from './trust';
import { readBook } from './verify';

export interface LawNeed {
  clock: Pick<StationClock, 'now' | 'synced'>;
  kept: { book: SignedRulebook | null; mark: number };
  keep(book: SignedRulebook): void;
  keepMark(mark: number): void;
  welcome(): Welcome | null;
  /** Whether what is shown was made under rules, so that they must be here. */
  expected(): boolean;
}

export interface DisplayLaw {
  /** From the station. An older book than the one held is passed over (see `isOlder`). */
  take(book: SignedRulebook): void;
  /** Why a clip may not be on the panel at an instant; null where it may. */
  against(clip: Clip, at: number): Reason | null;
  againstOrder(order: TakeoverOrder, at: number): Reason | null;
  /** The time that the station told is remembered. */
  note(): void;
}

/** Of what was planned before clips said what they are: nothing is known of it. */
const UNKNOWN: Omit<Matter, 'name' | 'assetId' | 'hash'> = {
  ...{ category: null, agencyId: null, agencyKind: null, ppid: 'anytime', reviewBy: null, approval: 'notNeeded' },
  ...{ approvedHash: null, from: null, until: null, subject: null, ms: 0, gone: 'no' },
};

const MARK_MS = 60_000;

type Held = Pick<Rulebook, 'version' | 'madeAt'> & Pick<SignedRulebook, 'publicKey'>;

/**
 * Whether a book was made before the one held, as one that is played back to this page. Another key is another station, which counts
 * by itself. One that was brought back from a copy counts on from there, and one whose clock was wrong dates from there: either
 * tells, so that new rules come through.
 */
const isOlder = (book: Held, held: Held): boolean =>
  book.publicKey === held.publicKey && book.version < held.version && book.madeAt <= held.madeAt;

export function createLaw(need: LawNeed): DisplayLaw {
  const { clock } = need;
  let { mark } = need.kept;
  let held: Held | null = null;
  let open: OpenBook | null = null;
  let here: { of: Welcome | null; place: Place } | null = null;
  const kept = need.kept.book && readBook(need.kept.book);
  if (kept && need.kept.book) hold(kept, need.kept.book);
  const matters = new WeakMap<object, Matter>();

  function hold(book: Rulebook, { publicKey }: SignedRulebook): void {
    held = { version: book.version, madeAt: book.madeAt, publicKey };
    open = openBook(book);
  }

  /** The same one until the next welcome: what rules cover it is found once. */
  function place(): Place {
    const welcome = need.welcome();
    if (here?.of === welcome) return here.place;
    const { displayId = '', groupIds = [], site = '' } = welcome ?? {};
    here = { of: welcome, place: { channel: 'displays', id: displayId, groupIds, site } };
    return here.place;
  }

  function refused(matter: Matter, at: number): Reason | null {
    if (!open && !need.expected()) return null;
    const now = clock.now();
    const trust = trustOf({ synced: clock.synced(), now, mark });
    return refusalsOf(judge(matter, place(), at, { book: open, clock: trust }))[0] ?? null;
  }

  function matterOfClip(clip: Exclude<Clip, { kind: 'slate' }>): Matter {
    const { name, assetId, hash } = clip;
    const known = clip.matter ?? matters.get(clip) ?? { ...UNKNOWN, name, assetId, hash };
    if (!clip.matter) matters.set(clip, known);
    return known;
  }

  return {
    take(book) {
      const read = readBook(book);
      // Of this station, over a connection that its token opened: its key is believed.
      if (!read || (held && isOlder({ ...read, publicKey: book.publicKey }, held))) return;
      hold(read, book);
      need.keep(book);
    },
    against: (clip, at) => (clip.kind === 'slate' ? null : refused(matterOfClip(clip), at)),
    againstOrder(order, at) {
      const { show } = order;
      switch (show.kind) {
        case 'text':
        case 'page':
          return refused(writtenMatter(show, heldMs(order)), at);
        case 'image':
        case 'video':
          return refused(show.matter ?? { ...UNKNOWN, name: show.name, assetId: show.assetId, hash: show.hash }, at);
        case 'missing':
          return null;
        default:
          return show satisfies never;
      }
    },
    note() {
      const now = clock.now();
      if (!clock.synced() || now < mark + MARK_MS) return;
      mark = now;
      need.keepMark(Math.round(now));
    },
  };
}
