import { describe, expect, it } from 'vitest';
import { pictureOn } from './fit-drawing';

describe('a 16:9 picture on a 2:1 panel of 800x400', () => {
  const panel = { width: 800, height: 400 };
  it('is whole with bars at the sides when contained', () => {
    const box = pictureOn({ ...panel, fit: 'contain' });
    expect(box.height).toBeCloseTo(400);
    expect(box.width).toBeCloseTo(711.11, 1);
    expect(box.x).toBeCloseTo(44.44, 1);
  });
  it('fills the panel and is cut above and below when covering', () => {
    const box = pictureOn({ ...panel, fit: 'cover' });
    expect(box.width).toBeCloseTo(800);
    expect(box.y).toBeCloseTo(-25);
  });
  it('takes the panel exactly when stretched', () =>
    expect(pictureOn({ ...panel, fit: 'stretch' })).toEqual({ x: 0, y: 0, width: 800, height: 400 }));
  it('shows its middle pixel for pixel when cropped', () =>
    expect(pictureOn({ ...panel, fit: 'crop' })).toEqual({ x: -560, y: -340, width: 1920, height: 1080 }));
});
