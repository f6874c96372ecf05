/** Measures a stream, ten times a second. */
import { z } from 'zod';
import workletUrl from './meter-worklet.js?url&no-inline';

const Told = z.object({ ms: z.number(), rms: z.number(), truePeak: z.number() });

export interface Level {
  ms: number;
  rmsDb: number;
  truePeakDb: number;
}

export interface Meter {
  /** False while the browser waits for a person's click before it measures. */
  runs(): boolean;
  resume(): void;
  close(): void;
}

const FLOOR_DB = -120;
const dbOf = (amplitude: number): number => (amplitude > 0 ? Math.max(FLOOR_DB, 20 * Math.log10(amplitude)) : FLOOR_DB);

export async function openMeter(stream: MediaStream, onLevel: (level: Level) => void): Promise<Meter> {
  const context = new AudioContext({ latencyHint: 'playback' });
  try {
    await context.audioWorklet.addModule(workletUrl);
  } catch (fault) {
    await context.close();
    throw fault;
  }
  const node = new AudioWorkletNode(context, 'suar-meter', { numberOfInputs: 1, numberOfOutputs: 1 });
  node.port.onmessage = ({ data }) => {
    const told = Told.safeParse(data);
    if (!told.success) return;
    const { ms, rms, truePeak } = told.data;
    onLevel({ ms, rmsDb: dbOf(rms), truePeakDb: dbOf(truePeak) });
  };
  const source = context.createMediaStreamSource(stream);
  source.connect(node);
  // It gives out nothing; without a way to the output some browsers would not run it.
  node.connect(context.destination);
  const resume = () => void context.resume().catch(() => {});
  resume();
  return {
    runs: () => context.state === 'running',
    resume,
    close() {
      source.disconnect();
      node.port.onmessage = null;
      void context.close();
    },
  };
}
