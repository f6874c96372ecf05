/**
 * A planned stretch on a real page whose clock is driven: the page plays alone, as fast as it is driven, and comes back to its
 * station at set times to hand over its plays and to be told of what comes next, as at a horizon's push.
 *
 * The clock stands while the page does what takes real time however fast its clock runs: decoding the next still, and the first
 * steps of a connection. At 600x thirty seconds are fifty milliseconds, which a busy machine may need for that alone; and Chromium
 * holds a connection back by up to five seconds where many before it failed, as they do while the page plays alone.
 */
import type { Browser, Page } from 'playwright';
import type { PlayReport } from '../../../electron/contract/records/play';
import type { Clip, Timeline } from '../../../electron/contract/records/timeline';
import { reason } from '../../../electron/contract/scalars';
import { compile } from '../../../electron/domain/compile';
import { at, booking, idFor, inputFor, ofAsset, still } from '../../../electron/domain/compile-fixtures';
import { policyOf } from '../../../electron/domain/traffic/fixtures';
import type { MadeClip } from './clips';
import type { DisplayStation } from './display-station';

type Plan = Pick<Timeline, 'from' | 'until' | 'clips' | 'entries'>;

const HOUR_MS = 3_600_000;
const DAY = '2026-03-02';
const STILL_MS = 30_000;
/** The page opens so long before the first entry. */
const LEAD_MS = 20_000;
/** Told beyond what is played before the next visit to the station. */
const BEYOND_MS = HOUR_MS;
/** What the player itself calls on time. */
const ON_TIME_MS = 500;
/** Driven so far past an instant, so that what is due then has come. */
const PAST_MS = 50;
const STEP_MS = 100;
/** The clock leaps so far when it is stopped: Playwright stops it at an instant to come only. */
const LEAP_MS = 1000;

export interface Simulation {
  /** Hours of the demo station's day, such as 6 to 22 while it is open, 0 to 24 with the dark before and after. */
  fromHour: number;
  toHour: number;
  /** Visits to the station, hours of the day. */
  visits: readonly number[];
  /** Driven no faster than this; as fast as the machine goes where it cannot keep up. */
  speed: number;
}

export interface Outcome {
  entries: number;
  /** In the log, of those entries. Only what is booked counts. */
  plays: number;
  /** What is not as planned, in words: missing, twice, late, or not shown. */
  mismatches: string[];
  /** The furthest that any play began or ended from its plan, ms. */
  asideMs: number;
  /** Of what was driven, in station time by real time. */
  speed: number;
}

/** The demo station's loop on one day: ten slots of 30 s, each held by a still, between openings black. */
export function plannedDay(stills: readonly MadeClip[]): (fromHour: number, toHour: number) => Plan {
  const assets = Array.from({ length: 10 }, (_, n) => still(n + 1));
  const bookings = assets.map((asset, n) =>
    booking(n + 1, ofAsset(asset), { how: { kind: 'slot', slot: n + 1, every: 1, first: 0 } }),
  );
  const input = { assets, bookings, policy: policyOf(), station: { stillMs: STILL_MS } };
  const midnight = at(`${DAY} 00:00:00`);
  const shown = (clip: Clip): Clip => {
    if (clip.kind === 'slate') return clip;
    const n = bookings.findIndex(({ id }) => id === clip.bookingId);
    const made = stills[n % stills.length] as MadeClip;
    return { ...made.clip, bookingId: clip.bookingId, assetId: idFor('A', n + 1), because: reason('why.slot') };
  };
  return (fromHour, toHour) => {
    const plan = compile(inputFor(input, midnight + fromHour * HOUR_MS, midnight + toHour * HOUR_MS));
    return { from: plan.from, until: plan.until, clips: plan.clips.map(shown), entries: plan.entries };
  };
}

/** Plays it on a page of its own. The station must be started and offer the stills; it is left started. */
export async function simulate(
  browser: Browser,
  station: DisplayStation,
  plans: (fromHour: number, toHour: number) => Plan,
  { fromHour, toHour, visits, speed }: Simulation,
): Promise<Outcome> {
  const whole = plans(fromHour, toHour);
  const ends = [...visits, toHour].map((hour) => at(`${DAY} 00:00:00`) + hour * HOUR_MS);
  const context = await browser.newContext({ viewport: { width: 512, height: 256 } });
  try {
    const page = await context.newPage();
    const clock = new DrivenClock(page, station, speed, whole);
    const first = tell(station, plans, fromHour, ends[0] ?? whole.until);
    await clock.open(whole.from - LEAD_MS);
    await holds(station, first);
    await clock.leave();
    for (const [leg, end] of ends.entries()) {
      await clock.to(end);
      // The last entry of a leg is on; of the whole, it ends.
      await clock.run(end === ends.at(-1) ? end + PAST_MS - clock.played : 0);
      const next = ends[leg + 1];
      const told = next === undefined ? null : tell(station, plans, hourOf(clock.played), next);
      const due = booked(whole).filter(([, start, ms]) => start + ms <= clock.played).length;
      await clock.visit(() => countOf(station.plays, whole) >= due);
      if (!told) continue;
      await holds(station, told);
      await clock.leave();
    }
    return { ...compare(whole, station.plays), speed: clock.speed };
  } finally {
    await context.close();
  }
}

/**
 * Until the page has this timeline with all its files. A page that knows of no timeline lacks nothing: it is asked for its files
 * one by one, and twice, since it says what it lacks a moment after it was told.
 */
async function holds(station: DisplayStation, { revision, clips }: Timeline): Promise<void> {
  const paths = clips.flatMap((clip) => (clip.kind === 'slate' ? [] : [`/media/${clip.hash}`]));
  const isHeld = () => {
    const said = station.messages.findLast((message) => message.type === 'holds');
    return said?.revision === revision && said.missing.length === 0;
  };
  for (let times = 0; times < 2; times++) {
    await until(() => paths.every((path) => station.requests.includes(path)) && isHeld());
    await pause(300);
  }
}

const hourOf = (instant: number) => Math.floor((instant - at(`${DAY} 00:00:00`)) / (HOUR_MS / 4)) / 4;

function tell(station: DisplayStation, plans: (from: number, to: number) => Plan, fromHour: number, end: number) {
  return station.push(plans(fromHour, (end + BEYOND_MS - at(`${DAY} 00:00:00`)) / HOUR_MS));
}

/** The page's clock, and when its station is there. */
class DrivenClock {
  /** Up to where the page was driven, station time. */
  played = 0;
  private drivenMs = 0;
  private tookMs = 0;
  private readonly starts: readonly number[];

  constructor(
    private readonly page: Page,
    private readonly station: DisplayStation,
    private readonly mostSpeed: number,
    { entries }: Pick<Plan, 'entries'>,
  ) {
    this.starts = entries.map(([, start]) => start);
  }

  get speed(): number {
    return this.drivenMs / this.tookMs;
  }

  async open(instant: number): Promise<void> {
    this.station.clockOffMs = instant - Date.now();
    await this.page.clock.install({ time: instant });
    await this.page.addInitScript(watchLine);
    await this.page.goto(`${this.station.url}/display?once=${this.station.code}`);
  }

  /** From here on the page plays alone: no clock but the driven one is heard of. */
  async leave(): Promise<void> {
    await this.station.kill();
    const now = await this.now();
    // An entry in the leap would come on as much late as it lies before its end.
    const next = this.starts.find((start) => start > now && start < now + 2 * LEAP_MS);
    if (next !== undefined) await until(() => this.page.evaluate(isOn, next));
    await this.page.clock.pauseAt((await this.now()) + LEAP_MS);
    this.played = await this.now();
  }

  /** As far as the last entry that begins before an instant; at each until it is on the panel and the one after it is ready. */
  async to(end: number): Promise<void> {
    for (const start of this.starts) {
      if (start <= this.played || start >= end) continue;
      await this.run(start + PAST_MS - this.played);
      await until(() => this.page.evaluate(isOn, start));
    }
  }

  /** As long as it takes at the wanted speed, or longer. */
  async run(ms: number): Promise<void> {
    const begun = performance.now();
    if (ms > 0) await this.page.clock.runFor(Math.round(ms));
    const before = this.played;
    this.played = await this.now();
    this.drivenMs += this.played - before;
    const left = (this.played - before) / this.mostSpeed - (performance.now() - begun);
    if (left > 0) await pause(left);
    this.tookMs += performance.now() - begun;
  }

  /** The station is there again: the page finds it, at the pace of real time hands over its plays and takes what it is told. */
  async visit(isDone: () => boolean): Promise<void> {
    await this.station.start();
    const heard = this.station.messages.length;
    while (this.station.messages.length === heard) {
      const next = this.played + STEP_MS;
      await this.to(next);
      if (this.played < next) await this.run(next - this.played);
      this.station.clockOffMs = this.played - Date.now();
      // Driven on, the page would give up a connection that its browser has not even begun.
      await until(async () => !(await this.page.evaluate(isConnecting)));
      await pause(5);
    }
    this.station.clockOffMs = (await this.now()) - Date.now();
    await this.page.clock.resume();
    await until(isDone);
  }

  private now(): Promise<number> {
    return this.page.evaluate(() => window.__suarDisplay.stationNow);
  }
}

/** Asked in the page: the entry has come on, and the still that waits under it is decoded. */
async function isOn(start: number): Promise<boolean> {
  const waiting = document.querySelector('.surface.under');
  if (window.__suarDisplay.changes.at(-1)?.planned !== start) return false;
  if (!(waiting instanceof HTMLImageElement)) return true;
  if (!waiting.complete || waiting.naturalWidth === 0) return false;
  await waiting.decode();
  return true;
}

/** Run in the page before its own: keeps its newest connection where `isConnecting` finds it. */
function watchLine(): void {
  const Real = window.WebSocket;
  window.WebSocket = class extends Real {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      Object.assign(window, { suarLine: this });
    }
  };
}

/** Asked in the page. */
const isConnecting = () =>
  (window as unknown as { suarLine?: WebSocket }).suarLine?.readyState === WebSocket.CONNECTING;

/** Black is cut to whatever stretch is asked about: its length says nothing. */
const booked = ({ clips, entries }: Plan) => entries.filter(([clip]) => clips[clip]?.bookingId != null);
const plannedIn = (whole: Plan) => new Set(booked(whole).map(([, start]) => start));

function countOf(plays: readonly PlayReport[], whole: Plan): number {
  const planned = plannedIn(whole);
  return new Set(plays.map(({ plannedStart }) => plannedStart).filter((start) => planned.has(start))).size;
}

/** Every entry against the log; each play counts once, by its id, as it last came. */
function compare(whole: Plan, log: readonly PlayReport[]): Omit<Outcome, 'speed'> {
  const planned = plannedIn(whole);
  const plays = [...new Map(log.map((play) => [play.id, play])).values()].filter((play) =>
    planned.has(play.plannedStart),
  );
  const mismatches: string[] = [];
  let asideMs = 0;
  for (const [clip, start, ms] of booked(whole)) {
    const its = plays.filter((play) => play.plannedStart === start);
    const [play] = its;
    const name = new Date(start).toISOString();
    if (its.length !== 1 || !play) mismatches.push(`${name}: ${its.length} plays`);
    else {
      const aside = Math.max(Math.abs(play.startedAt - start), Math.abs(play.endedAt - start - ms));
      asideMs = Math.max(asideMs, aside);
      const same = play.bookingId === (whole.clips[clip]?.bookingId ?? null) && play.plannedMs === ms;
      if (!same || play.outcome !== 'shown' || aside > ON_TIME_MS)
        mismatches.push(`${name}: ${play.outcome} ${play.bookingId}, ${aside} ms aside, ${play.because?.code ?? ''}`);
    }
  }
  return { entries: booked(whole).length, plays: plays.length, mismatches, asideMs };
}

const pause = (ms: number) => new Promise((wait) => setTimeout(wait, ms));

/** @throws when it does not hold within half a minute */
async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 30_000; performance.now() < end; await pause(2)) if (await check()) return;
  throw new Error(`not within 30 s: ${check}`);
}
