/** Sampled pictures, read from a file while it is still written, and looked through in turns. */
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { shareOutside } from '../../../domain/quality/range';
import { linesIn, type Sample } from '../../../domain/quality/text-lines';
import { inTurns } from '../../loop';
import type { Plan } from './plan';

const LOOK_EVERY_MS = 50;
/** A picture that differs less from the one before, mean of 255, has the same lines. */
const SAME = 0.4;
/** So many pixels are passed over between two that are compared. */
const STRIDE = 61;

export interface Sampled {
  samples: Sample[];
  /** Mean share of pixels outside of the studio's range. */
  outside: number;
  /** Mean difference between neighbours in a row, in steps of 255. */
  detail: number;
}

export const NO_SAMPLES: Sampled = { samples: [], outside: 0, detail: 0 };

export interface SampleReader {
  /** Ends when all that was written is read, once `written` says that there will be no more; soon after an abort, unread. */
  read(): Promise<Sampled>;
  written(): void;
}

export function createSampleReader(path: string, { sample, sampleMs, still }: Plan, signal: AbortSignal): SampleReader {
  const { width, height } = sample;
  let over = false;
  // Not by a wait that rejects: whoever writes hears of the abort too, and says so.
  const isOver = () => over || signal.aborted;
  const samples: Sample[] = [];
  let outside = 0;
  let detail = 0;
  let before: Uint8Array | null = null;

  async function take(luma: Uint8Array, place: number): Promise<void> {
    outside += shareOutside(luma);
    detail += detailOf(luma);
    const known = before && isLike(before, luma) ? samples.at(-1)?.lines : undefined;
    const lines = known ?? (await inTurns(linesIn({ width, height, luma })));
    samples.push({ atMs: place * sampleMs, width, height, lines });
    before = luma;
  }

  return {
    written: () => {
      over = true;
    },
    async read() {
      const file = await opened(path, isOver);
      if (!file) return NO_SAMPLES;
      try {
        for (let place = 0; ; place++) {
          const luma = await frameAt(file, place, width * height, isOver);
          // A still is one picture, given four times.
          if (!luma || (still && place > 0) || signal.aborted) break;
          await take(luma, place);
        }
      } finally {
        await file.close();
      }
      const count = Math.max(1, samples.length);
      return { samples, outside: outside / count, detail: detail / count };
    },
  };
}

/** Null where it was never written. */
async function opened(path: string, isOver: () => boolean): Promise<FileHandle | null> {
  for (;;) {
    const last = isOver();
    const file = await open(path, 'r').catch(() => null);
    if (file || last) return file;
    await setTimeout(LOOK_EVERY_MS);
  }
}

async function frameAt(file: FileHandle, place: number, bytes: number, isOver: () => boolean) {
  const luma = new Uint8Array(bytes);
  for (;;) {
    const last = isOver();
    const { size } = await file.stat();
    if (size >= (place + 1) * bytes) {
      await file.read(luma, 0, bytes, place * bytes);
      return luma;
    }
    if (last) return null;
    await setTimeout(LOOK_EVERY_MS);
  }
}

function detailOf(luma: Uint8Array): number {
  let sum = 0;
  let count = 0;
  for (let at = 1; at < luma.length; at += STRIDE, count++) sum += Math.abs((luma[at] ?? 0) - (luma[at - 1] ?? 0));
  return sum / Math.max(1, count);
}

function isLike(one: Uint8Array, other: Uint8Array): boolean {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < one.length; at += STRIDE, count++) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
  return sum / Math.max(1, count) < SAME;
}
