/**
 * The cart as it sounds: hands what happens to the machine, does what it answers, and tells views. One of it for the page, so that a
 * jingle goes on while its presenter looks at another screen.
 */
import type { ReadyMaterial } from '../../../electron/contract/api/cart';
import { type Reason, reason } from '../../../electron/contract/scalars';
import { newId } from '../../../electron/contract/ulid';
import { AirLog } from './air-log';
import type { BreakLine, BreakPlan } from './break-plan';
import { BreakPlayer } from './break-player';
import { type CartEffect, type CartEvent, type CartState, SILENT, turn } from './cart-machine';
import { duck, fadeAway, type Graph, makeGraph, SAMPLE_RATE, type Sounding, startKey } from './graph';
import { Meter } from './meter';
import { sendTo } from './outputs';
import type { PlayLog } from './play-log';
import { Preview, Sinks } from './preview';
import type { Slot } from './slot';
import type { SoundStore } from './sound-store';

export interface KeyView {
  assetId: string;
  /** By `performance.now()`; null while it is being loaded. */
  startedAt: number | null;
  /** Null: a bed, which has no end of its own. */
  ms: number | null;
  fading: boolean;
}

export interface BreakView {
  itemId: string;
  plan: BreakPlan;
  /** By `performance.now()`; null while its first spot is loaded. */
  startedAt: number | null;
  over: boolean;
}

export interface EngineView {
  state: CartState;
  keys: readonly KeyView[];
  onBreak: BreakView | null;
  /** The newest last. */
  faults: readonly Reason[];
  /** False: the browser waits for a press before it lets anything be heard. */
  running: boolean;
  /** What is listened to beforehand. */
  previewing: string | null;
  /** A rehearsal is played: on an output apart from the broadcast's, or, where none is chosen, on that. Null for none. */
  rehearses: 'apart' | 'onAir' | null;
}

export interface EngineNeed {
  store: SoundStore<AudioBuffer>;
  log: PlayLog;
  airNow(): number;
  offsetMs(): number | null;
}

/** A break that is left sounds on for its fade, while the next may already be running. */
interface RunningBreak {
  player: BreakPlayer | null;
  whyLeft: Reason | null;
}

interface KeySound {
  assetId: string;
  sounding: Sounding | null;
  logId: string | null;
  cutAt: number | null;
}

/** Before anything of ours was heard the context's clock stands: a start in the past would clip its first samples. */
const KEY_LEAD_S = 0.005;
const MOST_FAULTS = 5;
/** On leaving an item its spots are gone in this time. */
export const LEAVE_MS = 300;

export class CartEngine {
  private air: { context: AudioContext; graph: Graph; meter: Meter } | null = null;
  private readonly keys = new Map<string, KeySound>();
  private running: RunningBreak | null = null;
  private readonly preview = new Preview((previewing) => this.tell({ previewing }));
  private readonly listeners = new Set<() => void>();
  private readonly airLog: AirLog;
  private readonly sinks = new Sinks();
  private material: (assetId: string) => ReadyMaterial | null = () => null;
  view: EngineView = {
    state: SILENT,
    keys: [],
    onBreak: null,
    faults: [],
    running: false,
    previewing: null,
    rehearses: null,
  };

  constructor(private readonly need: EngineNeed) {
    this.airLog = new AirLog({ ...need, context: () => this.open().context });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  know(material: (assetId: string) => ReadyMaterial | null): void {
    this.material = material;
  }

  /** To be called while a person presses something: only then a browser lets sound be heard. */
  async wake(): Promise<void> {
    const { context } = this.open();
    if (context.state !== 'running') await context.resume().catch(() => undefined);
    this.tell({ running: context.state === 'running' });
  }

  press(slot: Slot, restart: boolean): void {
    void this.wake();
    this.happen({ type: 'press', slot, at: performance.now(), voiceId: newId(), restart });
  }

  happen(event: CartEvent): void {
    const { state, effects } = turn(this.view.state, event);
    this.tell({ state });
    for (const effect of effects) this.perform(effect);
  }

  /** Everything, in this time: keys, the break, what is listened to. */
  stopAll(fadeMs: number): void {
    this.happen({ type: 'stopAll', fadeMs });
    this.leaveBreak(fadeMs, reason('cart.faded'));
    this.endPreview();
  }

  /** Material was taken back: nothing of it is heard any longer, and a break that has it still to play is left. */
  withdraw(assetId: string, name: string): void {
    const { onBreak, state } = this.view;
    const because = reason('cart.recalled', { name });
    const sounds = state.voices.some((voice) => voice.assetId === assetId);
    if (sounds) this.happen({ type: 'withdraw', assetId });
    const isToCome = onBreak !== null && !onBreak.over && hasToCome(onBreak, assetId);
    if (isToCome) this.leaveBreak(LEAVE_MS, because);
    if (this.view.previewing === assetId) this.endPreview();
    if (sounds || isToCome) this.complain(because);
  }

  // ---- the spots of an item

  /** `plannedStart`: epoch ms on the station's clock. */
  playBreak(itemId: string, plan: BreakPlan, plannedStart: number): void {
    this.leaveBreak(LEAVE_MS, reason('cart.left'));
    void this.wake();
    const { graph, context } = this.open();
    const ids = new Map<BreakLine, string>();
    const sounds = (line: BreakLine) => ({
      ...{ assetId: line.spot.assetId, name: line.name, hash: line.material?.hash ?? '' },
      ...{ bookingId: line.spot.bookingId, plannedStart: plannedStart + line.startMs, plannedMs: line.ms },
    });
    const running: RunningBreak = { player: null, whyLeft: null };
    const mine = () => this.running === running;
    const player = new BreakPlayer(graph, plan, (line) => this.soundOf(line.material), {
      laid: (line, sounding, lateS) => {
        if (this.logs) ids.set(line, this.airLog.follow(sounds(line), sounding));
        if (lateS > 0.001) this.complain(reason('play.beganLate', { ms: Math.round(lateS * 1000) }));
        if (mine() && this.view.onBreak?.startedAt === null) {
          const startedAt = performance.now() + (sounding.startsAt - context.currentTime) * 1000;
          this.tell({ onBreak: { ...this.view.onBreak, startedAt } });
        }
      },
      failed: (line) => {
        const because = reason('cart.notLoaded', { name: line.name });
        this.complain(because);
        if (this.logs && line.material) this.airLog.skipped(sounds(line), because);
      },
      heard: (line, _sounding, cutAt) => this.airLog.ended(ids.get(line) ?? '', cutAt, running.whyLeft),
      ended: () => {
        if (!mine()) return;
        this.happen({ type: 'break', on: false });
        this.tell({ onBreak: this.view.onBreak && { ...this.view.onBreak, over: true } });
      },
    });
    running.player = player;
    this.running = running;
    this.tell({ onBreak: { itemId, plan, startedAt: null, over: false } });
    this.happen({ type: 'break', on: true });
    for (const line of plan.lines) if (!line.material && this.logs) this.leaveOut(line, plannedStart);
    void player.play();
  }

  leaveBreak(fadeMs: number, because: Reason): void {
    const { running } = this;
    if (!running) return;
    this.running = null;
    running.whyLeft = because;
    running.player?.leave(fadeMs);
    this.happen({ type: 'break', on: false });
    this.tell({ onBreak: null });
  }

  /** What a break was to play and must not, or cannot. */
  private leaveOut({ spot, name, because, startMs }: BreakLine, plannedStart: number): void {
    const what = { assetId: spot.assetId, name, hash: '', bookingId: spot.bookingId, plannedMs: 0 };
    const [why] = because;
    if (why) this.airLog.skipped({ ...what, plannedStart: plannedStart + startMs }, why);
  }

  // ---- outputs

  /** Answers whether sound goes there; where not, it goes to the machine's default. */
  async chooseOutput(use: 'air' | 'cue', id: string): Promise<boolean> {
    this.sinks.choose(use, id);
    this.tellRehearsal();
    if (use === 'cue' && !this.sinks.rehearses) return true;
    const sent = await sendTo(this.open().context, this.sinks.main);
    if (sent) this.happen({ type: 'deviceChosen' });
    else this.happen({ type: 'deviceLost' });
    return sent;
  }

  get mayPreview(): boolean {
    return this.sinks.isApart;
  }

  /** Nothing of a rehearsal goes into the log. */
  async rehearse(on: boolean): Promise<void> {
    if (this.sinks.rehearses === on) return;
    this.sinks.rehearses = on;
    this.tellRehearsal();
    await sendTo(this.open().context, this.sinks.main);
  }

  private tellRehearsal(): void {
    this.tell({ rehearses: this.sinks.rehearses ? (this.sinks.isApart ? 'apart' : 'onAir') : null });
  }

  private get logs(): boolean {
    return !this.sinks.rehearses;
  }

  async startPreview(assetId: string): Promise<void> {
    this.endPreview();
    const buffer = await this.soundOf(this.material(assetId)).catch(() => null);
    if (buffer && this.mayPreview) await this.preview.start(assetId, buffer, this.sinks.cue);
  }

  endPreview(): void {
    this.preview.end();
  }

  levels() {
    return this.air?.meter.levels() ?? [];
  }

  complain(fault: Reason): void {
    this.tell({ faults: [...this.view.faults, fault].slice(-MOST_FAULTS) });
  }

  forgive(): void {
    this.tell({ faults: [] });
  }

  // ---- within

  private perform(effect: CartEffect): void {
    switch (effect.type) {
      case 'start':
        return void this.startVoice(effect.voiceId, effect.slot);
      case 'stop':
        return this.stopVoice(effect.voiceId, effect.fadeMs);
      case 'duck':
        return duck(this.open().graph, effect.db);
      case 'fallBack':
        return void sendTo(this.open().context, '');
      default:
        return effect satisfies never;
    }
  }

  private async startVoice(voiceId: string, { assetId, manner }: Slot): Promise<void> {
    const material = this.material(assetId);
    const key: KeySound = { assetId, sounding: null, logId: null, cutAt: null };
    this.keys.set(voiceId, key);
    this.tellKeys();
    const buffer = await this.soundOf(material).catch(() => null);
    // Stopped while it was loaded.
    if (!this.keys.has(voiceId)) return;
    if (!buffer || !material) {
      this.complain(reason('cart.notLoaded', { name: material?.name ?? assetId }));
      return this.forget(voiceId);
    }
    const { graph, context } = this.open();
    const sounding = startKey(graph, buffer, manner, context.currentTime + KEY_LEAD_S);
    const { hash, name } = material;
    const plannedMs = Number.isFinite(sounding.endsAt) ? Math.round((sounding.endsAt - sounding.startsAt) * 1000) : 0;
    const what = { assetId, name, hash, bookingId: null, plannedStart: null, plannedMs };
    key.sounding = sounding;
    key.logId = this.logs ? this.airLog.follow(what, sounding) : null;
    sounding.source.onended = () => {
      if (key.logId) this.airLog.ended(key.logId, key.cutAt, reason('cart.faded'));
      this.forget(voiceId);
    };
    this.tellKeys();
  }

  private stopVoice(voiceId: string, fadeMs: number): void {
    const key = this.keys.get(voiceId);
    if (!key?.sounding) return this.forget(voiceId);
    const end = fadeAway(key.sounding, this.open().context.currentTime, fadeMs);
    key.cutAt = Math.min(end, key.cutAt ?? end);
    this.tellKeys();
  }

  private forget(voiceId: string): void {
    this.keys.delete(voiceId);
    this.happen({ type: 'ended', voiceId });
    this.tellKeys();
  }

  private soundOf(material: ReadyMaterial | null): Promise<AudioBuffer> {
    return material ? this.need.store.get(material) : Promise.reject(new Error('no material'));
  }

  private open() {
    if (this.air) return this.air;
    const context = new AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: 'interactive' });
    const graph = makeGraph(context);
    this.air = { context, graph, meter: new Meter(context, graph.master) };
    context.addEventListener('statechange', () => this.tell({ running: context.state === 'running' }));
    return this.air;
  }

  private tellKeys(): void {
    const { voices } = this.view.state;
    const now = performance.now();
    const at = this.air?.context.currentTime ?? 0;
    const keys = [...this.keys].map(([voiceId, { assetId, sounding }]): KeyView => {
      const fading = voices.some(({ id, fading: is }) => id === voiceId && is);
      if (!sounding) return { assetId, startedAt: null, ms: null, fading };
      const ms = Number.isFinite(sounding.endsAt) ? (sounding.endsAt - sounding.startsAt) * 1000 : null;
      return { assetId, startedAt: now + (sounding.startsAt - at) * 1000, ms, fading };
    });
    this.tell({ keys });
  }

  private tell(part: Partial<EngineView>): void {
    this.view = { ...this.view, ...part };
    for (const listener of this.listeners) listener();
  }
}

/** Whether a break has it on, or before it. */
function hasToCome({ plan, startedAt }: BreakView, assetId: string): boolean {
  const gone = startedAt === null ? 0 : performance.now() - startedAt;
  return plan.lines.some(
    ({ spot, material, startMs, ms }) => spot.assetId === assetId && material && startMs + ms > gone,
  );
}
