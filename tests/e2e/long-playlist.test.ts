/** A playlist of 2,000 items, the most there may be: drawn row by row, moved by keyboard and by mouse. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../electron/contract/ulid';
import { graveFaults } from '../../scripts/lib/grave-faults.mjs';
import { signedIn } from '../lib/console';
import { consolePage, settled } from './lib/console-page';
import { type FilledConsole, filledConsole } from './lib/console-station';

const COUNT = 2000;
let filled: FilledConsole;
let page: Page;
let listId: string;

beforeAll(async () => {
  filled = await filledConsole();
  const { client, origin } = filled.station;
  const { items: assets } = await client.library.list({});
  const items = Array.from({ length: COUNT }, (_, index) => {
    const assetId = assets[index % assets.length]?.id ?? '';
    return { id: newId(), assetId, stillMs: null, inMs: 0, outMs: null };
  });
  listId = (await client.playlists.create({ name: 'Sepanjang hari', items })).id;
  const operator = await signedIn(filled.browser, filled.station);
  page = await consolePage(filled.browser, origin, { theme: 'dark', language: 'id' }, await operator.storageState());
});

afterAll(() => filled?.close());

const list = () => page.getByRole('list', { name: 'Isi daftar putar' });
const handle = (place: number) => list().getByRole('button', { name: new RegExp(`^Geser .*, nomor ${place}$`) });
const ids = async () => (await filled.station.client.playlists.get({ id: listId })).items.map(({ id }) => id);
const becomes = async (ids_: string[]) => expect.poll(ids).toEqual(ids_);

/** The order after the item at `from` went to `to`. */
function moved(order: readonly string[], from: number, to: number): string[] {
  const rest = order.filter((_, index) => index !== from);
  return [...rest.slice(0, to), order[from] ?? '', ...rest.slice(to)];
}

it('opens at once, draws what is in view, and every way of moving an item works', async () => {
  const began = performance.now();
  await page.goto(`/playlists?id=${listId}`);
  await handle(1).waitFor();
  console.log(
    `a playlist of ${COUNT} items, from the address to its first row: ${Math.round(performance.now() - began)} ms`,
  );
  await settled(page);
  expect(await list().locator('[data-item]').count()).toBeLessThan(60);
  expect(await graveFaults(page)).toEqual([]);
  const names = await list()
    .locator('[data-item] .two-lines')
    .evaluateAll((all) => all.map((each) => each.clientWidth));
  expect(Math.min(...names)).toBeGreaterThan(180);

  let order = await ids();
  await handle(1).focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press('Alt+ArrowDown');
  order = moved(order, 0, 3);
  await becomes(order);
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('nomor 4');

  await page.keyboard.press('Space');
  await list().locator('[data-moving]').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.getByText(/di atas nomor 5/).waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
  order = moved(order, 3, 4);
  await becomes(order);

  await list().evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await handle(COUNT).waitFor();
  expect(await list().locator('[data-item]').count()).toBeLessThan(60);
  const [from, to] = await Promise.all([handle(COUNT).boundingBox(), handle(COUNT - 2).boundingBox()]);
  if (!from || !to) throw new Error('the last rows are not in view');
  await page.mouse.move(from.x + 4, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 4, from.y - 10, { steps: 3 });
  await page.mouse.move(to.x + 4, to.y + 8, { steps: 5 });
  await page.mouse.up();
  order = moved(order, COUNT - 1, COUNT - 3);
  await becomes(order);

  await handle(COUNT).focus();
  await page.keyboard.press('Delete');
  order = order.slice(0, -1);
  await becomes(order);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toContain(`nomor ${COUNT - 1}`);
});
