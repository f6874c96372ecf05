import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createInTurn } from './in-turn';
import { inThread } from './sheets/thread';

it('runs all that is asked for, in its order and never more at once than it may, also where some of it fails', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { maxLength: 20 }),
      async (atOnce, fails) => {
        const { run } = createInTurn(atOnce);
        const begun: number[] = [];
        let now = 0;
        let most = 0;
        const works = fails.map((fail, at) =>
          run(async () => {
            begun.push(at);
            most = Math.max(most, ++now);
            await wait(0);
            now -= 1;
            if (fail) throw new Error('failed');
            return at;
          }),
        );
        const ends = await Promise.allSettled(works);
        expect(ends.map(({ status }) => status === 'rejected')).toEqual(fails);
        expect(begun).toEqual(fails.map((_, at) => at));
        expect(most).toBe(Math.min(atOnce, fails.length));
      },
    ),
    { numRuns: 50 },
  ));

it('ends a thread that runs, and what waits for its turn, when it stops', async () => {
  const { run, stop } = createInTurn(1);
  const forever = (signal: AbortSignal) =>
    inThread('module.exports = () => { for (;;); };', { libraries: {}, input: null, signal });
  const ends = Promise.allSettled([run(forever), run(forever)]);
  await wait(200);
  await stop();
  expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
