/** Builds the displays room. */
import type { Logger } from 'pino';
import type { displaysApi, groupsApi } from '../../contract/api/displays';
import type { HandlersOf } from '../../contract/api/handlers';
import type { DisplayStatus } from '../../contract/live';
import type { PlayReport } from '../../contract/records/play';
import type { Timeline } from '../../contract/records/timeline';
import type { Clock, Store, Topic } from '../store';
import { Board, type Expectation } from './board';
import { displayCommands } from './commands';
import type { Socket } from './connection';
import { groupCommands } from './groups';
import { Hub } from './hub';
import { OnceCodes } from './once';
import { TokenIndex } from './tokens';

export interface DisplaysNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Keeps plays: durable when it returns, once each however often. @throws Failure */
  proof: { record(displayId: string, plays: readonly PlayReport[]): void };
  timelines: Expectation & { current(displayId: string): Promise<Timeline | null> };
}

export interface Displays {
  handlers: { displays: HandlersOf<typeof displaysApi>; groups: HandlersOf<typeof groupsApi> };
  connect(socket: Socket): { message(text: string): void; closed(): void };
  /** To the display's connection, if it has one; answers at once. */
  pushTimeline(displayId: string, timeline: Timeline): void;
  /** Something outside the connection has moved: its revision, what is ready. */
  refreshStatus(displayId: string): void;
  displayByToken(token: string): string | null;
  picture(displayId: string): { jpeg: Buffer; at: number } | null;
  /** For the demo: a page of this machine without a token becomes this display's, while it has no other. */
  setOutFor(displayId: string): void;
  readonly statuses: Topic<DisplayStatus>;
  readonly pairingsChanged: Topic<null>;
  stop(): void;
}

export function createDisplays({ store, clock, log, proof, timelines }: DisplaysNeed): Displays {
  const board = new Board(timelines);
  const tokens = new TokenIndex(store);
  const once = new OnceCodes();
  const current = (displayId: string) => timelines.current(displayId);
  const hub = new Hub({ store, clock, log, board, tokens, once, current, record: proof.record });
  return {
    handlers: {
      displays: displayCommands({ store, clock, board, hub, once }),
      groups: groupCommands({ store, clock }),
    },
    connect: (socket) => hub.connect(socket),
    pushTimeline(displayId, timeline) {
      hub.push(displayId, timeline);
      board.touch(displayId);
    },
    refreshStatus: (displayId) => board.touch(displayId),
    displayByToken: (token) => tokens.find(token)?.id ?? null,
    picture: (displayId) => hub.picture(displayId),
    setOutFor: (displayId) => hub.setOutFor(displayId),
    statuses: board.told,
    pairingsChanged: hub.pairingsChanged,
    stop() {
      hub.stop();
      board.stop();
    },
  };
}
