/** What pages say once they are let in: onto the board, into the play log, or refused in words. */
import type { Logger } from 'pino';
import type { PlayReport } from '../../contract/records/play';
import { reason } from '../../contract/scalars';
import type { Clock } from '../store';
import type { Board } from './board';
import type { Connection, Said } from './connection';
import type { Plays, RefusedPlay, Unreadable } from './messages';
import type { Watch } from './watch';

export interface HearingNeed {
  clock: Clock;
  log: Pick<Logger, 'warn' | 'error'>;
  board: Board;
  watch: Watch;
  /** What became of a takeover. */
  takeover(displayId: string, said: Extract<Said, { type: 'takeover' }>): void;
  /** What became of recalls. */
  recalled(displayId: string, receipts: Extract<Said, { type: 'recalled' }>['receipts']): void;
  /** Durable when it returns. @throws Failure */
  record(displayId: string, plays: readonly PlayReport[]): void;
}

/** Characters of a refused play that go into the log, so that a person can still read what it was. */
const MOST_LOGGED = 2_000;

export class Hearing {
  constructor(private readonly need: HearingNeed) {}

  said(connection: Connection, displayId: string, message: Said): void {
    const { board, clock, watch } = this.need;
    switch (message.type) {
      case 'holds': {
        const missing = { files: message.missing.length, bytes: message.missingBytes };
        return board.update(displayId, { holdsRevision: message.revision, missing });
      }
      case 'showing': {
        const { now: playing, next, clock: offset, outbox } = message;
        return board.update(displayId, { playing, next, clock: offset, outbox });
      }
      case 'plays':
        return this.keep(connection, displayId, message);
      case 'fault':
        return board.fault(displayId, message.at, message.reason);
      case 'takeover':
        return this.need.takeover(displayId, message);
      case 'recalled':
        return this.need.recalled(displayId, message.receipts);
      case 'picture':
        watch.keep(displayId, { jpeg: Buffer.from(message.jpeg, 'base64'), at: clock.now() });
        return board.update(displayId, { pictureAt: clock.now() });
      default:
        return message satisfies never;
    }
  }

  /** Of a page that is not paired there is no display to say it on: the log alone has it. */
  unreadable({ displayId, socket: { address } }: Connection, { why }: Unreadable): void {
    const { board, clock, log } = this.need;
    log.warn({ displayId, address, why }, 'a page sent what cannot be read; its connection is ended');
    if (displayId !== null) board.fault(displayId, clock.now(), why);
  }

  /** Acknowledged only when on disk; what could not be kept stays in the display's outbox and comes again. */
  private keep(connection: Connection, displayId: string, { plays, refused }: Plays): void {
    try {
      if (plays.length > 0) this.need.record(displayId, plays);
    } catch (fault) {
      this.need.log.error({ err: fault, displayId, plays: plays.length }, 'plays could not be kept; not acknowledged');
      return;
    }
    for (const play of refused) this.refuse(displayId, play);
    const ids = plays.map(({ id }) => id);
    connection.send({ type: 'acknowledged', ids, refused: refused.flatMap(({ id }) => id ?? []) });
  }

  /** Sent again it would be refused again, so the display is to drop it; the log keeps what it said. */
  private refuse(displayId: string, { problem, raw }: RefusedPlay): void {
    const { board, clock, log } = this.need;
    const play = JSON.stringify(raw).slice(0, MOST_LOGGED);
    log.warn({ displayId, problem, play }, 'a play cannot be read and is not counted');
    board.fault(displayId, clock.now(), reason('fault.playRefused', { problem }));
  }
}
