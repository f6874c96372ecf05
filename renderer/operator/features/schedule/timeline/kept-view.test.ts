import { describe, expect, it } from 'vitest';
import { scaleView } from '../calendar-view';
import { spanOf } from '../zoom';
import { keptOf, viewOf } from './kept-view';

const ZONE = 'Asia/Jakarta';
const HOUR = 3_600_000;

describe('the view in the address', () => {
  it.each(['day', 'week', 'month'] as const)('names a whole %s', (scale) => {
    const view = scaleView(scale, '2026-03-18', ZONE);
    const kept = keptOf(view, ZONE);
    expect(kept).toEqual({ scale: scale === 'day' ? undefined : scale, at: undefined, span: undefined });
    expect(viewOf(kept, '2026-03-18', ZONE)).toEqual(view);
  });

  it('tells any other by its middle, and comes back to it', () => {
    const from = Date.UTC(2026, 2, 18, 1);
    const view = { from, until: from + 2 * HOUR };
    const kept = keptOf(view, ZONE);
    expect(kept).toEqual({ scale: undefined, at: '09:00:00', span: 7200 });
    expect(viewOf(kept, '2026-03-18', ZONE)).toEqual(view);
  });

  it('over a night whose clocks change is as wide as it was', () => {
    const day = scaleView('day', '2026-03-29', 'Europe/Berlin');
    const view = { from: day.from + HOUR, until: day.from + 4 * HOUR };
    expect(spanOf(viewOf(keptOf(view, 'Europe/Berlin'), '2026-03-29', 'Europe/Berlin'))).toBe(3 * HOUR);
  });
});
