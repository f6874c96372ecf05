/** The private channel to whoever started the station: Electron's parent port, Node's IPC, or nobody. */
import { type FromStation, ToStation } from './contract/shell-messages';

/** Electron's port as plain Node sees it: its types are not for the core. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

export interface Channel {
  send(message: FromStation): void;
  /** Also told `stop` when the other side is gone: a station must not outlive a shell that crashed. */
  listen(listener: (message: ToStation) => void): void;
}

export function openChannel(): Channel {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort) return overParentPort(parentPort);
  if (process.send) return overIpc(process.send.bind(process));
  return { send: () => {}, listen: () => {} };
}

function overParentPort(port: ParentPort): Channel {
  return {
    send: (message) => port.postMessage(message),
    listen: (listener) => port.on('message', ({ data }) => hear(data, listener)),
  };
}

function overIpc(send: (message: FromStation) => unknown): Channel {
  return {
    send: (message) => {
      if (process.connected) send(message);
    },
    listen(listener) {
      process.on('message', (data) => hear(data, listener));
      // It may have gone while the station was still starting.
      if (process.connected) process.once('disconnect', () => listener({ type: 'stop' }));
      else listener({ type: 'stop' });
    },
  };
}

function hear(data: unknown, listener: (message: ToStation) => void): void {
  const parsed = ToStation.safeParse(data);
  if (parsed.success) listener(parsed.data);
}
