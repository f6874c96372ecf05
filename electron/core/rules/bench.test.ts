/** Caps as the bench names them: nothing has aired there, so none of them is counted. */
import { expect, it } from 'vitest';
import { ALWAYS, EVERYWHERE, type RuleFields } from '../../contract/records/rule';

import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { caller } from '../store/samples';
import { createBench } from './bench';
import { createRuleHandlers } from './rules';

const clock = { now: () => Date.parse('2024-11-25T03:00:00Z') };
let store: Store;
freshStore((fresh) => {
  store = fresh;
}, clock);

const SCOPE = { ...EVERYWHERE, categories: ['Iklan rokok'] };
const fields = (part: Pick<RuleFields, 'does'> & Partial<RuleFields>): RuleFields => ({
  ...{ name: 'Batas iklan rokok', scope: SCOPE, time: ALWAYS, source: 'PP 28/2024' },
  ...{ validFrom: null, validTo: null, active: true },
  ...part,
});

it('names the caps that are about it, with the part of a place, and the breaks apart where a rule is about them alone', async () => {
  const [bench, rules] = [createBench({ store, clock }), createRuleHandlers({ store, clock })];
  const matter = { kind: 'supposed', category: 'Iklan rokok', agencyKind: null, approval: 'notNeeded' } as const;
  const whole = { ...matter, ppid: 'periodic', subject: null, ms: 1000 } as const;
  const asked = { matter: whole, at: clock.now(), channels: ['displays' as const, 'radio' as const], displayIds: [] };
  const caps = async () =>
    (await bench.ask({ ...asked, clock: 'trusted' as const }, caller)).map((answer) => [
      answer.breaks ? 'breaks' : answer.channel,
      ...answer.caps.map(({ plays, part }) => [plays, part?.plays ?? null]),
    ]);
  const cap = { kind: 'cap', plays: 6, seconds: null, of: 'all', counts: 'station' } as const;
  await rules.create(fields({ does: cap }), caller);
  expect(await caps()).toEqual([
    ['displays', [6, null]],
    ['radio', [6, 6]],
  ]);
  const breaks = { ...SCOPE, channels: ['radio' as const], breaks: true };
  await rules.create(fields({ does: { ...cap, plays: 2, counts: 'place' }, scope: breaks }), caller);
  expect(await caps()).toEqual([
    ['displays', [6, null]],
    ['radio', [6, 6]],
    ['breaks', [6, 6], [2, null]],
  ]);
});
