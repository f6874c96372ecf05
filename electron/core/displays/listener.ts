/** What a welcomed page says, and what it means for its display. */
import type { FromDisplay } from '../../contract/display-protocol';
import { Failure } from '../../contract/failure';
import type { PlayReport } from '../../contract/records/play';
import { reason } from '../../contract/scalars';
import { withConnection, withFault, withHolds, withShowing } from './display-state';
import type { Line } from './line';
import type { HubParts } from './parts';
import type { Watch } from './watch';

export type Report = Exclude<FromDisplay, { type: 'hello' | 'ping' }>;

export class Listener {
  constructor(
    private readonly parts: Pick<HubParts, 'board' | 'clock' | 'log' | 'proof'>,
    private readonly watch: Watch,
  ) {}

  hear(line: Line, id: string, report: Report) {
    const { board, clock, log } = this.parts;
    // A display that was silent is back with its first word.
    board.change(id, (state) => withConnection(state, true, clock.now()));
    switch (report.type) {
      case 'holds':
        return board.change(id, (state) => withHolds(state, report));
      case 'showing':
        return board.change(id, (state) => withShowing(state, report));
      case 'plays':
        return this.record(line, id, report.plays);
      case 'fault':
        log.warn({ displayId: id, reason: report.reason }, 'a display reports a fault');
        return board.change(id, (state) => withFault(state, report.at, report.reason));
      case 'picture':
        return this.keepPicture(id, report.jpeg);
      default:
        return report satisfies never;
    }
  }

  /** What cannot be kept is not acknowledged: the page holds it and sends it again. */
  private record(line: Line, id: string, plays: PlayReport[]): void {
    const { proof, board, clock, log } = this.parts;
    try {
      proof.record(id, plays);
      line.say({ type: 'acknowledged', ids: plays.map((play) => play.id) });
    } catch (fault) {
      log.error({ err: fault, displayId: id }, 'plays could not be kept; the display keeps them');
      const code = fault instanceof Failure ? fault.code : 'internal';
      board.change(id, (state) => withFault(state, clock.now(), reason('displays.playsNotKept', { code })));
    }
  }

  private keepPicture(id: string, jpeg: string): void {
    const at = this.parts.clock.now();
    if (this.watch.keep(id, jpeg, at)) this.parts.board.change(id, (state) => ({ ...state, pictureAt: at }));
  }
}
