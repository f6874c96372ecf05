/** Answers a page's hello: a code to wait with, a token for a one-time address, a welcome for a token. */
import { DISPLAY_PROTOCOL, type FromDisplay } from '../../contract/display-protocol';
import type { Display } from '../../contract/records/display';
import type { Language } from '../../contract/records/user';
import { reason } from '../../contract/scalars';
import type { Line } from './line';
import { ONCE_PREFIX } from './once';
import type { WaitingPage } from './pairings';
import type { HubParts } from './parts';
import { sha256 } from './tokens';

type Hello = Extract<FromDisplay, { type: 'hello' }>;

export interface GreeterDoors {
  station(): { stationName: string; language: Language; zone: string };
  /** `line.bound` says whose page it wants to be. */
  bind(line: Line, display: Display): void;
  release(line: Line): void;
}

export class Greeter {
  private readonly waiting = new Map<Line, WaitingPage>();

  constructor(
    private readonly parts: Pick<HubParts, 'pairings' | 'once' | 'desk' | 'log'>,
    private readonly doors: GreeterDoors,
  ) {}

  hello(line: Line, hello: Hello): void {
    this.forget(line);
    this.doors.release(line);
    if (hello.protocol !== DISPLAY_PROTOCOL) {
      line.refuse('protocol', reason('refused.protocol'));
    } else if (hello.token === null) this.wait(line, hello);
    else if (hello.token.startsWith(ONCE_PREFIX)) this.accept(line, hello, hello.token.slice(ONCE_PREFIX.length));
    else this.recognise(line, hello, hello.token);
  }

  isWaiting(line: Line): boolean {
    return this.waiting.has(line);
  }

  forget(line: Line): void {
    const waiting = this.waiting.get(line);
    if (waiting) this.parts.pairings.remove(waiting);
    this.waiting.delete(line);
  }

  private wait(line: Line, { instanceId, page }: Hello): void {
    const waiting: WaitingPage = {
      address: line.address,
      instanceId,
      page,
      show: (code, expiresAt) => line.say({ type: 'pairing', code, expiresAt, ...this.doors.station() }),
      paired: (displayId, token) => {
        this.forget(line);
        line.say({ type: 'paired', displayId, token });
      },
    };
    this.waiting.set(line, waiting);
    if (this.parts.pairings.add(waiting)) return;
    this.waiting.delete(line);
    line.refuse('inUse', reason('displays.tooManyWaiting'));
  }

  /** A page opened by a one-time address. */
  private accept(line: Line, { instanceId }: Hello, code: string): void {
    const { once, desk, log } = this.parts;
    const refuse = () => line.refuse('revoked', reason('displays.codeSpent'));
    const invitation = once.take(code);
    if (!invitation) {
      refuse();
      return;
    }
    const { displayId, actor } = invitation;
    desk.issue(displayId, instanceId, actor).then(
      ({ token }) => line.say({ type: 'paired', displayId, token }),
      (fault: unknown) => {
        log.error({ err: fault, displayId }, 'a page could not be paired');
        refuse();
      },
    );
  }

  private recognise(line: Line, { instanceId }: Hello, token: string): void {
    const display = this.parts.desk.find(token);
    if (!display) {
      line.refuse('revoked', reason('refused.revoked'));
      return;
    }
    line.bound = { displayId: display.id, tokenHash: sha256(token), instanceId };
    this.doors.bind(line, display);
  }
}
