import { afterEach, describe, expect, it } from 'vitest';
import { localParts } from '../../domain/time';
import { until } from './samples';
import { createWake, type Wake } from './wake';

let wake: Wake;
let heard: string[];
const clock = { offset: 0, now: () => Date.now() + clock.offset };

function listen(): void {
  heard = [];
  clock.offset = 0;
  wake = createWake({
    clock,
    onEdge: () => heard.push('edge'),
    onDaily: () => heard.push('daily'),
    onJump: (byMs) => heard.push(`jump ${Math.round(byMs / 60_000)}`),
  });
}
afterEach(() => wake.stop());
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('wake', () => {
  it('wakes at the edge it was given last, once', async () => {
    listen();
    wake.atEdge(Date.now() + 200);
    wake.atEdge(Date.now() + 1500);
    await wait(500);
    expect(heard).toEqual([]);
    await until(() => heard.length > 0);
    await wait(300);
    expect(heard).toEqual(['edge']);
  });

  it('wakes at once for an edge that has passed, and never without one', async () => {
    listen();
    wake.atEdge(Date.now() - 5000);
    await until(() => heard.length > 0);
    wake.atEdge(Date.now() + 200);
    wake.atEdge(null);
    await wait(400);
    expect(heard).toEqual(['edge']);
  });

  it("wakes each day at an hour of the station's zone", async () => {
    listen();
    wake.daily(localParts(Date.now() + 2000, 'Asia/Jayapura').time, 'Asia/Jayapura');
    await until(() => heard.length > 0);
    expect(heard).toEqual(['daily']);
  });

  it('takes 24:00:00 for midnight', () => {
    listen();
    expect(() => wake.daily('24:00:00', 'Asia/Jakarta')).not.toThrow();
  });

  it('notices a clock that jumps either way, and an edge that is then past', async () => {
    listen();
    wake.atEdge(Date.now() + 30 * 60_000);
    clock.offset = 60 * 60_000;
    await until(() => heard.length > 1);
    expect(heard).toEqual(['jump 60', 'edge']);
    clock.offset = 0;
    await until(() => heard.length > 2);
    expect(heard).toEqual(['jump 60', 'edge', 'jump -60']);
  });
});
