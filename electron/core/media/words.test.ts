/** Everything that is only words: what ffmpeg is told, and what it says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileUrl, guarded, toArguments } from './command';
import { faultOf, ToolFailed, ToolKilled } from './faults';
import { type Packet, parsePacket } from './ffprobe';
import { normaliser, parseLoudness } from './loudness';
import { createPaceMeter } from './pace';
import { parseStatus, progressOf } from './progress';
import { sniff } from './sniff';
import { parseList } from './toolchain';

describe('commands', () => {
  it('name files by their protocol, whatever they are called', () => {
    const command = { inputs: [guarded('-i %d\n".mp4', null)], options: ['-an'], target: fileUrl('-y') };
    const words = toArguments(command);
    expect(words.slice(words.indexOf('-i'))).toEqual(['-i', 'file:-i %d\n".mp4', '-an', 'file:-y']);
    expect(words).toContain('-protocol_whitelist');
  });

  it('never read lists that name other files', () => {
    const allowed = guarded('x', null).options[3]?.split(',') ?? [];
    for (const list of ['hls', 'concat', 'dash', 'image2', 'lavfi', 'sdp', 'rtsp', 'applehttp']) {
      expect(allowed).not.toContain(list);
    }
  });
});

describe('progress', () => {
  it('is read from the status line', () => {
    const line = 'frame=  250 fps= 50 q=28.0 size=    512kB time=00:01:10.24 bitrate= 419.4kbits/s speed=2.5x    ';
    expect(parseStatus(line)).toEqual({ atMs: 70_240, speed: 2.5 });
    expect(parseStatus('size=N/A time=-00:00:00.02 bitrate=N/A speed=N/A')).toEqual({ atMs: 0, speed: null });
    expect(parseStatus('Stream #0:0: Video: h264')).toBeNull();
  });

  it('stays below one and never says less than nothing is left', () => {
    expect(progressOf({ atMs: 5000, speed: 2 }, 10_000)).toEqual({ ratio: 0.5, speed: 2, remainingMs: 2500 });
    expect(progressOf({ atMs: 11_000, speed: 2 }, 10_000)).toEqual({ ratio: 0.99, speed: 2, remainingMs: 0 });
    expect(progressOf({ atMs: 5000, speed: 2 }, 0).ratio).toBeNull();
  });
});

describe('faults', () => {
  it.each([
    ['ffmpeg exited with code 1', 'av_interleaved_write_frame(): No space left on device', 'diskFull'],
    ['ffmpeg exited with code 1', 'file:/x: Read-only file system', 'readOnly'],
  ])('%s with %s', (message, line, code) => {
    expect(faultOf(message, [line])).toMatchObject({ data: { code } });
  });

  it('tell a killed tool, which may be tried again, from a failed one', () => {
    expect(faultOf('ffmpeg was killed with signal SIGKILL', [])).toBeInstanceOf(ToolKilled);
    expect(faultOf('ffmpeg exited with code 255', ['Exiting normally, received signal 15.'])).toBeInstanceOf(
      ToolKilled,
    );
    expect(faultOf('ffmpeg exited with code 1', ['Invalid data'])).toBeInstanceOf(ToolFailed);
  });
});

const SUMMARY = [
  '[Parsed_ebur128_1 @ 0x1] Summary:',
  '',
  '  Integrated loudness:',
  '    I:         -21.8 LUFS',
  '    Threshold: -31.8 LUFS',
  '',
  '  Loudness range:',
  '    LRA:         6.2 LU',
  '    Threshold: -41.8 LUFS',
  '    LRA low:   -24.1 LUFS',
  '    LRA high:  -17.9 LUFS',
  '',
  '  True peak:',
  '    Peak:       -3.4 dBFS',
];
const measured = { integratedLufs: -21.8, thresholdLufs: -31.8, rangeLu: 6.2, truePeakDbtp: -3.4 };

describe('loudness', () => {
  it('is read from the summary; silence reads as null', () => {
    expect(parseLoudness(['noise', ...SUMMARY])).toEqual(measured);
    expect(parseLoudness(SUMMARY.map((line) => line.replace('-21.8 LUFS', '-70.0 LUFS')))).toBeNull();
    expect(parseLoudness(['nothing'])).toBeNull();
  });

  it('is changed evenly where peaks allow it, else with a limiter, else not at all', () => {
    expect(normaliser(measured, -23, 30_000).join()).toMatch(/^loudnorm=I=-23:.*measured_I=-21.8:.*linear=true$/);
    expect(normaliser(measured, -23, 1000)).toEqual(['volume=-1.20dB']);
    expect(normaliser({ ...measured, rangeLu: 0 }, -23, 30_000)).toEqual(['volume=-1.20dB']);
    expect(normaliser(measured, -16, 30_000).join()).toMatch(/^volume=5.80dB,aresample=192000,alimiter=/);
    expect(normaliser(null, -23, 30_000)).toEqual([]);
    expect(normaliser(measured, null, 30_000)).toEqual([]);
  });
});

describe('pace', () => {
  const meterOf = (packets: Packet[]) => {
    const meter = createPaceMeter();
    for (const packet of packets) meter.take(packet);
    return meter.pace();
  };
  const steady = (count: number, step: number): Packet[] =>
    Array.from({ length: count }, (_, i) => ({
      ptsMs: i * step,
      dtsMs: i * step,
      durationMs: step,
      key: i % 25 === 0,
    }));

  it('of a steady clip', () => {
    expect(meterOf(steady(100, 40))).toEqual({
      packets: 100,
      startMs: 0,
      endMs: 4000,
      frameRate: 25,
      variable: false,
      bFrames: false,
      gopMs: 1000,
    });
  });

  it('does not depend on the order in which B-frames are stored', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 3, maxLength: 60 }), (swaps) => {
        const packets = steady(swaps.length, 40);
        for (let i = 1; i + 1 < packets.length; i += 2) {
          if (swaps[i]) packets.splice(i, 2, packets[i + 1] as Packet, packets[i] as Packet);
        }
        const pace = meterOf(packets);
        expect(pace).toMatchObject({ variable: false, endMs: swaps.length * 40 });
        expect(pace.frameRate).toBeCloseTo(25, 6);
        expect(pace.bFrames).toBe(packets.some((packet, i) => packet.ptsMs < (packets[i - 1]?.ptsMs ?? -1)));
      }),
    );
  });

  it('tells a varying rate from rounding to milliseconds', () => {
    const rounded = steady(90, 100 / 3).map((packet) => ({ ...packet, ptsMs: Math.round(packet.ptsMs) }));
    expect(meterOf(rounded)).toMatchObject({ variable: false });
    expect(meterOf(steady(90, 40).filter((_, i) => i % 7 !== 3))).toMatchObject({ variable: true });
  });

  it('reads packets as ffprobe prints them', () => {
    const line = 'pts_time=0.040000|dts_time=0.000000|duration_time=0.040000|flags=K__';
    expect(parsePacket(line)).toEqual({ ptsMs: 40, dtsMs: 0, durationMs: 40, key: true });
    expect(parsePacket('pts_time=N/A|dts_time=0.08|duration_time=N/A|flags=__')).toMatchObject({
      ptsMs: 80,
      key: false,
    });
    expect(parsePacket('')).toBeNull();
  });
});

describe('first bytes', () => {
  const of = (text: string) => sniff(Buffer.from(text, 'latin1'));
  it.each([
    ['\xff\xd8\xff\xe0', { kind: 'picture', demuxer: 'jpeg_pipe' }],
    ['GIF89a', { kind: 'picture', demuxer: 'gif' }],
    ['\x89PNG\r\n\x1a\n____IHDR____acTL____IDAT', { kind: 'picture', demuxer: 'apng' }],
    ['\x89PNG\r\n\x1a\n____IHDR____IDAT', { kind: 'picture', demuxer: 'png_pipe' }],
    ['\0\0\0\x18ftypisom', { kind: 'unknown' }],
    ['\0\0\0\x18ftypheic', { kind: 'refused' }],
    [
      '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="x">',
      { kind: 'refused', because: { code: 'probe.svg' } },
    ],
    ['#EXTM3U\n', { kind: 'refused', because: { code: 'probe.playlist' } }],
    ['<?xml version="1.0"?><MPD>', { kind: 'refused', because: { code: 'probe.playlist' } }],
    ['%PDF-1.7', { kind: 'refused', because: { code: 'probe.document' } }],
    ['Halo, ini teks.', { kind: 'refused', because: { code: 'probe.text' } }],
  ])('%j', (bytes, told) => {
    expect(of(bytes)).toMatchObject(told);
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (bytes) => void sniff(bytes)));
  });
});

it('capabilities are read from lists', () => {
  const list =
    ' ------\n V....D libx264              H.264\n ... loudnorm          A->A       EBU\n TSC scale  V->V  Scale';
  expect([...parseList(list)]).toEqual(['libx264', 'loudnorm', 'scale']);
});
