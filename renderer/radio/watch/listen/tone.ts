/** A tone for whoever does not look, on an output of their choice: never on the one that is on air. */

export interface Tone {
  /** Sounds while `on`. `output`: a device's id, empty for the machine's own. */
  set(on: boolean, output: string): void;
}

const BEEP_MS = 1200;
const LONG_S = 0.25;
const HERTZ = 880;
const GAIN = 0.2;

export function createTone(): Tone {
  let timer: ReturnType<typeof setInterval> | null = null;
  let context: AudioContext | null = null;

  function stop(): void {
    if (timer) clearInterval(timer);
    timer = null;
    void context?.close();
    context = null;
  }

  async function start(output: string): Promise<void> {
    context = new AudioContext();
    if (output !== '' && !(await sendTo(context, output))) return stop();
    timer = setInterval(() => context && beep(context), BEEP_MS);
    beep(context);
  }

  return {
    set(on, output) {
      if (on === (context !== null)) return;
      if (on) void start(output).catch(stop);
      else stop();
    },
  };
}

/** False where the browser cannot, or the output is gone: better no tone than one on air. */
async function sendTo(context: AudioContext, output: string): Promise<boolean> {
  if (!('setSinkId' in context) || typeof context.setSinkId !== 'function') return false;
  try {
    await context.setSinkId(output);
    return true;
  } catch {
    return false;
  }
}

function beep(context: AudioContext): void {
  const gain = new GainNode(context, { gain: GAIN });
  const tone = new OscillatorNode(context, { frequency: HERTZ });
  tone.connect(gain).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + LONG_S);
}
