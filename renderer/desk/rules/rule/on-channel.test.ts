/** What the list of one channel shows is what the judge can ask there. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Channel } from '../../../../electron/contract/records/matter';
import { EVERYWHERE } from '../../../../electron/contract/records/rule';
import { matter, PANEL, RADIO, rule, under } from '../../../../electron/domain/judge/samples';
import { isOnChannel } from './on-channel';

const places = { displays: [PANEL], radio: [RADIO, { ...RADIO, breaks: true as const }] };
const some = <T>(values: readonly T[]) => fc.subarray([...values]);

it('leaves no rule out that is about a place of the channel, and shows none that is about none', () => {
  const scopes = fc.record({
    channels: some(Channel.options),
    ...{ displayIds: some([PANEL.id]), places: some([PANEL.site]), breaks: fc.boolean() },
  });
  fc.assert(
    fc.property(scopes, fc.constantFrom('displays' as const, 'radio' as const), (part, channel) => {
      const { book } = under([rule(1, { scope: { ...EVERYWHERE, ...part } })]);
      const asked = places[channel].some((place) => (book?.rulesFor(matter(), place).length ?? 0) > 0);
      expect(isOnChannel({ ...EVERYWHERE, ...part }, channel)).toBe(asked);
    }),
  );
});
