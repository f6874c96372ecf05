/** The prompter's movement: measured blocks, a position, a speed, and one frame after another. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { OnAir } from '../../../electron/contract/records/show';
import { elapsedMs } from '../../../electron/domain/rundown/live';
import { airNow } from '../../client/air-clock';
import { useDrawn } from '../../client/drawn';
import {
  advanced,
  type Block,
  blockAt,
  endOf,
  type Glide,
  glided,
  neighbour,
  onTimeWpm,
  pxPerWord,
  reanchored,
} from './scroll';

interface Given {
  current: OnAir | null;
  lengthMs: number;
  wpm: number;
  runs: boolean;
  onTime: boolean;
}

export interface Scroll {
  strip: RefObject<HTMLDivElement | null>;
  /** The speed it moves at, words a minute; as it was in the newest quarter second. */
  shownWpm: number;
  toItem: (itemId: string) => void;
  step: (by: 1 | -1) => void;
  nudge: (px: number) => void;
}

const SHOWN_EVERY_MS = 250;
/** A page that was asleep does not leap ahead. */
const LONGEST_FRAME_MS = 100;

export function useScroll(given: Given): Scroll {
  const state = useRef({ y: 0, blocks: [] as Block[], glide: null as Glide | null, last: 0, shownAt: 0 });
  const [shownWpm, setShownWpm] = useState(given.wpm);
  const strip = useDrawn<HTMLDivElement>((element) => {
    const now = performance.now();
    const held = state.current;
    const dtMs = Math.min(LONGEST_FRAME_MS, now - held.last);
    held.last = now;
    const wpm = speedOf(given, held);
    if (held.glide) {
      const { y, done } = glided(held.glide, now);
      held.y = y;
      if (done) held.glide = null;
    } else if (given.runs) {
      const px = pxPerWord(held.blocks, blockAt(held.blocks, held.y));
      held.y = advanced(held.y, { wpm, px, dtMs, end: endOf(held.blocks) });
    }
    element.style.transform = `translate3d(0, ${-held.y.toFixed(3)}px, 0)`;
    if (now - held.shownAt > SHOWN_EVERY_MS) {
      held.shownAt = now;
      setShownWpm(Math.round(wpm));
    }
  });
  useMeasured(strip, state);

  const glideTo = useCallback((to: number) => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still) state.current.y = to;
    else state.current.glide = { from: state.current.y, to, since: performance.now() };
  }, []);
  const toItem = useCallback(
    (itemId: string) => {
      const block = state.current.blocks.find(({ id }) => id === itemId);
      if (block) glideTo(block.top);
    },
    [glideTo],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const block = neighbour(state.current.blocks, state.current.y, by);
      if (block) glideTo(block.top);
    },
    [glideTo],
  );
  const nudge = useCallback((px: number) => {
    const { y, blocks } = state.current;
    state.current.glide = null;
    state.current.y = Math.min(endOf(blocks), Math.max(0, y + px));
  }, []);
  return { strip, shownWpm, toItem, step, nudge };
}

function speedOf({ current, lengthMs, wpm, onTime }: Given, { y, blocks }: { y: number; blocks: Block[] }): number {
  const block = current && blocks.find(({ id }) => id === current.itemId);
  if (!onTime || !block) return wpm;
  return onTimeWpm(block, y, lengthMs - elapsedMs(current, airNow())) ?? wpm;
}

/** Measures the items whenever the text, its size or the window changes, and keeps the word that is read where it is. */
function useMeasured(strip: RefObject<HTMLDivElement | null>, state: RefObject<{ y: number; blocks: Block[] }>): void {
  useEffect(() => {
    const element = strip.current;
    if (!element) return;
    const measure = () => {
      const items = [...element.querySelectorAll<HTMLElement>('[data-item]')];
      const blocks = items.map((item) => ({
        id: item.dataset.item ?? '',
        top: item.offsetTop,
        height: item.offsetHeight,
        words: Number(item.dataset.words ?? 0),
      }));
      state.current.y = reanchored(state.current.blocks, blocks, state.current.y);
      state.current.blocks = blocks;
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [strip, state]);
}
