/** OSC messages as actions, and what is on air as OSC messages. Pure. */
import type { RemoteAction } from '../../contract/api/shows';
import type { LiveTiming } from '../../domain/rundown/live';

/** Its address and first argument, where it has one. Null: none of ours. */
export function actionOf(address: string, argument: unknown): RemoteAction | null {
  const on = argument === undefined ? null : Number(argument) > 0 || argument === true;
  switch (address) {
    case '/suar/take':
    case '/suar/back':
      // A button sends 1 when pressed and 0 when let go.
      return on === false ? null : address === '/suar/take' ? 'take' : 'back';
    case '/suar/hold':
      return on === null ? 'toggleHold' : on ? 'hold' : 'resume';
    case '/suar/roll':
      return on === false ? 'hand' : 'roll';
    default:
      return null;
  }
}

export interface OscMessage {
  address: string;
  value: string | number;
}

/** `live` null: nothing is on air. Times in whole seconds. */
export function messagesOf(live: LiveTiming | null): OscMessage[] {
  return [
    { address: '/suar/onair', value: live?.current?.row.item.title ?? '' },
    { address: '/suar/next', value: live?.coming[0]?.row.item.title ?? '' },
    { address: '/suar/remaining', value: Math.ceil((live?.current?.remainingMs ?? 0) / 1000) },
    { address: '/suar/over', value: Math.round((live?.overAtEndMs ?? 0) / 1000) },
  ];
}
