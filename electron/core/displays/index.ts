/** Builds the displays room. */
import type { Logger } from 'pino';
import type { displaysApi, groupsApi } from '../../contract/api/displays';
import type { HandlersOf } from '../../contract/api/handlers';
import type { DisplayStatus } from '../../contract/live';
import type { PlayReport } from '../../contract/records/play';
import type { SignedRulebook } from '../../contract/records/rulebook';
import type { Timeline } from '../../contract/records/timeline';
import type { Clock, Store, Topic } from '../store';
import { Admission } from './admission';
import { Board, type Expectation } from './board';
import { type Attempts, displayCommands } from './commands';
import type { Connection, Socket } from './connection';
import { Fleet } from './fleet';
import { groupCommands } from './groups';
import { Hearing, type HearingNeed } from './hearing';
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
  /** The message that tells a page its takeovers, and what pages say of them. */
  takeovers: { greet(displayId: string): Buffer; heard: HearingNeed['takeover'] };
  attempts: Attempts;
}

export interface Displays {
  handlers: { displays: HandlersOf<typeof displaysApi>; groups: HandlersOf<typeof groupsApi> };
  connect(socket: Socket): Pick<Connection, 'message' | 'untaken' | 'closed'>;
  /** To the display's connection, if it has one; answers at once. */
  pushTimeline(displayId: string, timeline: Timeline): void;
  /** Those with a page now, and sending it a message as it is. */
  readonly line: {
    connected(): Iterable<string>;
    has(displayId: string): boolean;
    send(id: string, bytes: Buffer): void;
  };
  /** The rules that displays judge by, from now on. */
  tellLaw(book: SignedRulebook): void;
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

export function createDisplays({ store, clock, log, proof, timelines, takeovers, attempts }: DisplaysNeed): Displays {
  const board = new Board(timelines);
  const tokens = new TokenIndex(store);
  const once = new OnceCodes();
  const fleet = new Fleet({ store, clock, log, board, timelines, takeovers });
  const admission = new Admission({ store, clock, log, tokens, once, fleet });
  const hearing = new Hearing({
    clock,
    log,
    board,
    watch: fleet.watch,
    takeover: takeovers.heard,
    record: proof.record,
  });
  const hub = new Hub({ clock, admission, fleet, hearing });
  return {
    handlers: {
      displays: displayCommands({ store, clock, board, admission, fleet, once, attempts }),
      groups: groupCommands({ store, clock }),
    },
    connect: (socket) => hub.connect(socket),
    pushTimeline(displayId, timeline) {
      fleet.push(displayId, timeline);
      board.touch(displayId);
    },
    line: {
      connected: () => fleet.ids(),
      has: (displayId) => fleet.has(displayId),
      send: (displayId, bytes) => fleet.send(displayId, bytes),
    },
    tellLaw: (book) => fleet.tellLaw(book),
    refreshStatus: (displayId) => board.touch(displayId),
    displayByToken: (token) => tokens.find(token)?.id ?? null,
    picture: (displayId) => fleet.watch.picture(displayId),
    setOutFor: (displayId) => admission.setOutFor(displayId),
    statuses: board.told,
    pairingsChanged: admission.changed,
    stop() {
      hub.stop();
      board.stop();
    },
  };
}
