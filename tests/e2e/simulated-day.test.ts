/** Half an hour of the demo day at 600x, with the push of a horizon in its midst: the log says what the timeline said. */
import { expect, it } from 'vitest';
import { Panel } from './lib/panel';
import { plannedDay, simulate } from './lib/simulated-day';

const panel = new Panel();

it('plays a simulated half hour entry by entry as planned', async () => {
  const station = await panel.newStation();
  station.offer(...panel.stills);
  const stretch = { fromHour: 5.9, toHour: 6.5, visits: [6.25], speed: 600 };
  const { mismatches, ...found } = await simulate(panel.browser, station, plannedDay(panel.stills), stretch);
  expect(mismatches).toEqual([]);
  expect(found).toMatchObject({ entries: 60, plays: 60 });
});
