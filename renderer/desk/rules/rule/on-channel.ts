import type { Channel } from '../../../../electron/contract/records/matter';
import type { RuleScope } from '../../../../electron/contract/records/rule';

/** Whether a rule of this scope can be about anything on a channel. */
export function isOnChannel({ channels, displayIds, groupIds, places, breaks }: RuleScope, channel: Channel): boolean {
  if (channels.length > 0 && !channels.includes(channel)) return false;
  if (breaks && channel !== 'radio') return false;
  return channel === 'displays' || displayIds.length + groupIds.length + places.length === 0;
}
