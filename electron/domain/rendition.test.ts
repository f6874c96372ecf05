import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Probe, VideoStream } from '../contract/records/asset';
import type { Profile } from '../contract/records/display';
import { audioKey, framing, profileKey } from './profile';
import { chosenAudio, decideRendition, soundPlan } from './rendition';

const PANEL: Profile = { width: 800, height: 400, fit: 'contain', frameRate: 25, loudnessLufs: -23 };
const video: VideoStream = {
  index: 0,
  codec: 'h264',
  profile: 'High',
  width: 800,
  height: 400,
  codedWidth: 800,
  codedHeight: 400,
  rotation: 0,
  frameRate: 25,
  variableFrameRate: false,
  pixelFormat: 'yuv420p',
  hdr: false,
  alpha: false,
  interlaced: false,
  bFrames: false,
  gopMs: 1000,
  codecString: 'avc1.64001f',
  startMs: 0,
};
const audio = {
  index: 1,
  codec: 'aac',
  profile: 'LC',
  channels: 2,
  layout: 'stereo',
  sampleRate: 48_000,
  language: null,
  durationMs: 30_010,
  primingSamples: 1024,
};
const conforming: Probe = {
  kind: 'video',
  container: 'mov,mp4,m4a,3gp,3g2,mj2',
  durationMs: 30_000,
  bitRate: 2_000_000,
  video,
  audio: [audio],
  loudness: { integratedLufs: -23.4, truePeakDbtp: -3, rangeLu: 5, thresholdLufs: -33 },
  fragmentedPerTrack: true,
  findings: [],
};
const withVideo = (change: Partial<VideoStream>): Probe => ({ ...conforming, video: { ...video, ...change } });
const decide = (probe: Probe, profile: Profile | null = PANEL, inMs = 0) => {
  const { decision, because } = decideRendition(probe, profile, inMs);
  return [decision, ...because.map(({ code }) => code.replace('decide.', ''))];
};

describe('a picture', () => {
  it('of the right form plays as it is', () => {
    expect(decide(conforming)).toEqual(['as-is', 'conforms']);
    expect(decide(conforming, { ...PANEL, width: 1920, height: 1080, frameRate: 50 })).toEqual(['as-is', 'conforms']);
  });

  it.each<[string, Partial<VideoStream>]>([
    ['codec', { codec: 'hevc' }],
    ['codecProfile', { profile: 'High 10' }],
    ['pixelFormat', { pixelFormat: 'yuvj420p' }],
    ['hdr', { hdr: true }],
    ['alpha', { alpha: true }],
    ['interlaced', { interlaced: true }],
    ['bFrames', { bFrames: true }],
    ['variableFrameRate', { variableFrameRate: true }],
    ['frameRate', { frameRate: 30 }],
    ['keyFrames', { gopMs: 2000 }],
    ['keyFrames', { gopMs: null }],
    ['lateStart', { startMs: 400 }],
    ['lateStart', { startMs: -40 }],
    ['rotation', { rotation: 90, width: 400, height: 400 }],
    ['pixelShape', { codedWidth: 720 }],
    ['tooLarge', { width: 1600, height: 800, codedWidth: 1600, codedHeight: 800 }],
    ['oddSize', { width: 799, codedWidth: 799 }],
  ])('is coded anew for one thing alone: %s', (code, change) => {
    expect(decide(withVideo(change))).toEqual(['transcode', code]);
  });

  it('is coded anew from a trim-in, and where it is too heavy', () => {
    expect(decide(conforming, PANEL, 40)).toEqual(['transcode', 'trimIn']);
    expect(decide({ ...conforming, bitRate: 60_000_000 })).toEqual(['transcode', 'bitRate']);
  });

  it('is copied where only wrapping or sound are off', () => {
    expect(decide({ ...conforming, fragmentedPerTrack: false })).toEqual(['remux', 'container']);
    expect(decide({ ...conforming, audio: [] })).toEqual(['remux', 'addSilence']);
    const loud = { integratedLufs: -14, truePeakDbtp: 0.5, rangeLu: 5, thresholdLufs: -24 };
    expect(decide({ ...conforming, loudness: loud })).toEqual(['remux', 'loudness']);
    expect(decide({ ...conforming, loudness: loud }, { ...PANEL, loudnessLufs: null })).toEqual(['as-is', 'conforms']);
    expect(decide({ ...conforming, loudness: { ...loud, integratedLufs: -23 } })).toEqual(['remux', 'truePeak']);
    expect(decide({ ...conforming, audio: [{ ...audio, channels: 6 }] })).toEqual(['remux', 'soundCodec']);
  });

  it('is not to be had from sound', () => {
    expect(decide({ ...conforming, kind: 'audio', video: null })).toEqual(['impossible', 'noPicture']);
    expect(decide({ ...conforming, audio: [] }, null)).toEqual(['impossible', 'noSound']);
  });
});

describe('a still', () => {
  const still = (change: Partial<VideoStream>): Probe => ({
    ...withVideo({ codec: 'png', frameRate: 0, gopMs: null, pixelFormat: 'rgb24', ...change }),
    kind: 'image',
    audio: [],
    fragmentedPerTrack: false,
  });

  it('plays as it is unless it is larger than needed, turned or transparent', () => {
    expect(decide(still({}))).toEqual(['as-is', 'conforms']);
    expect(decide(still({ width: 801, codedWidth: 801 }))).toEqual(['as-is', 'conforms']);
    expect(decide(still({ width: 4000, height: 3000 }))).toEqual(['transcode', 'tooLarge']);
    expect(decide(still({ rotation: 180 }))).toEqual(['transcode', 'rotation']);
    expect(decide(still({ alpha: true }))).toEqual(['transcode', 'alpha']);
    expect(decide(still({ codec: 'gif' }))).toEqual(['transcode', 'codec']);
  });
});

describe('sound', () => {
  const sound: Probe = { ...conforming, kind: 'audio', video: null, fragmentedPerTrack: false };
  const atRadio = { ...sound, loudness: { integratedLufs: -16, truePeakDbtp: -2, rangeLu: 3, thresholdLufs: -26 } };

  it('alone is brought to the loudness of radio', () => {
    expect(decide(atRadio, null)).toEqual(['as-is', 'conforms']);
    expect(decide(sound, null)).toEqual(['transcode', 'loudness']);
    expect(decide({ ...atRadio, container: 'matroska,webm' }, null)).toEqual(['remux', 'container']);
    expect(decide(atRadio, null, 500)).toEqual(['transcode', 'trimIn']);
  });

  it('is copied beside its picture only where it fits it', () => {
    const plan = (change: object) => soundPlan({ ...conforming, audio: [{ ...audio, ...change }] }, -23, 30_000);
    expect(plan({})).toBe('copy');
    expect(plan({ primingSamples: 1008 })).toBe('copy');
    expect(plan({ primingSamples: 2112 })).toBe('encode');
    expect(plan({ durationMs: 29_000 })).toBe('encode');
    expect(soundPlan({ ...conforming, audio: [] }, -23, 30_000)).toBe('silence');
  });

  it('is the stream the file prefers', () => {
    const second = { ...audio, index: 2, preferred: true };
    expect(chosenAudio({ ...conforming, audio: [audio, second] })?.index).toBe(2);
    expect(decide({ ...conforming, audio: [audio, second] })).toEqual(['remux', 'oneTrack']);
  });
});

const anyProfile = fc.record({
  width: fc.integer({ min: 16, max: 4096 }),
  height: fc.integer({ min: 16, max: 4096 }),
  fit: fc.constantFrom('contain', 'cover', 'stretch', 'crop'),
  frameRate: fc.constantFrom(24, 25, 30, 50, 60),
  loudnessLufs: fc.option(fc.integer({ min: -40, max: -5 })),
}) as fc.Arbitrary<Profile>;
const anySize = fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) });

describe('for every source and panel', () => {
  it('sizes are even, at least 2, never enlarged, never padded', () => {
    fc.assert(
      fc.property(anySize, anyProfile, (source, profile) => {
        const { scaled, kept } = framing(source, profile);
        for (const side of ['width', 'height'] as const) {
          expect(kept[side] % 2).toBe(0);
          expect(kept[side]).toBeGreaterThanOrEqual(2);
          expect(kept[side]).toBeLessThanOrEqual(Math.max(2, scaled[side]));
          expect(scaled[side]).toBeLessThanOrEqual(Math.max(2, source[side]));
        }
        if (profile.fit !== 'crop') expect(kept.width).toBeLessThanOrEqual(Math.max(2, profile.width + 1));
      }),
    );
  });

  it('what a rendition is made to be is never made again', () => {
    fc.assert(
      fc.property(anySize, anyProfile, (source, profile) => {
        const { kept } = framing(source, profile);
        const { width, height } = kept;
        const made = withVideo({ ...kept, codedWidth: width, codedHeight: height, frameRate: profile.frameRate });
        expect(decide(made, { ...profile, loudnessLufs: null })).toEqual(['as-is', 'conforms']);
      }),
    );
  });

  it('there is always a reason', () => {
    fc.assert(
      fc.property(anySize, anyProfile, fc.nat(10_000), (source, profile, inMs) => {
        expect(decideRendition(withVideo(source), profile, inMs).because.length).toBeGreaterThan(0);
      }),
    );
  });

  it('profiles have the same key when and only when they are the same', () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, (a, b) => {
        expect(profileKey(a) === profileKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    expect(profileKey(PANEL)).toBe('800x400-contain-25-l23');
    expect(audioKey(-16)).toBe('audio-l16');
  });
});
