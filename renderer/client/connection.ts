/** Whether the live feed stands. Read by the banner that says the connection is lost. */
import { useSyncExternalStore } from 'react';

export type ConnectionState = 'connecting' | 'open' | 'lost';

let state: ConnectionState = 'connecting';
const listeners = new Set<() => void>();

function become(next: ConnectionState): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

export const connection = {
  open: () => become('open'),
  lost: () => become('lost'),
  state: () => state,
};

export function useConnection(): ConnectionState {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, connection.state);
}
