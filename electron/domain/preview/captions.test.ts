import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionAt, parseCaptions } from './captions';

const VTT = `WEBVTT - Cegah DBD

STYLE
::cue { color: red }

NOTE tidak dibaca

1
00:01.000 --> 00:02.500 line:90% align:center
<v Penyiar>Kuras, <i>tutup</i>,
dan daur ulang &amp; bersih

00:00:03.000 --> 00:00:02.000
mundur

1:00:00.250 --> 1:00:01.000
satu jam
`;
const SRT =
  '\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}Ayo ke TPS\r\n\r\n2\r\n00:00:02,5 --> 00:00:04,000\r\nRabu\r\n';

describe('captions', () => {
  it('are read from WebVTT without its marks', () => {
    expect(parseCaptions(VTT)).toEqual([
      { startMs: 1000, endMs: 2500, text: 'Kuras, tutup,\ndan daur ulang & bersih' },
      { startMs: 3_600_250, endMs: 3_601_000, text: 'satu jam' },
    ]);
  });
  it('are read from SubRip', () => {
    expect(parseCaptions(SRT)).toEqual([
      { startMs: 1000, endMs: 2000, text: 'Ayo ke TPS' },
      { startMs: 2500, endMs: 4000, text: 'Rabu' },
    ]);
  });
  it('are none of a file that is something else, and any text is survived', () => {
    expect(parseCaptions('judul;durasi\n1;2')).toEqual([]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const cue of parseCaptions(`${text}\n\n00:01.000 --> 00:02.000\n${text}`))
          expect(cue.endMs).toBeGreaterThan(cue.startMs);
      }),
    );
  });
  it('are shown from their first instant and no longer at their last', () => {
    const cues = parseCaptions(SRT);
    expect([999, 1000, 1999, 2000].map((at) => captionAt(cues, at))).toEqual(['', 'Ayo ke TPS', 'Ayo ke TPS', '']);
  });
});
