import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Hiding, hidingNow } from './hiding';

const at = { now: 1, yesterday: '2026-11-22' };
/** Of a person: the last day, none, or to leave it. */
const edit = fc.constantFrom('2026-11-24', '2026-12-31', '2027-03-01', null, undefined);

it('hides while the feed is stale, and gives back the last day that a person wanted', () => {
  fc.assert(
    fc.property(edit, fc.array(fc.tuple(edit, fc.boolean()), { maxLength: 8 }), (first, steps) => {
      let wanted = first ?? null;
      let held: Hiding = { hidden: null, validTo: wanted };
      for (const [said, hides] of [...steps, [undefined, false] as const]) {
        if (said !== undefined) wanted = said;
        held = hidingNow({ hidden: held.hidden, validTo: said === undefined ? held.validTo : said }, hides, at);
        expect(held.validTo).toBe(hides ? at.yesterday : wanted);
        expect(hidingNow(held, hides, at)).toBe(held);
      }
    }),
  );
});

it('takes the last day of before for what is given back where nothing says what was set', () => {
  const old: Hiding = { hidden: { since: 1, validTo: null, setTo: null }, validTo: '2026-11-20' };
  expect(hidingNow(old, false, at)).toEqual({ hidden: null, validTo: null });
});
