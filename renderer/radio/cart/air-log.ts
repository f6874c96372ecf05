/** Turns what sounds into plays: real starts and ends by the sample clock, on the station's clock. */
import type { PlayReport } from '../../../electron/contract/records/play';
import type { Reason } from '../../../electron/contract/scalars';
import { newId } from '../../../electron/contract/ulid';
import { airTimeOf, type Stamps } from './air-time';
import type { Sounding } from './graph';
import type { PlayLog } from './play-log';

export interface Sounds {
  assetId: string;
  name: string;
  hash: string;
  bookingId: string | null;
  /** Null: as it was pressed. */
  plannedStart: number | null;
  plannedMs: number;
}

interface Followed {
  id: string;
  /** As first told, epoch ms; null before it began. */
  startedAt: number | null;
  what: Sounds;
  sounding: Sounding;
}

const TICK_MS = 100;
const ALIVE_MS = 1000;
const STEADY_MS = 250;
/** Shorter by more than this it was not heard to its end. */
const WHOLE_S = 0.005;

export interface AirLogNeed {
  log: Pick<PlayLog, 'begin' | 'alive' | 'end' | 'skip' | 'flush'>;
  context: () => AudioContext;
  airNow: () => number;
  /** Null: this machine's clock was never set by the station's. */
  offsetMs: () => number | null;
}

export class AirLog {
  private readonly followed = new Map<string, Followed>();
  private timer: ReturnType<typeof setInterval> | null = null;
  private aliveAt = 0;

  constructor(private readonly need: AirLogNeed) {}

  /** From here on it is followed until `ended`. Returns its id in the log. */
  follow(what: Sounds, sounding: Sounding): string {
    const id = newId();
    this.followed.set(id, { id, what, sounding, startedAt: null });
    this.timer ??= setInterval(() => this.tick(), TICK_MS);
    return id;
  }

  /** `cutAt`: when it was faded away, s of the context. */
  ended(id: string, cutAt: number | null, because: Reason | null): void {
    const followed = this.followed.get(id);
    if (!followed) return;
    const { sounding } = followed;
    const end = Math.min(cutAt ?? Number.POSITIVE_INFINITY, sounding.endsAt);
    if (end <= sounding.startsAt) this.followed.delete(id);
    else this.close(followed, end, because);
    this.rest();
  }

  /** One that could not be had. */
  skipped(what: Sounds, because: Reason): void {
    const at = Math.round(this.need.airNow());
    const report = this.reportOf(newId(), what, at, at);
    this.need.log.skip({ ...report, plannedStart: what.plannedStart ?? at, outcome: 'skipped', because });
    void this.need.log.flush().catch(() => undefined);
  }

  /** Epoch ms on the station's clock at which the context's time `at` is heard. */
  airTime(at: number): number {
    return airTimeOf(at, this.stamps());
  }

  private close(followed: Followed, end: number, because: Reason | null): void {
    const { id, sounding } = followed;
    const told = followed.startedAt ?? this.begin(followed);
    this.followed.delete(id);
    // What leaves the output is known better after some seconds than right after the first sample; further off, the sound stood still.
    const known = this.airTime(sounding.startsAt);
    const startedAt = Math.abs(known - told) < STEADY_MS ? known : told;
    const whole = end >= sounding.endsAt - WHOLE_S || !Number.isFinite(sounding.endsAt);
    this.need.log.end(id, {
      startedAt,
      endedAt: Math.max(startedAt, this.airTime(end)),
      frames: this.framesOf(sounding, end),
      outcome: whole ? 'shown' : 'partial',
      because: whole ? null : because,
    });
    void this.need.log.flush().catch(() => undefined);
  }

  private begin(followed: Followed): number {
    const { id, what, sounding } = followed;
    const startedAt = this.airTime(sounding.startsAt);
    followed.startedAt = startedAt;
    this.need.log.begin(this.reportOf(id, what, startedAt, startedAt), what.name);
    return startedAt;
  }

  private tick(): void {
    const { context, log, airNow } = this.need;
    const { currentTime } = context();
    for (const each of this.followed.values()) {
      if (each.startedAt === null && currentTime >= each.sounding.startsAt) this.begin(each);
    }
    if (performance.now() - this.aliveAt < ALIVE_MS) return;
    this.aliveAt = performance.now();
    const heard = [...this.followed.values()].filter(({ startedAt }) => startedAt !== null);
    const framesOf = (id: string) => {
      const sounding = this.followed.get(id)?.sounding;
      return sounding ? this.framesOf(sounding, Math.min(currentTime, sounding.endsAt)) : 0;
    };
    log.alive(new Set(heard.map(({ id }) => id)), Math.round(airNow()), framesOf);
  }

  private rest(): void {
    if (this.followed.size > 0 || !this.timer) return;
    clearInterval(this.timer);
    this.timer = null;
  }

  private framesOf({ startsAt }: Sounding, until: number): number {
    return Math.max(0, Math.round((until - startsAt) * this.need.context().sampleRate));
  }

  private reportOf(id: string, what: Sounds, startedAt: number, endedAt: number): PlayReport {
    const { assetId, hash, bookingId, plannedStart, plannedMs } = what;
    return {
      ...{ id, bookingId, assetId, hash, revision: 1, plannedStart: plannedStart ?? startedAt, plannedMs },
      ...{ startedAt, endedAt, frames: 0, outcome: 'interrupted', because: null, clockOffsetMs: this.need.offsetMs() },
    };
  }

  private stamps(): Stamps {
    const context = this.need.context();
    const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
    return {
      contextTime,
      performanceTime,
      currentTime: context.currentTime,
      performanceNow: performance.now(),
      airNow: this.need.airNow(),
    };
  }
}
