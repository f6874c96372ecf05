/** Ways in which media, a browser and a machine fail a display page, provoked for real where that can be done. */
import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { newId } from '../../../electron/contract/ulid';
import { type MadeClip, makeImage } from './clips';

/** The same clip with other bytes. */
async function withBytes(made: MadeClip, path: string, body: Buffer): Promise<MadeClip> {
  await writeFile(path, body);
  const hash = createHash('sha256').update(body).digest('hex');
  return { ...made, path, clip: { ...made.clip, hash, bytes: body.length, assetId: newId() } };
}

/** A still of so many megabytes: browsers pass over what follows a PNG's end. */
export async function makeHeavyStill(dir: string, number: number, mb: number): Promise<MadeClip> {
  const made = await makeImage(dir, { number });
  const body = Buffer.concat([await readFile(made.path), randomBytes(mb * 1024 * 1024)]);
  return withBytes(made, join(dir, `heavy-${number}.png`), body);
}

/** A video whose pictures are noise from its second second on, in a container without fault. */
export async function damaged(dir: string, made: MadeClip): Promise<MadeClip> {
  const body = await readFile(made.path);
  const from = Math.floor(body.length / 2);
  for (let at = body.indexOf('mdat', from); at >= 0; at = body.indexOf('mdat', at + 4)) {
    const end = at - 4 + body.readUInt32BE(at - 4);
    randomBytes(end - at - 4).copy(body, at + 4);
  }
  return withBytes(made, join(dir, `damaged-${made.number}.mp4`), body);
}

/** The decoder of the video on top stands still and answers to nothing. */
export function hangDecoder(page: Page): Promise<void> {
  return page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('video.top');
    if (!video) throw new Error('no video on top');
    const { currentTime } = video;
    video.playbackRate = 0;
    Object.defineProperty(video, 'playbackRate', { get: () => 0, set: () => {} });
    Object.defineProperty(video, 'currentTime', { get: () => currentTime, set: () => {} });
  });
}

/** Lets a test reach media sources and set the page's clocks. Before the page is opened. */
export async function prepareTrouble(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const trouble = { sources: [] as MediaSource[], wallOffMs: 0 };
    Object.defineProperty(window, 'trouble', { value: trouble });
    const Real = window.MediaSource;
    window.MediaSource = class extends Real {
      constructor() {
        super();
        trouble.sources.push(this);
      }
    };
    const now = Date.now.bind(Date);
    Date.now = () => now() + trouble.wallOffMs;
  });
}

interface Trouble {
  sources: MediaSource[];
  wallOffMs: number;
}

/** The newest media source ends: `how` undefined in order, else with an error. */
export function endSource(page: Page, how?: 'decode'): Promise<void> {
  return page.evaluate((error) => {
    const { sources } = (window as unknown as { trouble: Trouble }).trouble;
    const open = sources.findLast((source) => source.readyState === 'open');
    if (!open) throw new Error('no open media source');
    const idle = () => Array.from(open.sourceBuffers).every((buffer) => !buffer.updating);
    return new Promise<void>((resolve) => {
      const look = () => {
        if (!idle()) return setTimeout(look, 5);
        open.endOfStream(error);
        resolve();
      };
      look();
    });
  }, how);
}

/** Sets the machine's clock, as the page sees it, off by so much; the monotonic clock goes on. */
export function setWall(page: Page, offMs: number): Promise<void> {
  return page.evaluate((ms) => {
    (window as unknown as { trouble: Trouble }).trouble.wallOffMs = ms;
  }, offMs);
}
