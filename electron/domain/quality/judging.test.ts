/** Findings, panels, lengths, repeats and repairs, by figures alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measured, QualityReport, Repair } from '../../contract/records/quality';
import { limitsOf, USUAL_LIMITS } from '../../contract/records/quality-limits';
import { lengthFinding } from './lengths';
import { findingsOnPanel, neededPixels, type Panel } from './on-panel';
import { createRepeatMeter, repeatsIn } from './repeats';
import { shownOn } from './shown';

const measured = (part: Partial<Measured> = {}): Measured => ({
  durationMs: 30_000,
  width: 1920,
  height: 1080,
  active: null,
  texts: [],
  integratedLufs: null,
  truePeakDbtp: null,
  ...part,
});
const report = (part?: Partial<Measured>): Pick<QualityReport, 'findings' | 'measured'> => ({
  findings: [],
  measured: measured(part),
});
const panel = (part: Partial<Panel> = {}): Panel => ({
  profile: { width: 800, height: 400, fit: 'contain' },
  pitchMm: null,
  viewingM: null,
  slotsMs: [],
  ...part,
});
const on = (part: Partial<Measured>, where: Partial<Panel> = {}) =>
  findingsOnPanel(report(part), panel(where), USUAL_LIMITS).map(({ kind, because }) => `${kind} ${because.code}`);

describe('on a panel', () => {
  it('a picture of another shape leaves bars where it is contained, and none where it covers', () => {
    expect(on({})).toEqual(['letterbox quality.barsOnPanel']);
    expect(on({}, { profile: { width: 800, height: 400, fit: 'cover' } })).toEqual([]);
    expect(on({ width: 1600, height: 800 })).toEqual([]);
  });

  it('bars of the picture itself are cropped, unless the fit leaves them out', () => {
    // 2:1 within 16:9: cover of a 2:1 panel shows nothing of the bars.
    const active = { x: 0, y: 1 / 18, w: 1, h: 16 / 18 };
    const [found] = findingsOnPanel(report({ active }), panel(), USUAL_LIMITS);
    expect(found).toMatchObject({ because: { code: 'quality.barsInPicture' }, repair: { kind: 'crop', box: active } });
    expect(on({ active }, { profile: { width: 800, height: 400, fit: 'cover' } })).toEqual([]);
  });

  it('letters need a 250th of the distance: 24 px of P10 at 60 m', () => {
    const at = { profile: panel().profile, pitchMm: 10, viewingM: 60, slotsMs: [] };
    expect(neededPixels(at, USUAL_LIMITS)).toBe(24);
    const line = (pixels: number) => [{ atMs: 0, box: { x: 0.1, y: 0.8, w: 0.5, h: 0.1 }, letterHeight: pixels / 400 }];
    const size = { width: 800, height: 400 };
    expect(on({ ...size, texts: line(25) }, at)).toEqual([]);
    expect(on({ ...size, texts: line(23) }, at)).toEqual(['smallText quality.notLegible']);
    expect(on({ ...size, texts: line(23) })).toEqual([]);
    expect(on({ ...size, texts: line(6) })).toEqual(['smallText quality.fewPixels']);
  });

  it('shows a part of the picture that has the shape of what it fills', () => {
    const length = fc.integer({ min: 16, max: 4000 });
    const fit = fc.constantFrom('contain', 'cover', 'stretch', 'crop');
    fc.assert(
      fc.property(length, length, length, length, fit, (w, h, width, height, how) => {
        const { seen, filled, across, down } = shownOn({ width: w, height: h }, { width, height, fit: how });
        const area = seen.w * w * across * seen.h * h * down;
        return filled > 0 && filled <= 1.0001 && Math.abs(area - filled * width * height) < 1e-6 * width * height;
      }),
    );
  });
});

describe('a length', () => {
  const of = (ms: number, slots: number[] = []) =>
    lengthFinding({ durationMs: ms, hasPicture: true }, slots, USUAL_LIMITS);

  it('fits a slot within its tolerance, and is no spot when far longer than all', () => {
    expect([15_000, 30_400, 59_600, 600_000].map((ms) => of(ms))).toEqual([null, null, null, null]);
    expect(of(20_000, [20_000])).toBeNull();
  });

  it('is held against no slot where there is none', () => {
    const none = { ...USUAL_LIMITS, lengthsMs: [] };
    expect(lengthFinding({ durationMs: 8000, hasPicture: true }, [], none)).toBeNull();
  });

  it.each([
    [28_000, { kind: 'pad', toMs: 30_000 }, 'mending.lengthen'],
    // However long the last picture is held.
    [8000, { kind: 'pad', toMs: 15_000 }, 'mending.lengthen'],
    [32_000, { kind: 'cut', fromMs: 0, toMs: 30_000 }, 'mending.shorten'],
    // Nearer to 15 s, for which a third of it would have to go.
    [22_000, { kind: 'pad', toMs: 30_000 }, 'mending.lengthen'],
    [70_000, null, 'mending.askShorter'],
  ])('of %i ms gets the repair that its words speak of', (ms, repair, todo) => {
    expect(of(ms)).toMatchObject({ repair, todo: { code: todo } });
  });

  it('of sound alone is filled with silence', () => {
    const found = lengthFinding({ durationMs: 28_000, hasPicture: false }, [], USUAL_LIMITS);
    expect(found).toMatchObject({ repair: { kind: 'pad', toMs: 30_000 }, todo: { code: 'mending.lengthenSound' } });
  });

  it('once mended fits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 90_000 }),
        fc.array(fc.integer({ min: 1000, max: 60_000 })),
        (ms, slots) => {
          const repair: Repair | null | undefined = of(ms, slots)?.repair;
          return !repair || !('toMs' in repair) || of(repair.toMs, slots) === null;
        },
      ),
    );
  });
});

describe('repeated frames', () => {
  it('are those between moving ones; a hold, a still and a flash are none', () => {
    expect([...repeatsIn([3, 0, 3, 0, 3, 0, 3])]).toEqual([0, 1, 0, 1, 0, 1, 0]);
    expect([...repeatsIn([3, 0, 0, 0, 0, 0, 0, 3])].some(Boolean)).toBe(false);
    expect([...repeatsIn([0, 0, 0, 0])].some(Boolean)).toBe(false);
    expect([...repeatsIn([120, 0, 120, 0, 120])].some(Boolean)).toBe(false);
  });

  it('are found by their share, where they are', () => {
    const meter = createRepeatMeter(25, USUAL_LIMITS);
    let shade = 0;
    for (let frame = 0; frame < 250; frame++) {
      // Every other frame of the middle four seconds is the one before.
      if (!(frame >= 75 && frame < 175 && frame % 2 === 1)) shade = (shade + 3) % 200;
      meter.take(new Uint8Array(100).fill(shade));
    }
    const [run, ...more] = meter.runs();
    expect(more).toEqual([]);
    expect(Math.abs((run?.fromMs ?? 0) - 3000)).toBeLessThan(1000);
    expect(Math.abs((run?.toMs ?? 0) - 7000)).toBeLessThan(1000);
  });
});

it('limits are the usual ones but for those of the station', () => {
  expect(limitsOf({})).toEqual(USUAL_LIMITS);
  expect(limitsOf({ blackMs: 3000 })).toEqual({ ...USUAL_LIMITS, blackMs: 3000 });
});
