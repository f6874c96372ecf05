/**
 * The show: player, stage, keeper and recorder at work together. It needs no station; `session.ts` brings timelines and takes
 * plays away.
 */
import type { Timeline } from '../../electron/contract/records/timeline';
import { type Reason, reason } from '../../electron/contract/scalars';
import type { StationClock } from './clock/station-clock';
import { createFace, nameOf } from './face';
import type { DisplayDb } from './keep/db';
import { LostMedia, type Wanted } from './keep/download';
import type { KeeperNews } from './keep/keeper';
import { createMediaStore, startKeeper } from './keep/media-store';
import { neededFiles } from './keep/needs';
import type { Outbox } from './keep/outbox';
import { createPlayer, type PlayerEffect, type PlayerEvent, step } from './player/player';
import { createSecondChances } from './player/second-chance';
import type { Against, Slot } from './player/slot';
import { createRecorder } from './recorder';
import { Stage } from './stage/stage';
import type { Surface } from './stage/surface';

export interface ShowDeps {
  db: DisplayDb;
  clock: StationClock;
  outbox: Outbox;
  box: HTMLElement;
  /** Entries already counted by an earlier page. */
  counted: [string, number][];
  connected(): boolean;
  /** What the rules say of a clip at an instant. */
  against: Against;
  fault(why: Reason): void;
  onTop(kind: Surface['kind']): void;
  changed(): void;
  playKept(): void;
  /** No byte of these is on the disk any more. */
  removed(files: readonly { hash: string; bytes: number }[]): void;
  /** Nothing of what is kept is shown before `release`. */
  held: boolean;
}

export interface Show {
  timeline(timeline: Timeline | null, token: string | null): void;
  now(): Slot | null;
  next(): Slot | null;
  /** The rules moved. */
  lawMoved(): void;
  /** A takeover of this name lies over everything from now on; null: none does any more. */
  cover(name: string | null, at: number): void;
  /** Files that are kept before those of the timeline. */
  alsoWant(files: readonly Wanted[]): void;
  /** All bytes of a file, got in another way. */
  bring(file: Wanted, bytes: Blob): void;
  /** Recalled, the whole list: off the panel at once, never shown, and deleted. */
  withhold(hashes: ReadonlySet<string>): void;
  /** What is kept may be shown from now on. */
  release(): void;
  /** The file that people see, or would where nothing lies over it. */
  onPanel(): string | null;
  missing(): { hashes: string[]; bytes: number };
  /** Whether a file is whole on this disk. */
  isKept(hash: string): boolean;
  readonly stage: Stage;
}

const TICK_MS = 100;
const HEARTBEAT_MS = 5000;
/** What is needed first moves on with time. */
const NEEDS_MS = 60_000;

export function startShow(deps: ShowDeps): Show {
  const { clock, db } = deps;
  let state = createPlayer(deps.counted, deps.against);
  let token: string | null = null;
  let before: readonly Wanted[] = [];
  let isCovered = false;
  const kept = new Set<string>();
  let { held } = deps;
  let withheld: ReadonlySet<string> = new Set();
  let missing = { hashes: [] as string[], bytes: 0 };
  const chances = createSecondChances();
  const recorder = createRecorder(clock, deps.outbox);
  const keeper = startKeeper(heard);
  const stage = new Stage({
    clock,
    media: createMediaStore(db),
    box: deps.box,
    onTop: deps.onTop,
    told: {
      shown(slot, at) {
        face.shown(slot, at);
        tell({ type: 'shown', slotId: slot.id, at });
        deps.changed();
      },
      frame(slot, frame) {
        if (!isCovered) recorder.frame(slot, frame.presented);
        face.frame(slot, frame.at, frame.mediaTime);
      },
      failed,
      stalled: (slot) => fault(reason('fault.stalled', { name: nameOf(slot) })),
      paused: (slot) => fault(reason('fault.paused', { name: nameOf(slot) })),
      restarted: (slot, why) => fault(reason('fault.restarted', { name: nameOf(slot), why: why.message })),
      soundBlocked: () => fault(reason('fault.soundBlocked')),
    },
  });
  const face = createFace({ stage, now: () => clock.now(), connected: deps.connected });

  function fault(why: Reason): void {
    face.fault(why.code);
    deps.fault(why);
  }

  function tell(event: PlayerEvent): void {
    const [next, effects] = step(state, event);
    state = next;
    for (const effect of effects) carryOut(effect);
  }

  function carryOut(effect: PlayerEffect): void {
    switch (effect.type) {
      case 'plan':
        stage.setPlan(effect.slots);
        break;
      case 'began':
        void recorder.began(effect.slot, effect.at);
        break;
      case 'play':
        void recorder.made(effect.play).then(deps.playKept);
        break;
      case 'fault':
        fault(effect.reason);
        break;
      default:
        effect satisfies never;
    }
  }

  function failed(slot: Slot, why: Error): void {
    if (slot.shows.kind === 'slate') return;
    const { hash, name } = slot.shows;
    const now = clock.now();
    if (!(why instanceof LostMedia)) {
      tell({ type: 'mediaBroken', hash, why: reason('fault.undecodable', { name, why: why.message }), now });
      chances.failed(hash, performance.now());
      return;
    }
    tell({ type: 'mediaGone', hash, now });
    keeper.again(hash);
  }

  function heard(news: KeeperNews): void {
    const now = clock.now();
    if (news.type === 'banned') return deps.removed(news.files);
    if (news.type === 'whole' && withheld.has(news.hash)) return;
    if (news.type === 'whole') kept.add(news.hash);
    if (news.type === 'gone') kept.delete(news.hash);
    if (news.type === 'whole') {
      if (!held) tell({ type: 'mediaReady', hash: news.hash, now });
    } else if (news.type === 'gone') gone(news.hash, now);
    else if (news.type === 'broken') tell({ type: 'mediaBroken', hash: news.hash, why: brokenFile(news), now });
    else if (news.type === 'fault') fault(news.reason);
    else if (news.type === 'missing') missing = news;
    deps.changed();
  }

  function gone(hash: string, now: number): void {
    chances.forget(hash);
    if (!withheld.has(hash)) tell({ type: 'mediaGone', hash, now });
  }

  function brokenFile({ hash, why }: Extract<KeeperNews, { type: 'broken' }>): Reason {
    const clip = state.timeline?.clips.find((each) => each.kind !== 'slate' && each.hash === hash);
    return reason('fault.undecodable', { name: clip && clip.kind !== 'slate' ? clip.name : hash, why });
  }

  function want(): void {
    const files = state.timeline ? neededFiles(state.timeline, clock.now()) : [];
    const hashes = new Set(before.map(({ hash }) => hash));
    const all = [...before, ...files.filter(({ hash }) => !hashes.has(hash))];
    keeper.want(
      all.filter(({ hash }) => !withheld.has(hash)),
      token,
    );
  }

  /** Off the panel first; what the plan says without it comes after. */
  function withhold(hashes: ReadonlySet<string>): void {
    const isNews = hashes.size + withheld.size > 0;
    withheld = hashes;
    stage.cut(({ shows }) => shows.kind !== 'slate' && hashes.has(shows.hash));
    for (const hash of hashes) {
      kept.delete(hash);
      chances.forget(hash);
    }
    tell({ type: 'recalls', hashes, now: clock.now() });
    if (isNews) keeper.ban([...hashes]);
    want();
  }

  clock.onStep((trusted) => tell({ type: 'clockStep', now: clock.now(), trusted }));
  function tick(): void {
    const now = clock.now();
    for (const hash of chances.due(performance.now())) tell({ type: 'mediaReady', hash, now });
    tell({ type: 'tick', now });
    if (state.timeline?.lawful && state.plan[0] && deps.against(state.plan[0].shows, now)) tell({ type: 'law', now });
    stage.tend();
  }

  setInterval(tick, TICK_MS);
  // Behind another tab timers come once a minute: what is due now is not waited for.
  document.addEventListener('visibilitychange', tick);
  // What is covered is not seen: an open play ends for now at the last instant before.
  setInterval(() => !isCovered && void recorder.still(), HEARTBEAT_MS);
  setInterval(want, NEEDS_MS);
  addEventListener('pointerdown', () => stage.unmute());
  addEventListener('keydown', () => stage.unmute());

  return {
    timeline(timeline, withToken) {
      token = withToken;
      deps.box.dataset.fit = timeline?.fit ?? 'contain';
      tell({ type: 'timeline', timeline, now: clock.now() });
      want();
    },
    lawMoved: () => tell({ type: 'law', now: clock.now() }),
    cover(name, at) {
      if (name !== null && !isCovered) void recorder.still();
      isCovered = name !== null;
      tell(name === null ? { type: 'uncovered', at } : { type: 'covered', at, name });
      stage.cover(isCovered);
    },
    alsoWant(files) {
      before = files;
      want();
    },
    bring: (file, bytes) => keeper.bring(file, bytes),
    withhold,
    release() {
      held = false;
      const now = clock.now();
      // What is due first: filler that were ready before it would stand in its place to the end of its turn.
      const first = state.timeline ? neededFiles(state.timeline, now).map(({ hash }) => hash) : [];
      for (const hash of new Set([...first, ...kept])) if (kept.has(hash)) tell({ type: 'mediaReady', hash, now });
      deps.changed();
    },
    onPanel() {
      const now = clock.now();
      const slots = stage.top?.slots ?? [];
      const slot = slots.find(({ start, end }) => start <= now && now < end) ?? slots[0];
      return slot && slot.shows.kind !== 'slate' ? slot.shows.hash : null;
    },
    now: () => state.plan[0] ?? null,
    next: () => state.plan[1] ?? null,
    missing: () => missing,
    isKept: (hash) => kept.has(hash),
    stage,
  };
}
