/**
 * Plays until the station has them. A play is written when it begins and again at its end, each time durably, so that a
 * page that dies still reports it: what is found open at the next start was interrupted.
 */
import { z } from 'zod';
import { MAX_PLAYS_PER_MESSAGE } from '../../../electron/contract/display-protocol';
import type { PlayReport } from '../../../electron/contract/records/play';
import { reason } from '../../../electron/contract/scalars';
import { type DisplayDb, KeptPlay, OpenPlay, parsed } from './db';

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

export function createOutbox(db: DisplayDb, wall: () => number = Date.now): Outbox {
  const write = () => db.transaction(['plays', 'open'], 'readwrite', { durability: 'strict' });

  async function recover(): Promise<[string, number][]> {
    const tx = write();
    const found = (await tx.objectStore('open').getAll()).flatMap((raw) => parsed(OpenPlay, raw) ?? []);
    for (const { id, displayId, play } of found)
      tx.objectStore('plays').put({ id, displayId, play: interrupted(play) });
    tx.objectStore('open').clear();
    await tx.done;
    return found.map(({ entryKey, entryStart }) => [entryKey, entryStart]);
  }

  return {
    async begin(open) {
      const tx = write();
      await Promise.all([tx.objectStore('open').put(OpenPlay.parse(open)), tx.done]);
    },
    async still(id, endedAt, frames) {
      const tx = db.transaction('open', 'readwrite');
      const open = parsed(OpenPlay, await tx.store.get(id));
      if (open) await tx.store.put({ ...open, play: { ...open.play, endedAt, frames } });
      await tx.done;
    },
    async finish(kept) {
      const tx = write();
      tx.objectStore('open').delete(kept.id);
      await Promise.all([tx.objectStore('plays').put(KeptPlay.parse(kept)), tx.done]);
    },
    recover,
    batch: (displayId) => oldest(db, displayId, wall()),
    async acknowledged(ids) {
      const tx = write();
      await Promise.all([...ids.map((id) => tx.objectStore('plays').delete(id)), tx.done]);
    },
    waiting: () => db.count('plays'),
  };
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
