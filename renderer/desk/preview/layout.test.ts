import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf, placeAt, pointOf } from './layout';
import { PLAIN_VIEW, type Zoom } from './view';

const P10 = { name: 'VT-01', profile: { width: 800, height: 400, fit: 'contain' as const } };
const HD = { width: 1920, height: 1080 };
const lay = (width: number, height: number, zoom: Zoom = 'fit', ratio = 1) =>
  layoutOf({ width, height }, ratio, P10, HD, { ...PLAIN_VIEW, zoom });

describe('a panel on the stage', () => {
  it('is drawn in whole px for each LED where there is room, and smaller where there is not', () => {
    expect(lay(1700, 900)).toMatchObject({ scale: 2, exact: true, at: { x: 50, y: 50, width: 1600, height: 800 } });
    expect(lay(1200, 900)).toMatchObject({ scale: 1.5, exact: false });
    expect(lay(400, 400)).toMatchObject({ scale: 0.5, exact: false, at: { x: 0, y: 100, width: 400, height: 200 } });
  });
  it('is as large as it is seen from its distance', () => {
    const { scale } = layoutOf({ width: 900, height: 500 }, 2, P10, HD, { ...PLAIN_VIEW, zoom: 'seen', viewingM: 50 });
    // Eight metres from fifty, on a screen 60 cm away with two device px for each CSS px.
    expect(scale * 800).toBeCloseTo((((8 / 50) * 600) / 25.4) * 96 * 2, 4);
  });
  it('that is larger than the stage never shows its outside while it is moved about', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (x, y) => {
        const view = { ...PLAIN_VIEW, zoom: 4 as const, pan: { x, y } };
        const { at } = layoutOf({ width: 900, height: 500 }, 1, P10, HD, view);
        expect(at.x <= 0 && at.x + at.width >= 900 && at.y <= 0 && at.y + at.height >= 500).toBe(true);
      }),
    );
  });
});

describe('a place in the picture', () => {
  it('is found on the stage and back', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.constantFrom<Zoom>('fit', 'seen', 2), (x, y, zoom) => {
        const layout = lay(900, 500, zoom);
        const point = pointOf({ x, y }, layout);
        const back = point && placeAt(point, layout);
        if (!back) throw new Error('lost');
        expect(back.x).toBeCloseTo(x, 6);
        expect(back.y).toBeCloseTo(y, 6);
      }),
    );
  });
  it('is none on the black beside it, nor where the panel cuts it off', () => {
    const layout = lay(800, 400);
    expect(placeAt({ x: 2, y: 200 }, layout)).toBeNull();
    const cover = { ...P10, profile: { ...P10.profile, fit: 'cover' as const } };
    expect(pointOf({ x: 0.5, y: 0 }, layoutOf({ width: 800, height: 400 }, 1, cover, HD, PLAIN_VIEW))).toBeNull();
  });
});
