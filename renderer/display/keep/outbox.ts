/**
 * Plays until the station has them. A play is written when it begins and again at its end, each time durably, so that a
 * page that dies still reports it: what is found open at the next start was interrupted. What the disk refuses waits in
 * memory and goes out all the same.
 */
import { z } from 'zod';
import { MAX_PLAYS_PER_MESSAGE } from '../../../electron/contract/display-protocol';
import type { PlayReport } from '../../../electron/contract/records/play';
import { reason } from '../../../electron/contract/scalars';
import { type DisplayDb, inFull, KeptPlay, OpenPlay, parsed, whenRoom } from './db';

export interface Outbox {
  /** An item is on the panel. */
  begin(open: OpenPlay): Promise<void>;
  /** The open item is still there: so many frames, seen last at this instant. */
  still(id: string, endedAt: number, frames: number | null): Promise<void>;
  /** The final report; takes the place of the open one with its id. */
  finish(kept: KeptPlay): Promise<void>;
  /** Turns what an earlier page left open into interrupted plays. Returns their entries' keys and starts. */
  recover(): Promise<[string, number][]>;
  /** The oldest plays of this display, at most one message full. */
  batch(displayId: string): Promise<PlayReport[]>;
  acknowledged(ids: readonly string[]): Promise<void>;
  waiting(): Promise<number>;
}

/** Plays of a display this page no longer is are kept this long, in case it is paired with it again. */
const KEEP_OTHERS_MS = 40 * 86_400_000;
/** A week of 30 s items on a full disk without a station. */
const MAX_UNKEPT = 20_000;

export interface OutboxDeps {
  wall(): number;
  /** The disk refused a play. */
  refused(why: unknown): void;
}

export function createOutbox(db: DisplayDb, { wall, refused }: OutboxDeps): Outbox {
  const unkept = new Map<string, KeptPlay>();
  let writing = Promise.resolve();
  let queued = false;
  const write = () => db.transaction(['plays', 'open'], 'readwrite', { durability: 'strict' });

  async function recover(): Promise<[string, number][]> {
    const tx = write();
    const found = (await tx.objectStore('open').getAll()).flatMap((raw) => parsed(OpenPlay, raw) ?? []);
    const puts = found.map(({ id, displayId, play }) =>
      tx.objectStore('plays').put({ id, displayId, play: interrupted(play) }),
    );
    await Promise.all([...puts, tx.objectStore('open').clear(), tx.done]);
    return found.map(({ entryKey, entryStart }) => [entryKey, entryStart]);
  }

  return {
    begin: (open) => inOrder(() => begin(OpenPlay.parse(open))),
    still: (id, endedAt, frames) => still(id, endedAt, frames).catch(refused),
    async finish(kept) {
      unkept.set(kept.id, KeptPlay.parse(kept));
      for (const id of unkept.keys()) if (unkept.size > MAX_UNKEPT) unkept.delete(id);
      await keepAll();
    },
    recover,
    async batch(displayId) {
      const kept = await oldest(db, displayId, wall());
      const others = [...unkept.values()].filter((each) => each.displayId === displayId).map(({ play }) => play);
      return [...kept, ...others.filter(({ id }) => kept.every((play) => play.id !== id))].slice(
        0,
        MAX_PLAYS_PER_MESSAGE,
      );
    },
    async acknowledged(ids) {
      for (const id of ids) unkept.delete(id);
      const tx = write();
      await Promise.all([...ids.map((id) => tx.objectStore('plays').delete(id)), tx.done]);
    },
    waiting: async () => (await db.count('plays')) + unkept.size,
  };

  async function begin(open: OpenPlay): Promise<void> {
    await whenRoom(() => {
      const tx = write();
      return inFull(tx.done, tx.objectStore('open').put(open));
    });
  }

  async function still(id: string, endedAt: number, frames: number | null): Promise<void> {
    const tx = db.transaction('open', 'readwrite');
    const open = parsed(OpenPlay, await tx.store.get(id));
    await Promise.all([open && tx.store.put({ ...open, play: { ...open.play, endedAt, frames } }), tx.done]);
  }

  /** One write at a time; what comes meanwhile goes together in the next: after a long sleep an hour of items comes at once. */
  function keepAll(): Promise<void> {
    if (queued) return writing;
    queued = true;
    return inOrder(() => {
      queued = false;
      return keep([...unkept.values()]);
    });
  }

  /** A beginning that had to wait for room must not come after its end: it would be found open at the next start. */
  function inOrder(work: () => Promise<void>): Promise<void> {
    writing = writing.then(work).catch(refused);
    return writing;
  }

  async function keep(plays: readonly KeptPlay[]): Promise<void> {
    await whenRoom(() => {
      const tx = write();
      const [waiting, open] = [tx.objectStore('plays'), tx.objectStore('open')];
      return inFull(tx.done, ...plays.flatMap((each) => [open.delete(each.id), waiting.put(each)]));
    });
    for (const { id } of plays) unkept.delete(id);
  }
}

function interrupted(play: PlayReport): PlayReport {
  return { ...play, outcome: 'interrupted', because: reason('play.pageDied') };
}

/** Ids are ULIDs, so the order of keys is the order of making. */
async function oldest(db: DisplayDb, displayId: string, wall: number): Promise<PlayReport[]> {
  const plays: PlayReport[] = [];
  const dropped: string[] = [];
  for (let cursor = await db.transaction('plays').store.openCursor(); cursor; cursor = await cursor.continue()) {
    const kept = parsed(KeptPlay, cursor.value);
    if (!kept) dropped.push(z.string().parse(cursor.key));
    else if (kept.displayId === displayId) plays.push(kept.play);
    else if (kept.play.endedAt < wall - KEEP_OTHERS_MS) dropped.push(kept.id);
    if (plays.length === MAX_PLAYS_PER_MESSAGE) break;
  }
  for (const id of dropped) await db.delete('plays', id);
  return plays;
}
