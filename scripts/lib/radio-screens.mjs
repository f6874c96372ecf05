/**
 * The radio's screens and views and how to get there, like `screens.mjs`. They want a rundown in this week with a "Pembuka" and a
 * "Jeda 1", as on the demo station. What is on air is rehearsed only, and the way to a screen ends or begins a rehearsal where it must.
 */

const main = (page, selector) => page.locator(`#main ${selector}`);
const dialog = (page) => page.getByRole('dialog').first().waitFor();
/** Longer than a pedal bounces. */
const finger = (page) => page.waitForTimeout(500);

/** The week's first rundown: in the demo today's. */
async function rundown(page) {
  await main(page, 'table a').first().click();
  await page.getByRole('treegrid').waitFor();
}

const item = (title) => async (page) => {
  await rundown(page);
  await page.locator('[data-item]', { hasText: title }).first().click();
  await page.locator('fieldset[data-of-item]').waitFor();
};

const side = (nth) => async (page) => {
  await item('Pembuka')(page);
  await page.getByRole('tab').nth(nth).click();
};

async function many(page) {
  await item('Pembuka')(page);
  await page.keyboard.press('Control+a');
}

async function papers(page) {
  await rundown(page);
  await page.keyboard.press('Control+p');
  await dialog(page);
  await page.locator('iframe').waitFor();
}

/** One of the buttons above the list of rundowns, counted from the last. */
const listButton = (fromLast) => async (page) => {
  const buttons = main(page, 'header button');
  await buttons.nth((await buttons.count()) - fromLast).click();
  await dialog(page);
};

async function fromFile(page) {
  await listButton(1)(page);
  await page.getByRole('dialog').getByRole('radio').nth(3).locator('xpath=following-sibling::label').click();
  await page.locator('input[type="file"]').waitFor({ state: 'attached' });
  const csv = 'Materi,Durasi,Catatan lain\nPembuka,2:30,Siti Rahmawati\nWawancara,-5:00,\nLagu daerah,4:00,\n';
  const file = { name: 'Ruang_Pemilih.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole('dialog').locator('table').first().waitFor();
}

const LIVE = '[data-live]';

/** Before a show, while one is on, or after one. */
async function onAir(page) {
  await rundown(page);
  await main(page, 'header a').first().click();
  await page.waitForURL(/\/on-air\//);
  await page.locator(`${LIVE}, #main dl, #main table`).first().waitFor();
}

async function end(page) {
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  await main(page, 'table').waitFor();
}

async function ready(page) {
  await onAir(page);
  if (await page.locator(LIVE).isVisible()) await end(page);
  if (await main(page, 'table').isVisible()) await main(page, 'header button').last().click();
  await main(page, 'dl').waitFor();
}

/** Goes on with the rehearsal that is on, else begins one and takes an item with a script. */
async function live(page) {
  await onAir(page);
  if (await page.locator(LIVE).isVisible()) return;
  if (await main(page, 'table').isVisible()) await main(page, 'header button').last().click();
  await main(page, 'dl ~ div button').nth(1).click();
  await page.locator(LIVE).waitFor();
  await finger(page);
  await page.keyboard.press('F2');
  await page.locator(`${LIVE} h2[title]`).waitFor();
  await finger(page);
}

const dock = (nth) => async (page) => {
  await live(page);
  await page.getByRole('radiogroup').last().locator('label').nth(nth).click();
};

async function after(page) {
  await live(page);
  await end(page);
}

/** A page of its own: its address is made from the rundown's. */
const view = (name, look) => async (page) => {
  const link = await main(page, 'table a').first().getAttribute('href');
  const id = link?.split('/').at(-1);
  if (name) await live(page);
  const light = await page.evaluate(() => localStorage.getItem('suar.theme') === 'light');
  await page.goto(new URL(`/view/${name ? `${name}/` : ''}${id}${light ? '?scheme=light' : ''}`, page.url()).href);
  await page.locator('main').waitFor();
  if (look) await page.locator('.gear').click();
};

const RUNDOWNS = {
  'rundowns-new': listButton(1),
  'rundowns-settings': listButton(2),
  'rundowns-archive': listButton(3),
  'rundowns-file': fromFile,
  'rundowns-editor': rundown,
  'rundowns-script': item('Pembuka'),
  'rundowns-break': item('Jeda 1'),
  'rundowns-comments': side(1),
  'rundowns-questions': side(2),
  'rundowns-guests': side(3),
  'rundowns-research': side(4),
  'rundowns-many': many,
  'rundowns-papers': papers,
  'on-air-ready': ready,
  'on-air-live': live,
  'on-air-watch': dock(1),
  'on-air-cart': dock(0),
  views: view(''),
  ...Object.fromEntries(
    ['prompter', 'presenter', 'guest', 'wall', 'phone', 'read'].map((name) => [`view-${name}`, view(name)]),
  ),
  'view-look': view('presenter', true),
  'on-air-after': after,
};

export const RADIO_SCREENS = [
  { name: 'rundowns', path: '/rundowns' },
  ...Object.entries(RUNDOWNS).map(([name, open]) => ({ name, path: '/rundowns', open })),
  { name: 'programmes', path: '/programmes' },
  { name: 'programmes-presenters', path: '/programmes', open: (page) => page.getByRole('tab').nth(1).click() },
  { name: 'guests', path: '/guests' },
  { name: 'guests-form', path: '/guests', open: listButton(1) },
];
