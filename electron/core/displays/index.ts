/** Builds the displays room. */
import type { displaysApi, groupsApi } from '../../contract/api/displays';
import type { HandlersOf } from '../../contract/api/handlers';
import type { DisplayStatus } from '../../contract/live';
import type { Timeline } from '../../contract/records/timeline';
import type { Topic } from '../store';
import { displayHandlers } from './display-handlers';
import { groupHandlers } from './group-handlers';
import { Hub } from './hub';
import { OnceCodes } from './once';
import { Pairings } from './pairings';
import { StatusBoard } from './status-board';
import { TokenDesk } from './token-desk';
import type { DisplayConnection, DisplaySocket, DisplaysOptions } from './types';
import type { Picture } from './watch';

export interface Displays {
  handlers: { displays: HandlersOf<typeof displaysApi>; groups: HandlersOf<typeof groupsApi> };
  /** A page has opened its socket. */
  connect(socket: DisplaySocket): DisplayConnection;
  /** The display whose token this is. */
  displayByToken(token: string): string | null;
  /** Newest picture of what it shows. */
  picture(displayId: string): Picture | null;
  /** Hands a new timeline to the display's page, if one is connected. */
  pushTimeline(displayId: string, timeline: Timeline): void;
  /** Tells a display's status anew, since what it is compared with has changed. */
  refreshStatus(displayId: string): void;
  readonly statuses: Topic<DisplayStatus>;
  /** Pages that wait for pairing came, went or got a new code. */
  readonly pairingsChanged: Topic<null>;
  stop(): void;
}

export function createDisplays(options: DisplaysOptions): Displays {
  const { store, clock, timelines, monotonic = () => performance.now() } = options;
  const board = new StatusBoard(store, timelines, monotonic);
  const pairings = new Pairings(clock, monotonic);
  const once = new OnceCodes(clock);
  const desk = new TokenDesk(store, clock);
  const hub = new Hub({ ...options, board, pairings, once, desk, monotonic });
  const unsubscribe = store.committed.subscribe(({ changes }) => {
    for (const { record, id } of changes) if (record === 'display') hub.follow(id);
    if (changes.some(({ record }) => record === 'settings')) hub.welcomeAll();
  });
  return {
    handlers: {
      displays: displayHandlers({ store, clock, board, pairings, once, desk, hub, monotonic }),
      groups: groupHandlers(store, clock),
    },
    connect: (socket) => hub.connect(socket),
    displayByToken: (token) => desk.find(token)?.id ?? null,
    picture: (displayId) => hub.watch.picture(displayId),
    pushTimeline: (displayId, timeline) => hub.push(displayId, timeline),
    refreshStatus: (displayId) => board.tell(displayId),
    statuses: board.told,
    pairingsChanged: pairings.changed,
    stop() {
      unsubscribe();
      hub.stop();
      pairings.stop();
      board.stop();
    },
  };
}

export type { DisplayConnection, DisplaySocket, DisplaysOptions, PlayRecorder, TimelineSource } from './types';
