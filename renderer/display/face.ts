/** What tests and benchmarks may look at: `window.__suarDisplay`. Read only; nothing can be done through it. */
import { SLATE_NAME } from '../../electron/contract/records/play';
import { dueAt, type Slot } from './player/slot';
import type { Stage } from './stage/stage';
import { VideoLine } from './stage/video-line';

export interface SeenFrame {
  /** Monotonic page time at which it reaches the panel. */
  at: number;
  mediaTime: number;
  slot: string;
  name: string;
}

export interface Change {
  /** When a slot came on the panel, on the station's clock, and when it should have. */
  at: number;
  planned: number;
  slot: string;
  name: string;
  kind: string;
}

export interface DisplayFace {
  readonly showing: { name: string; kind: string; slot: string; instead: string | null } | null;
  readonly bufferedS: number;
  readonly faults: readonly string[];
  readonly frames: readonly SeenFrame[];
  readonly changes: readonly Change[];
  readonly stationNow: number;
  readonly connected: boolean;
}

declare global {
  interface Window {
    readonly __suarDisplay: DisplayFace;
  }
}

const RING = 6000;

export function createFace(sees: { stage: Stage; now(): number; connected(): boolean }) {
  const frames: SeenFrame[] = [];
  const changes: Change[] = [];
  const faults: string[] = [];
  let due: Slot | null = null;

  const face: DisplayFace = {
    get showing() {
      const slot = due;
      return slot && { name: nameOf(slot), kind: slot.shows.kind, slot: slot.id, instead: slot.instead?.code ?? null };
    },
    get bufferedS() {
      const { top } = sees.stage;
      return top instanceof VideoLine ? top.bufferedS : 0;
    },
    get faults() {
      return [...faults];
    },
    get frames() {
      return [...frames];
    },
    get changes() {
      return [...changes];
    },
    get stationNow() {
      return sees.now();
    },
    get connected() {
      return sees.connected();
    },
  };
  Object.defineProperty(window, '__suarDisplay', { value: Object.freeze(face) });

  return {
    frame(slot: Slot, at: number, mediaTime: number): void {
      ring(frames, { at, mediaTime, slot: slot.id, name: nameOf(slot) });
    },
    shown(slot: Slot, at: number): void {
      due = slot;
      ring(changes, { at, planned: dueAt(slot), slot: slot.id, name: nameOf(slot), kind: slot.shows.kind });
    },
    fault: (code: string) => ring(faults, code),
  };
}

export function nameOf(slot: Slot): string {
  return slot.shows.kind === 'slate' ? SLATE_NAME : slot.shows.name;
}

function ring<T>(list: T[], value: T): void {
  list.push(value);
  if (list.length > RING) list.splice(0, list.length - RING);
}
