/**
 * Plays the spots of an item as one. Each is laid at the sample at which the one before it ends, some seconds ahead, so that neither a
 * slow disk nor a busy page is heard, and not all of it, so that memory stays bounded. A spot is never cut to fit.
 */
import type { BreakLine, BreakPlan } from './break-plan';
import { fadeAway, type Graph, type Sounding } from './graph';
import { firstJoint, lay } from './lay';

export interface BreakTold {
  /** Laid: it is heard from `startsAt` on, whole, unless the break is left. */
  laid(line: BreakLine, sounding: Sounding, lateS: number): void;
  /** It could not be had; the next one follows in its place. */
  failed(line: BreakLine): void;
  /** Whatever was heard of it is over; `cutAt`: when it was faded away, s, null for its own end. */
  heard(line: BreakLine, sounding: Sounding, cutAt: number | null): void;
  ended(): void;
}

interface OnLine {
  line: BreakLine;
  sounding: Sounding;
  cutAt: number | null;
}

/** Sound that is laid ahead of what is heard. */
const AHEAD_S = 20;
const LOOK_MS = 250;

export class BreakPlayer {
  private readonly open = new Set<OnLine>();
  private left = false;
  private laidAll = false;

  constructor(
    private readonly graph: Graph,
    readonly plan: BreakPlan,
    private readonly load: (line: BreakLine) => Promise<AudioBuffer>,
    private readonly told: BreakTold,
  ) {}

  async play(): Promise<void> {
    const playable = this.plan.lines.filter(({ material }) => material !== null);
    let joint: { next: number } | null = null;
    for (const line of playable) {
      if (joint) await this.untilNear(joint.next);
      const buffer = await this.load(line).catch(() => null);
      if (this.left) return;
      if (!buffer) {
        this.told.failed(line);
        continue;
      }
      const laid = lay(this.graph, buffer, joint ?? firstJoint(this.graph.context));
      joint = laid.joint;
      this.follow(line, laid.sounding);
      this.told.laid(line, laid.sounding, laid.lateS);
    }
    this.laidAll = true;
    this.endIfOver();
  }

  /** Fades what is heard, and drops what was to come. */
  leave(fadeMs: number): void {
    if (this.left) return;
    this.left = true;
    const now = this.graph.context.currentTime;
    for (const each of this.open) {
      if (each.sounding.startsAt > now) this.drop(each);
      else each.cutAt = Math.min(each.sounding.endsAt, fadeAway(each.sounding, now, fadeMs));
    }
    this.endIfOver();
  }

  private follow(line: BreakLine, sounding: Sounding): void {
    const each: OnLine = { line, sounding, cutAt: null };
    this.open.add(each);
    sounding.source.onended = () => {
      if (!this.open.delete(each)) return;
      this.told.heard(line, sounding, each.cutAt);
      this.endIfOver();
    };
  }

  private drop(each: OnLine): void {
    this.open.delete(each);
    each.sounding.source.onended = null;
    each.sounding.source.stop();
    each.sounding.source.disconnect();
  }

  private endIfOver(): void {
    if (this.open.size === 0 && (this.laidAll || this.left)) this.told.ended();
  }

  private async untilNear(sample: number): Promise<void> {
    const { context } = this.graph;
    while (!this.left && sample / context.sampleRate - context.currentTime > AHEAD_S) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
}
