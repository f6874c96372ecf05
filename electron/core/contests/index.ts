/** Builds the contests room: calls for content, entries, a jury that scores blind, winners into the library. */
import type { contestsApi, HandedIn } from '../../contract/api/contests';
import type { HandlersOf } from '../../contract/api/handlers';
import type { LetterQuery } from '../../contract/api/paper-query';
import type { Actor } from '../../contract/records/audit';
import type { Language } from '../../contract/records/user';
import { HOUR_MS } from '../../domain/calendar';
import { draw } from '../rundown-files/papers/draw';
import { requireRecord, settingsOf } from '../store';
import { winnersCsv, winnersPaper } from './announcement';
import { contestHandlers } from './contests';
import { entryHandlers, handedIn, take } from './entries';
import { forgetEntrants } from './forget';
import type { Room } from './room';

export interface ContestsRoom {
  handlers: HandlersOf<typeof contestsApi>;
  /** For what comes by a one-time link or a folder: as staff would take it in, with no juror's own. @throws Failure while none are taken */
  handIn(contestId: string, given: HandedIn, actor: Actor): Promise<{ id: string }>;
  /** @throws Failure notFound, refused while it is not decided */
  announcement(id: string, query: LetterQuery): Promise<{ name: string; bytes: Buffer }>;
  csv(id: string, language: Language): { name: string; rows: AsyncIterable<string> };
  forget(): Promise<number>;
  start(): void;
  stop(): void;
}

const fileName = (title: string): string => title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();

export function createContests(room: Room): ContestsRoom {
  const { store, clock, log } = room;
  let timer: NodeJS.Timeout | null = null;
  const forget = () =>
    void forgetEntrants(room).catch((fault: unknown) => log.error({ err: fault }, 'entrants could not be forgotten'));
  return {
    handlers: { ...contestHandlers(room), ...entryHandlers(room) },
    handIn: (contestId, given, actor) => take(room, contestId, handedIn(given), actor),
    async announcement(id, query) {
      const { title } = requireRecord(store, 'contest', id);
      const paper = winnersPaper(store, id, { settings: settingsOf(store), query, now: clock.now() });
      return { name: `${fileName(title)}.pdf`, bytes: await draw(paper, 'pdf') };
    },
    csv: (id, language) => ({
      name: `${fileName(requireRecord(store, 'contest', id).title)}.csv`,
      rows: winnersCsv(store, id, language),
    }),
    forget: () => forgetEntrants(room),
    start() {
      forget();
      timer = setInterval(forget, HOUR_MS).unref();
    },
    stop() {
      if (timer) clearInterval(timer);
    },
  };
}
