/**
 * The WebSocket to the station: always there or being made again. What comes is parsed, in its order (`reader.ts`).
 */
import { DISPLAY_CLOSE, type FromDisplay, type ToDisplay } from '../../../electron/contract/display-protocol';
import { createReader } from './reader';

export interface ConnectionDeps {
  url: string;
  hello(): FromDisplay;
  message(message: ToDisplay): void;
  state(connected: boolean): void;
}

export interface Connection {
  /** False when there is no connection; nothing is queued. */
  send(message: FromDisplay): boolean;
  /** Says hello (again) on this connection. */
  hello(): void;
  /** Closes and connects anew after `ms`. */
  again(ms: number): void;
}

const FIRST_MS = 500;
const LAST_MS = 10_000;
/** Pings go out every few seconds; a line without any answer for this long is dead, whatever TCP believes. */
const SILENT_MS = 15_000;

/** Wait before attempt `n` (0 is the first retry), with jitter so that a hall of displays does not come at once. */
export function backOff(n: number, random: number): number {
  return Math.min(LAST_MS, FIRST_MS * 2 ** n) * (0.75 + random * 0.5);
}

export function connect(deps: ConnectionDeps): Connection {
  let socket: WebSocket | null = null;
  let tries = 0;
  let waitMs: number | null = null;
  let heardAt = 0;

  function open(): void {
    const mine = new WebSocket(deps.url);
    socket = mine;
    heardAt = performance.now();
    mine.addEventListener('open', () => {
      deps.state(true);
      send(deps.hello());
    });
    mine.addEventListener('message', (event: MessageEvent<unknown>) => take(event.data));
    mine.addEventListener('close', (event) => closed(mine, event.code));
  }

  const read = createReader((message) => {
    tries = 0;
    deps.message(message);
  });

  function take(data: unknown): void {
    heardAt = performance.now();
    if (typeof data === 'string') read(data);
  }

  function closed(mine: WebSocket, code: number): void {
    if (mine !== socket) return;
    socket = null;
    deps.state(false);
    const inUse = code === DISPLAY_CLOSE.inUse ? LAST_MS : null;
    setTimeout(open, waitMs ?? inUse ?? backOff(tries++, Math.random()));
    waitMs = null;
  }

  function send(message: FromDisplay): boolean {
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(message));
    return true;
  }

  setInterval(() => {
    if (socket && performance.now() - heardAt > SILENT_MS) drop();
  }, 2000);

  /** A dead line may take minutes to close by itself. */
  function drop(): void {
    const mine = socket;
    mine?.close();
    if (mine) closed(mine, 0);
  }

  open();
  return {
    send,
    hello: () => void send(deps.hello()),
    again(ms) {
      waitMs = ms;
      drop();
    },
  };
}
