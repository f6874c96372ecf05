/** The display page in a real Chromium against a stand-in station that speaks the real protocol. */
import { chromium } from 'playwright';
import { describe, expect, it } from 'vitest';
import { chromiumOptions } from '../lib/chromium';
import type { MadeClip } from './lib/clips';
import { until } from './lib/display-kit';
import { Panel } from './lib/panel';

const panel = new Panel();

describe('pairing', () => {
  it('shows a code as text and QR, takes its token, keeps it over a reload', async () => {
    await panel.newStation();
    const page = await panel.openPage();
    await page.getByText(panel.station.code).waitFor();
    expect(await page.locator('#qr svg').count()).toBe(1);
    expect(await page.locator('#time').textContent()).toMatch(/^\d\d:\d\d:\d\d$/);
    expect(await page.locator('#zone').textContent()).toBe('WIB');
    expect(await page.locator('#station-name').textContent()).toBe('Diskominfo Tirtaraya');
    panel.station.confirm();
    await page.getByText(panel.station.code).waitFor({ state: 'hidden' });
    await page.reload();
    await until(
      () => panel.station.messages.filter((m) => m.type === 'hello' && m.token === panel.station.token).length >= 2,
    );
    const hellos = panel.station.messages.flatMap((m) => (m.type === 'hello' ? [m.instanceId] : []));
    expect(new Set(hellos).size).toBe(1);
  });

  it('takes a one-time code from its address and cleans it', async () => {
    await panel.newStation();
    const page = await panel.openPaired();
    await until(() => panel.station.messages.some((m) => m.type === 'hello' && m.token === panel.station.token));
    await page.waitForURL(`${panel.station.url}/display`);
  });

  it('forgets a revoked token and shows a code again', async () => {
    await panel.newStation();
    panel.station.air([{ made: panel.video(0), ms: 600_000 }], Date.now() - 1000);
    const page = await panel.openPaired();
    await until(async () => (await panel.showing(page)) === 'clip 1');
    panel.station.revoke();
    await page.getByText(panel.station.code).waitFor();
    await until(async () => (await panel.showing(page)) === 'slate');
  });

  it('is dark, without cursor or scrollbars, from a tiny panel to a large one', async () => {
    await panel.newStation();
    const page = await panel.openPage();
    await page.getByText(panel.station.code).waitFor();
    for (const size of [
      { width: 200, height: 100 },
      { width: 3840, height: 2160 },
    ]) {
      await page.setViewportSize(size);
      const look = await page.evaluate(() => ({
        scrolls:
          document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth,
        cursor: getComputedStyle(document.body).cursor,
        code: document.getElementById('code')?.getBoundingClientRect().height ?? 0,
        inside: [...document.querySelectorAll('#slate *')].every((each) => {
          const { top, bottom, left, right } = each.getBoundingClientRect();
          return top >= -1 && left >= -1 && bottom <= innerHeight + 1 && right <= innerWidth + 1;
        }),
      }));
      expect(look).toMatchObject({ scrolls: false, cursor: 'none', inside: true });
      expect(look.code).toBeGreaterThan(size.height / 12);
    }
  });
});

describe('playing', () => {
  it('shows filler for what is missing, reports it skipped, and takes it up when it comes', async () => {
    await panel.newStation();
    const [filler] = panel.stills as [MadeClip];
    panel.station.absent.add(panel.video(1).clip.hash);
    panel.station.air(
      Array.from({ length: 30 }, (_, i) => ({ made: panel.video(i % 2), ms: 2000 })),
      Date.now(),
      [filler],
    );
    const page = await panel.openPaired();
    await until(() =>
      panel.station.plays.some((play) => play.outcome === 'skipped' && play.because?.code === 'play.missing'),
    );
    // The first entry may pass before the filler itself has come.
    await until(async () => (await panel.face(page)).changes.some((change) => change.name === 'clip 20'), 25_000);
    const missing = panel.held();
    expect(missing?.type === 'holds' && missing.missing).toEqual([panel.video(1).clip.hash]);
    panel.station.absent.clear();
    await until(
      () => panel.station.plays.some((play) => play.outcome === 'shown' && play.hash === panel.video(1).clip.hash),
      25_000,
    );
  });

  it('fetches a file again whose bytes were wrong', async () => {
    await panel.newStation();
    panel.station.corrupt.set(panel.video(2).clip.hash, 1);
    panel.station.air([{ made: panel.video(2), ms: 120_000 }], Date.now());
    const page = await panel.openPaired();
    await until(async () => (await panel.showing(page)) === 'clip 3');
    expect(panel.station.requests.filter((path) => path.includes(panel.video(2).clip.hash))).toHaveLength(2);
  });

  it('passes over a file no browser can play: filler, one fault, skipped plays', async () => {
    await panel.newStation();
    const bad: MadeClip = { ...(panel.stills[0] as MadeClip), number: 30 };
    bad.clip = { ...panel.video(0).clip, hash: bad.clip.hash, bytes: bad.clip.bytes, name: 'bad' };
    const [, filler] = panel.stills as [MadeClip, MadeClip];
    panel.station.air(
      Array.from({ length: 20 }, (_, i) => ({ made: i % 2 ? bad : panel.video(1), ms: 1500 })),
      Date.now(),
      [filler],
    );
    const page = await panel.openPaired();
    await until(() => panel.station.plays.filter((play) => play.because?.code === 'play.undecodable').length >= 2);
    expect(
      panel.station.messages.filter((m) => m.type === 'fault').map((m) => m.type === 'fault' && m.reason.code),
    ).toEqual(['fault.undecodable']);
    expect((await panel.face(page)).changes.some((change) => change.name === 'clip 21')).toBe(true);
  });

  it('sends a small picture while someone looks, and identifies itself', async () => {
    await panel.newStation();
    panel.station.air([{ made: panel.video(0), ms: 120_000 }], Date.now());
    const page = await panel.openPaired();
    await until(async () => (await panel.showing(page)) === 'clip 1');
    panel.station.broadcast({ type: 'watch', everyMs: 500 });
    await until(() => panel.station.messages.filter((m) => m.type === 'picture').length >= 2);
    const picture = panel.station.messages.findLast((m) => m.type === 'picture');
    const jpeg = Buffer.from(picture?.type === 'picture' ? picture.jpeg : '', 'base64');
    expect([...jpeg.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    panel.station.broadcast({ type: 'identify', seconds: 5 });
    await page.getByText('VT-01 Alun-alun').waitFor();
  });
});

describe('on its own', () => {
  it('plays on while the station is gone and hands in its plays once when it is back', async () => {
    await panel.newStation();
    panel.station.air(
      Array.from({ length: 60 }, (_, i) => ({ made: panel.video(i), ms: 2000 })),
      Date.now() - 500,
    );
    const page = await panel.openPaired();
    await until(() => panel.station.plays.length >= 1);
    await panel.station.kill();
    const before = (await panel.face(page)).changes.length;
    await until(async () => (await panel.face(page)).changes.length >= before + 3, 15_000);
    await panel.station.start();
    await until(() => panel.station.plays.length >= 5);
    const starts = panel.station.plays.map((play) => play.plannedStart).sort((a, b) => a - b);
    expect(new Set(starts).size).toBe(starts.length);
    for (let i = 1; i < starts.length; i++) expect((starts[i] ?? 0) - (starts[i - 1] ?? 0)).toBe(2000);
  });

  it('shows a clip to its end when an edit moves it, then what is due by the new plan', async () => {
    await panel.newStation();
    const page = await panel.openPaired();
    const [one, two, three] = [0, 1, 2].map((n) => panel.video(n)) as [MadeClip, MadeClip, MadeClip];
    panel.station.offer(two, three);
    const start = Date.now() + 2000;
    panel.station.air(
      [one, two, three, one].map((made) => ({ made, ms: 10_000 })),
      start,
    );
    await until(async () => (await panel.showing(page)) === 'clip 1');
    panel.station.air(
      [
        { made: two, ms: 9000 },
        { made: three, ms: 11_000 },
        { made: one, ms: 9000 },
      ],
      start - 1000,
    );
    await until(async () => (await panel.face(page)).changes.some(({ name }) => name === 'clip 3'));
    const { changes } = await panel.face(page);
    const seen = changes.filter(({ name }) => name !== 'slate');
    expect(seen.map(({ name }) => name)).toEqual(['clip 1', 'clip 3']);
    expect(seen[1]?.planned).toBe(start + 10_000);
    expect(Math.abs((seen[1]?.at ?? 0) - (start + 10_000))).toBeLessThan(1000);
  });

  it('starts from what it keeps without a word from the station', async () => {
    await panel.newStation();
    panel.station.air(
      Array.from({ length: 60 }, (_, i) => ({ made: panel.video(i), ms: 2000 })),
      Date.now() - 500,
    );
    const page = await panel.openPaired();
    await until(() => panel.station.plays.length >= 2);
    panel.station.deaf = true;
    const asked = panel.station.requests.filter((path) => path.startsWith('/media/')).length;
    await page.reload();
    await until(async () => ((await panel.showing(page)) ?? '').startsWith('clip'));
    expect((await panel.face(page)).faults).toEqual([]);
    expect(panel.station.requests.filter((path) => path.startsWith('/media/'))).toHaveLength(asked);
  });

  it('says on the slate that another page holds its display', async () => {
    await panel.newStation();
    panel.station.inUse = true;
    const page = await panel.openPaired();
    await page.getByText('sedang dipakai di halaman lain').waitFor();
  });

  it('goes where the clock says when the station sets its clock an hour on and back, one play each', async () => {
    await panel.newStation();
    const start = Date.now() - 500;
    const items = Array.from({ length: 2000 }, (_, i) => ({ made: panel.video(i), ms: 2000 }));
    panel.station.air(items, start);
    const page = await panel.openPaired();
    await until(() => panel.station.plays.length >= 1);
    panel.station.clockOffMs = 3_600_000;
    await until(() => panel.station.plays.some((play) => play.because?.code === 'play.clockStep'));
    await until(async () => (await panel.face(page)).stationNow > start + 3_600_000);
    await until(() =>
      panel.station.plays.some((play) => play.outcome === 'shown' && play.plannedStart > start + 3_600_000),
    );
    panel.station.clockOffMs = 0;
    await until(async () => (await panel.face(page)).stationNow < start + 3_600_000);
    await until(async () => ((await panel.showing(page)) ?? '').startsWith('clip'));
    // Two clips more, at whose ends a second play of a counted entry would be made.
    const back = (await panel.face(page)).changes.length;
    await until(async () => (await panel.face(page)).changes.length >= back + 2);
    const starts = panel.station.plays.map((play) => play.plannedStart);
    expect(new Set(starts).size).toBe(starts.length);
  });

  it('sends unacknowledged plays again under the same id', async () => {
    await panel.newStation();
    panel.station.acknowledges = false;
    panel.station.air(
      Array.from({ length: 60 }, (_, i) => ({ made: panel.video(i), ms: 2000 })),
      Date.now() - 500,
    );
    await panel.openPaired();
    await until(() => panel.station.plays.length >= 1);
    const [first] = panel.station.plays;
    await panel.station.kill();
    panel.station.acknowledges = true;
    await panel.station.start();
    await until(() => panel.station.plays.filter((play) => play.id === first?.id).length >= 2);
  });

  it('reports what it showed when it was killed as interrupted', async () => {
    await panel.newStation();
    const profile = await panel.folder();
    const open = async () => {
      const options = { ...chromiumOptions(), viewport: { width: 512, height: 256 } };
      const context = await chromium.launchPersistentContext(profile, options);
      panel.keep(context);
      return context.newPage();
    };
    panel.station.air([{ made: panel.video(0), ms: 600_000 }], Date.now() - 1000);
    const page = await open();
    await page.goto(`${panel.station.url}/display?once=${panel.station.code}`);
    await until(async () => (await panel.showing(page)) === 'clip 1');
    await new Promise((resolve) => setTimeout(resolve, 6000));
    await page.goto('chrome://crash').catch(() => {});
    const again = await page.context().newPage();
    await again.goto(`${panel.station.url}/display`);
    await until(() => panel.station.plays.some((play) => play.outcome === 'interrupted'));
    const play = panel.station.plays.find((each) => each.outcome === 'interrupted');
    expect(play).toMatchObject({ hash: panel.video(0).clip.hash, because: { code: 'play.pageDied' } });
    expect((play?.endedAt ?? 0) - (play?.startedAt ?? 0)).toBeGreaterThan(3000);
    await until(async () => (await panel.showing(again)) === 'clip 1');
  });
});
