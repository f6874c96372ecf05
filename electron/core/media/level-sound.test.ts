import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { made } from '../../../tests/fixtures/media';
import { decideRendition } from '../../domain/rendition';
import { createMedia, type Media } from './index';
import { correctionFor } from './level-sound';

const measured = (integratedLufs: number, truePeakDbtp: number) => ({
  ...{ integratedLufs, truePeakDbtp, rangeLu: 3, thresholdLufs: integratedLufs - 10 },
});
const NONE = { trimDb: 0, ceiling: -1.5 };

describe('the next attempt', () => {
  it('is none where the file is as it must be, or nothing was measured', () => {
    expect(correctionFor(-16, measured(-16.1, -1.2), NONE)).toBeNull();
    expect(correctionFor(-16, null, NONE)).toBeNull();
  });
  it('gives what is missing, at most 12 dB, and holds peaks lower where coding raised them', () => {
    expect(correctionFor(-16, measured(-18, -2), NONE)).toEqual({ trimDb: 2, ceiling: -1.5 });
    expect(correctionFor(-16, measured(-40, -2), NONE)).toEqual({ trimDb: 12, ceiling: -1.5 });
    expect(correctionFor(-16, measured(-16, -0.5), NONE)?.ceiling).toBeCloseTo(-2.3);
  });
});

const lavfi = (graph: string) => ['-f', 'lavfi', '-i', graph, '-ac', '2', '-ar', '48000'];
/** Loud words between long quiet ones. */
const DYNAMIC = `aevalsrc='if(lt(mod(t,4),0.4),0.8,0.02)*sin(2*PI*300*t)':s=48000:d=8`;
const SOURCES = [
  { name: 'very quiet', args: lavfi('sine=440:sample_rate=48000:duration=3,volume=-35dB'), near: 0.5 },
  { name: 'very loud', args: lavfi('anoisesrc=c=white:r=48000:d=3:seed=3:a=1'), near: 0.5 },
  { name: 'jingle of 2 s', args: lavfi('sine=660:sample_rate=48000:duration=2,volume=-12dB'), near: 0.5 },
  { name: 'sting of 0.6 s', args: lavfi('anoisesrc=c=pink:r=48000:d=0.6:seed=5:a=0.2'), near: 0.5 },
  { name: 'dynamic', args: lavfi(DYNAMIC), near: 0.5 },
  {
    name: 'clicks',
    args: lavfi(`aevalsrc='if(lt(mod(t,0.5),0.0004),0.99,0.002*sin(2*PI*500*t))':s=48000:d=3`),
    near: 20,
  },
] as const;

describe('sound for the radio, measured on the finished file', { timeout: 60_000 }, () => {
  let media: Media;
  let dir: string;
  beforeAll(async () => {
    media = await createMedia();
    dir = await mkdtemp(join(tmpdir(), 'suar-level-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it.each(SOURCES)('$name', async ({ name, args, near }) => {
    const work = { signal: new AbortController().signal, progress: () => {} };
    const source = await made(`${name.replaceAll(' ', '-')}.wav`, args);
    const probe = await media.probe(source, name, work);
    const { decision } = decideRendition(probe, null, 0, -16);
    if (decision !== 'transcode') throw new Error(decision);
    const order = { source, probe, profile: null, inMs: 0, decision, audioLoudnessLufs: -16 };
    const { loudness } = await media.render(order, join(dir, `${name}.m4a`), work);
    process.stdout.write(`radio ${name}: ${JSON.stringify(loudness)}\n`);
    expect(loudness?.truePeakDbtp).toBeLessThanOrEqual(-1);
    expect(Math.abs((loudness?.integratedLufs ?? 0) + 16)).toBeLessThanOrEqual(near);
  });

  it('has nothing measured of what is shorter than a block of EBU R128, and leaves it as it came', async () => {
    const work = { signal: new AbortController().signal, progress: () => {} };
    const source = await made('blip.wav', lavfi('sine=440:sample_rate=48000:duration=0.3,volume=-6dB'));
    const probe = await media.probe(source, 'blip', work);
    const order = { source, probe, profile: null, inMs: 0, decision: 'transcode' as const, audioLoudnessLufs: -16 };
    const described = await media.render(order, join(dir, 'blip.m4a'), work);
    expect(described.loudness).toBeNull();
    expect(described.durationMs).toBe(300);
  });
});
