/** Turns what the player says was shown into play reports: adds the id, the frames counted and the clock's offset. */
import type { PlayReport } from '../../electron/contract/records/play';
import { newId } from '../../electron/contract/ulid';
import type { StationClock } from './clock/station-clock';
import type { Outbox } from './keep/outbox';
import type { PlayMade } from './player/player';
import type { Slot } from './player/slot';

export interface Recorder {
  frame(slot: Slot, presented: number): void;
  began(slot: Slot, at: number): Promise<void>;
  made(play: PlayMade): Promise<void>;
  /** Marks that what is open is still on the panel. */
  still(): Promise<void>;
  /** Whose plays these are; none are made while it is null. */
  displayId: string | null;
}

export function createRecorder(clock: StationClock, outbox: Outbox): Recorder {
  const ids = new Map<string, string>();
  const frames = new Map<string, number>();
  let openKey: string | null = null;

  function reportOf({
    slot,
    startedAt,
    endedAt,
    outcome,
    because,
  }: Omit<PlayMade, 'outcome'> & Pick<PlayReport, 'outcome'>): PlayReport | null {
    const { entry } = slot;
    if (!entry) return null;
    const media = entry.clip.kind === 'slate' ? null : entry.clip;
    const id = ids.get(entry.key) ?? newId(Math.max(0, Math.round(startedAt)));
    ids.set(entry.key, id);
    return {
      id,
      bookingId: entry.clip.bookingId,
      assetId: media?.assetId ?? null,
      hash: media?.hash ?? null,
      revision: entry.revision,
      plannedStart: entry.start,
      plannedMs: entry.ms,
      startedAt: Math.round(startedAt),
      endedAt: Math.round(endedAt),
      frames: media?.kind === 'video' ? (frames.get(entry.key) ?? 0) : null,
      outcome,
      because,
      clockOffsetMs: clock.offset()?.offsetMs ?? null,
    };
  }

  const recorder: Recorder = {
    displayId: null,
    frame(slot, presented) {
      // The last pictures of an item may be painted after its play was made: nobody would take them up again.
      if (!slot.entry || slot.instead || !ids.has(slot.entry.key)) return;
      frames.set(slot.entry.key, (frames.get(slot.entry.key) ?? 0) + presented);
    },
    async began(slot, at) {
      const { entry } = slot;
      const play = reportOf({ slot, startedAt: at, endedAt: at, outcome: 'shown', because: null });
      if (!play || !entry || !recorder.displayId) return;
      openKey = entry.key;
      await outbox.begin({
        id: play.id,
        displayId: recorder.displayId,
        play,
        entryKey: entry.key,
        entryStart: entry.start,
      });
    },
    async made(made) {
      const play = reportOf(made);
      const key = made.slot.entry?.key ?? '';
      ids.delete(key);
      frames.delete(key);
      if (openKey === key) openKey = null;
      if (play && recorder.displayId) await outbox.finish({ id: play.id, displayId: recorder.displayId, play });
    },
    async still() {
      const id = openKey === null ? undefined : ids.get(openKey);
      if (id && openKey !== null) await outbox.still(id, Math.round(clock.now()), frames.get(openKey) ?? null);
    },
  };
  return recorder;
}
