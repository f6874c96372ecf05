/** A recall of a great many files at a real page: a logo of the office that stood on every card of every panel. */
import { createHash } from 'node:crypto';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FromDisplay, ToDisplay } from '../../electron/contract/display-protocol';
import { newId } from '../../electron/contract/ulid';
import { conformingClip } from '../fixtures/media';
import { chromiumOptions } from '../lib/chromium';
import { eventually } from '../lib/eventually';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { fillerOf, newDisplay, openPanel, PANEL_SIZE, type PanelPage, sees } from './lib/panel-page';

const FILES = 20_000;
const GREEN = { picture: 'color=c=0x10a030', seconds: 20, ...PANEL_SIZE };

let station: RunningStation;
let browser: Browser;
let panel: PanelPage;

beforeAll(async () => {
  [station, browser] = await Promise.all([startStation(), chromium.launch(chromiumOptions())]);
  const displayId = await newDisplay(station, 'VT-02 Terminal', await fillerOf(station, await conformingClip(GREEN)));
  panel = await openPanel(browser, station, displayId);
  await sees(panel.page, 'green');
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

/** The order of a recall for which this station need not make so many cards. */
function order() {
  const id = newId();
  const hashes = Array.from({ length: FILES }, (_, n) => createHash('sha256').update(`${id} ${n}`).digest('hex'));
  return { id, hashes };
}

/** How long nothing was drawn at most while it was done, ms. */
async function longestStall(page: Page, done: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const watched = { longest: 0, at: performance.now() };
    Object.assign(window, { watched });
    requestAnimationFrame(function look(now) {
      watched.longest = Math.max(watched.longest, now - watched.at);
      watched.at = now;
      requestAnimationFrame(look);
    });
  });
  await done();
  return page.evaluate(() => (window as unknown as { watched: { longest: number } }).watched.longest);
}

it('is taken whole and answered for, and the panel goes on', async () => {
  const orders = [order()];
  const removed = new Set<string>();
  let tellAgain = () => {};
  await panel.context.routeWebSocket('**/display/socket', (socket) => {
    const line = socket.connectToServer();
    line.onMessage((message) => {
      const told = ToDisplay.parse(JSON.parse(String(message)));
      if (told.type !== 'recalls') return socket.send(message);
      tellAgain = () => socket.send(JSON.stringify({ ...told, recalls: [...told.recalls, ...orders] }));
      tellAgain();
    });
    socket.onMessage((message) => {
      const said = FromDisplay.parse(JSON.parse(String(message)));
      if (said.type !== 'recalled') return line.send(message);
      for (const { recallId, removedAt } of said.receipts) if (removedAt !== null) removed.add(recallId);
    });
  });
  const answered = () => eventually(() => expect([...removed]).toEqual(orders.map(({ id }) => id)));
  await panel.page.reload();
  await sees(panel.page, 'green');
  await answered();
  const stall = await longestStall(panel.page, async () => {
    orders.push(order());
    tellAgain();
    await answered();
  });
  // Looked at one by one, so many took the picture away for most of a minute.
  expect(stall).toBeLessThan(2000);
  await sees(panel.page, 'green');
});
