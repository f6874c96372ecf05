/** Published cards follow what they are drawn from: the day, their feed, the panels in use. */
import { setTimeout as wait } from 'node:timers/promises';
import { holdBack } from './hold';
import { redrawCard, setHidden } from './publish';
import type { Room } from './room';

export interface Follower {
  /** All that are published, one after the other; what is asked for meanwhile is done once more afterwards. `panels`: they may have changed. */
  look(panels?: boolean): Promise<void>;
  stop(): Promise<void>;
}

/** Between two cards: a hundred of them at midnight are drawn beside the station's other work. */
const PAUSE_MS = 20;

export function createFollower(room: Room): Follower {
  let running: Promise<void> | null = null;
  let again = false;
  let recount = false;
  let stopped = false;
  let holding: Promise<unknown> = Promise.resolve();

  /** Ahead of all drawing, also of what is under way: one card after the other takes minutes. */
  function hold(): void {
    const next = holdBack(room).catch((fault: unknown) =>
      room.log.error({ err: fault }, 'cards could not be held off the air'),
    );
    holding = Promise.all([holding, next]);
  }

  async function all(): Promise<void> {
    do {
      again = false;
      const panels = recount;
      recount = false;
      for (const { id } of room.store.all('card')) {
        if (stopped) return;
        await one(room, id, panels).catch((fault: unknown) =>
          room.log.error({ err: fault, card: id }, 'a card could not be drawn anew'),
        );
        await wait(PAUSE_MS);
      }
    } while (again && !stopped);
  }

  return {
    look(panels = false) {
      hold();
      recount ||= panels;
      again = running !== null;
      running ??= all().finally(() => {
        running = null;
      });
      return running;
    },
    async stop() {
      stopped = true;
      await running;
      await holding;
    },
  };
}

async function one(room: Room, id: string, panels: boolean): Promise<void> {
  await setHidden(room, id);
  await redrawCard(room, id, panels);
}
