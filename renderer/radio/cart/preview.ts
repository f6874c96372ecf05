/** Where sound goes, and what is listened to beforehand on an output of its own. */
import { SAMPLE_RATE } from './graph';
import { sendTo } from './outputs';

/** Ids of outputs; empty for the machine's default. */
export class Sinks {
  private chosen = { air: '', cue: '' };
  /** What is rehearsed must not be heard on air, where there is anywhere else for it. */
  rehearses = false;

  choose(use: 'air' | 'cue', id: string): void {
    this.chosen = { ...this.chosen, [use]: id };
  }

  /** Where the cart plays now. */
  get main(): string {
    return this.rehearses && this.isApart ? this.chosen.cue : this.chosen.air;
  }

  get cue(): string {
    return this.chosen.cue;
  }

  /** Another output than the broadcast's, or nothing is listened to: it would be heard on air. */
  get isApart(): boolean {
    return this.chosen.cue !== '' && this.chosen.cue !== this.chosen.air;
  }
}

export class Preview {
  private now: { context: AudioContext; source: AudioBufferSourceNode } | null = null;

  /** `told` hears which asset is listened to; null for none. */
  constructor(private readonly told: (assetId: string | null) => void) {}

  async start(assetId: string, buffer: AudioBuffer, sink: string): Promise<void> {
    const context = new AudioContext({ sampleRate: SAMPLE_RATE });
    if (!(await sendTo(context, sink))) return void context.close();
    const source = new AudioBufferSourceNode(context, { buffer });
    source.connect(context.destination);
    source.onended = () => this.end();
    source.start();
    this.now = { context, source };
    this.told(assetId);
  }

  end(): void {
    const { now } = this;
    this.now = null;
    if (!now) return;
    now.source.onended = null;
    void now.context.close();
    this.told(null);
  }
}
