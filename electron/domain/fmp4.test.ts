import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { conformingClip, made, sources } from '../../tests/fixtures/media';
import { AAC_PRIMING_SAMPLES, Mp4Error, readFmp4, trackMs } from './fmp4';

let clip: Uint8Array;
beforeAll(async () => {
  clip = new Uint8Array(await readFile(await conformingClip({ seconds: 3 })));
});

const only = (bytes: Uint8Array, kind: 'video' | 'audio') => {
  const track = readFmp4(bytes).tracks.find((each) => each.kind === kind);
  if (!track) throw new Error(`no ${kind}`);
  return track;
};

function joined(parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

describe('a rendition', () => {
  it('has one track in each fragment, both beginning at zero', () => {
    const { tracks, perTrack } = readFmp4(clip);
    expect(perTrack).toBe(true);
    expect(tracks.map(({ kind, time, editShift }) => ({ kind, time, editShift }))).toEqual([
      { kind: 'video', time: 0, editShift: false },
      { kind: 'audio', time: 0, editShift: false },
    ]);
  });

  it('says its codecs, size, exact length and key frames', () => {
    const video = only(clip, 'video');
    expect(video.codec).toMatch(/^avc1\.42c0[0-9a-f]{2}$/);
    expect([video.width, video.height, video.samples]).toEqual([320, 160, 75]);
    expect(trackMs(video, video.duration)).toBe(3000);
    const keys = video.fragments.flatMap((each) => each.keys).map((key) => trackMs(video, key));
    expect(keys).toEqual([0, 1000, 2000]);
    expect(video.fragments.some((each) => each.reordered)).toBe(false);
    const audio = only(clip, 'audio');
    expect([audio.codec, audio.timescale, audio.duration]).toEqual([
      'mp4a.40.2',
      48_000,
      144_000 + AAC_PRIMING_SAMPLES,
    ]);
  });

  it('falls into one playable file for each track', async () => {
    for (const kind of ['video', 'audio'] as const) {
      const track = only(clip, kind);
      const cut = joined([track.init, ...track.fragments.map(({ start, end }) => clip.subarray(start, end))]);
      const again = readFmp4(cut);
      expect(again.tracks.map((each) => [each.kind, each.samples])).toEqual([[kind, track.samples]]);
      const args = [
        '-v',
        'error',
        '-count_packets',
        '-show_entries',
        'stream=codec_type,nb_read_packets',
        '-of',
        'csv=p=0',
      ];
      const told = execFileSync('ffprobe', [...args, '-'], { input: cut })
        .toString()
        .trim();
      expect(told).toBe(`${kind},${track.samples}`);
    }
  });

  it('covers every byte of media once, in order', () => {
    const ranges = readFmp4(clip).tracks.flatMap((track) => track.fragments);
    ranges.sort((a, b) => a.start - b.start);
    for (const [i, range] of ranges.entries()) if (i > 0) expect(range.start).toBe(ranges[i - 1]?.end);
  });
});

describe('other files', () => {
  it('tells several tracks in one fragment', async () => {
    const args = [...sources(), '-c:v', 'libx264', '-g', '25', '-c:a', 'aac'];
    const path = await made('mixed.mp4', [...args, '-movflags', '+frag_keyframe+empty_moov', '-f', 'mp4']);
    expect(readFmp4(new Uint8Array(await readFile(path))).perTrack).toBe(false);
  });

  it('tells a plain MP4 and B-frames', async () => {
    const args = [...sources(), '-c:v', 'libx264', '-bf', '2', '-c:a', 'aac'];
    const plain = readFmp4(new Uint8Array(await readFile(await made('plain.mp4', args))));
    expect(plain.perTrack).toBe(false);
    expect(plain.tracks.some((track) => track.editShift)).toBe(true);
    const cmaf = ['-movflags', '+frag_keyframe+separate_moof+cmaf', '-f', 'mp4'];
    const bytes = new Uint8Array(await readFile(await made('bframes.mp4', [...args, ...cmaf])));
    expect(only(bytes, 'video').fragments.some((each) => each.reordered)).toBe(true);
  });
});

describe('damage', () => {
  it('is an Mp4Error or a shorter reading, never anything else', () => {
    const length = clip.length;
    const change = fc.tuple(fc.nat(3000), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.integer({ min: 0, max: length }), (changes, cut) => {
        const bytes = clip.slice(0, cut);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        try {
          expect(readFmp4(bytes).tracks.length).toBeGreaterThanOrEqual(0);
        } catch (error) {
          expect(error).toBeInstanceOf(Mp4Error);
        }
      }),
      { numRuns: 500 },
    );
  });
});
