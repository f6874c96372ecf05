/** Listens to what is played: one analyser for each of two channels, behind them the loudspeakers or nothing. Begins with the first play, as browsers ask. */
import { type Level, levelOf } from './scopes';

const WINDOW = 2048;

export class Ears {
  #context: AudioContext | null = null;
  #gain: GainNode | null = null;
  #analysers: AnalyserNode[] = [];
  #samples = new Float32Array(WINDOW);
  #muted = false;
  readonly #heard = new WeakSet<HTMLMediaElement>();

  /** Has to be called by a key or a press. An element is led here once and for good. */
  hear(media: HTMLMediaElement | null): void {
    if (!media) return;
    const context = this.#open();
    void context.resume();
    if (this.#heard.has(media) || !this.#gain) return;
    this.#heard.add(media);
    const source = context.createMediaElementSource(media);
    const splitter = context.createChannelSplitter(2);
    source.connect(splitter);
    for (const [channel, analyser] of this.#analysers.entries()) splitter.connect(analyser, channel);
    source.connect(this.#gain);
  }

  #open(): AudioContext {
    if (this.#context) return this.#context;
    const context = new AudioContext();
    this.#context = context;
    this.#gain = context.createGain();
    this.#gain.gain.value = this.#muted ? 0 : 1;
    this.#gain.connect(context.destination);
    this.#analysers = [0, 1].map(() => new AnalyserNode(context, { fftSize: WINDOW, smoothingTimeConstant: 0 }));
    return context;
  }

  /** The meters go on, as the sound does on the panel's own cable. */
  mute(muted: boolean): void {
    this.#muted = muted;
    if (this.#gain) this.#gain.gain.value = muted ? 0 : 1;
  }

  /** Left and right, of the last 40 ms; nothing before the first play. */
  levels(): Level[] {
    return this.#analysers.map((analyser) => {
      analyser.getFloatTimeDomainData(this.#samples);
      return levelOf(this.#samples);
    });
  }

  close(): void {
    void this.#context?.close();
    this.#context = null;
    this.#analysers = [];
  }
}
