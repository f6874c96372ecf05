/** What the address of the rules may carry: the channel whose rules are shown alone. */
import { Channel } from '../../../electron/contract/records/matter';

export function parseRulesSearch({ channel }: Record<string, unknown>): { channel?: Channel } {
  const read = Channel.safeParse(channel);
  return read.success ? { channel: read.data } : {};
}
