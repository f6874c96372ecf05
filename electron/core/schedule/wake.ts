/**
 * When to look at the timelines again: at the next edge of a booking, at a set hour each day, and after the system clock
 * has jumped. node-schedule counts down with timers, which know nothing of a clock that is set: after a jump forward it
 * would oversleep, so wall clock and monotonic clock are compared each second and everything is set anew.
 */
import schedule from 'node-schedule';
import type { Zone } from '../../contract/scalars';
import { timeMs } from '../../domain/calendar';
import type { Clock } from '../store';

const CHECK_MS = 1000;
/** A smaller step is left to the next regular wake. */
const JUMP_MS = 2000;
/** node-schedule silently drops a date that is already past. */
const SOON_MS = 50;

export interface WakeOptions {
  clock: Clock;
  /** Monotonic milliseconds. */
  monotonic?: () => number;
  onEdge(): void;
  onDaily(): void;
  /** `byMs` is how far the wall clock was moved. */
  onJump(byMs: number): void;
}

export interface Wake {
  /** Calls `onEdge` at this instant instead of the one before; null for never. One that has passed is due at once. */
  atEdge(instant: number | null): void;
  /** Calls `onDaily` at this wall-clock time. `24:00:00` is `00:00:00`. */
  daily(time: string, zone: Zone): void;
  stop(): void;
}

export function createWake({ clock, monotonic = () => performance.now(), onEdge, onDaily, onJump }: WakeOptions): Wake {
  let edge: schedule.Job | null = null;
  let edgeAt: number | null = null;
  let everyDay: schedule.Job | null = null;
  let dailyAt: [time: string, zone: Zone] | null = null;

  const setDaily = (time: string, zone: Zone) => {
    everyDay?.cancel();
    dailyAt = [time, zone];
    everyDay = schedule.scheduleJob(dailyRule(time, zone), onDaily);
  };
  const wake: Wake = {
    atEdge(instant) {
      edge?.cancel();
      edgeAt = instant;
      // Counted from node-schedule's own clock.
      const inMs = instant === null ? null : Math.max(instant - clock.now(), SOON_MS);
      edge = inMs === null ? null : schedule.scheduleJob(new Date(Date.now() + inMs), onEdge);
    },
    // Setting it takes node-schedule milliseconds: not for every setting that is saved.
    daily(time, zone) {
      if (dailyAt?.[0] !== time || dailyAt[1] !== zone) setDaily(time, zone);
    },
    stop() {
      clearInterval(watch);
      edge?.cancel();
      everyDay?.cancel();
    },
  };
  const watch = watchClock(clock, monotonic, (byMs) => {
    if (dailyAt) setDaily(...dailyAt);
    wake.atEdge(edgeAt);
    onJump(byMs);
  });
  return wake;
}

function watchClock(clock: Clock, monotonic: () => number, jumped: (byMs: number) => void): NodeJS.Timeout {
  let offset = clock.now() - monotonic();
  return setInterval(() => {
    const now = clock.now() - monotonic();
    const byMs = Math.round(now - offset);
    offset = now;
    if (Math.abs(byMs) >= JUMP_MS) jumped(byMs);
  }, CHECK_MS);
}

function dailyRule(time: string, zone: Zone): schedule.RecurrenceRule {
  const seconds = Math.floor(timeMs(time) / 1000) % 86_400;
  const rule = new schedule.RecurrenceRule();
  rule.hour = Math.floor(seconds / 3600);
  rule.minute = Math.floor(seconds / 60) % 60;
  rule.second = seconds % 60;
  rule.tz = zone;
  return rule;
}
