/** Levels of a context's output, left and right. */
export interface Level {
  /** Highest sample since the last look, dBFS. */
  peakDb: number;
  rmsDb: number;
}

export const FLOOR_DB = -60;
const WINDOW = 2048;

export class Meter {
  private readonly sides: AnalyserNode[];
  private readonly window = new Float32Array(WINDOW);

  constructor(context: BaseAudioContext, from: AudioNode) {
    // What is mono goes to both sides, as the output plays it.
    const stereo = new GainNode(context, { channelCount: 2, channelCountMode: 'explicit' });
    const splitter = context.createChannelSplitter(2);
    from.connect(stereo).connect(splitter);
    this.sides = [0, 1].map((side) => {
      const analyser = new AnalyserNode(context, { fftSize: WINDOW, smoothingTimeConstant: 0 });
      splitter.connect(analyser, side);
      return analyser;
    });
  }

  levels(): Level[] {
    return this.sides.map((side) => {
      side.getFloatTimeDomainData(this.window);
      let [peak, sum] = [0, 0];
      for (const sample of this.window) {
        peak = Math.max(peak, Math.abs(sample));
        sum += sample * sample;
      }
      return { peakDb: decibels(peak), rmsDb: decibels(Math.sqrt(sum / WINDOW)) };
    });
  }
}

export const decibels = (level: number): number => Math.max(FLOOR_DB, 20 * Math.log10(level || 1e-9));
