/** Measures sound as it passes, in the audio thread: RMS and true peak of a tenth of a second. Served as a file of its own. */
/* global AudioWorkletProcessor, registerProcessor, sampleRate */

/** Four times oversampling, ITU-R BS.1770-4 annex 2: one row a phase, of which the last two are the first two backwards. */
const HALF = [
  [
    0.001708984375, 0.010986328125, -0.0196533203125, 0.033203125, -0.0594482421875, 0.1373291015625, 0.97216796875,
    -0.102294921875, 0.047607421875, -0.026611328125, 0.014892578125, -0.00830078125,
  ],
  [
    -0.0291748046875, 0.029296875, -0.0517578125, 0.089111328125, -0.16650390625, 0.465087890625, 0.77978515625,
    -0.2003173828125, 0.1015625, -0.0582275390625, 0.0330810546875, -0.0189208984375,
  ],
];
const PHASES = [HALF[0], HALF[1], [...HALF[1]].reverse(), [...HALF[0]].reverse()].map((row) => new Float64Array(row));
const TAPS = 12;

class Channel {
  squares = 0;
  truePeak = 0;
  /** Twice, so that the newest twelve always lie in one piece. */
  line = new Float64Array(2 * TAPS);
  place = 0;

  take(samples) {
    for (let at = 0; at < samples.length; at += 1) {
      const sample = samples[at];
      this.squares += sample * sample;
      this.place = this.place === 0 ? TAPS - 1 : this.place - 1;
      this.line[this.place] = sample;
      this.line[this.place + TAPS] = sample;
      this.peak(Math.abs(sample));
    }
  }

  peak(sample) {
    if (sample > this.truePeak) this.truePeak = sample;
    for (let phase = 0; phase < PHASES.length; phase += 1) {
      const row = PHASES[phase];
      let sum = 0;
      for (let tap = 0; tap < TAPS; tap += 1) sum += row[tap] * this.line[this.place + tap];
      const level = sum < 0 ? -sum : sum;
      if (level > this.truePeak) this.truePeak = level;
    }
  }

  clear() {
    this.squares = 0;
    this.truePeak = 0;
  }
}

class Meter extends AudioWorkletProcessor {
  channels = [];
  count = 0;
  wanted = Math.round(sampleRate / 10);

  process([input]) {
    // A source that is gone gives no channels at all: that is silence, and time goes by all the same.
    const length = input[0]?.length ?? 128;
    while (this.channels.length < input.length) this.channels.push(new Channel());
    for (let at = 0; at < input.length; at += 1) this.channels[at].take(input[at]);
    this.count += length;
    if (this.count >= this.wanted) this.tell();
    return true;
  }

  tell() {
    const rms = Math.max(0, ...this.channels.map(({ squares }) => Math.sqrt(squares / this.count)));
    const truePeak = Math.max(0, ...this.channels.map((channel) => channel.truePeak));
    this.port.postMessage({ ms: (this.count * 1000) / sampleRate, rms, truePeak });
    for (const channel of this.channels) channel.clear();
    this.count = 0;
  }
}

registerProcessor('suar-meter', Meter);
