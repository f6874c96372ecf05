import { describe, expect, it } from 'vitest';
import { copyToAll, draftOf, emptyLoop, moveSlot, playRange, slotRow } from './draft';

describe('the loop form', () => {
  it('begins with the loop most panels have', () => {
    const form = emptyLoop('Putaran');
    expect(draftOf(form).slots).toHaveLength(10);
    expect(playRange(form.slots, form.hours)).toEqual([192, 192]);
    expect(playRange(form.slots, [])).toBeNull();
  });

  it('tells the range where days or slots differ', () => {
    const slots = [slotRow({ ms: 60_000, purpose: 'ilm' }), slotRow({ ms: 30_000, purpose: 'any' })];
    const hours = [
      { weekday: 1, opens: '06:00:00', closes: '06:04:00' },
      { weekday: 2, opens: '06:00:00', closes: '06:01:30' },
    ];
    expect(playRange(slots, hours)).toEqual([1, 3]);
    expect(playRange(slots, hours, 1)).toEqual([1, 2]);
  });

  it('moves a slot no further than the loop goes', () => {
    const slots = [15, 30, 60].map((s) => slotRow({ ms: s * 1000, purpose: 'any' }));
    const lengths = (by: number) => moveSlot(slots, slots[1]?.key ?? '', by).map(({ ms }) => ms / 1000);
    expect(lengths(1)).toEqual([15, 60, 30]);
    expect(lengths(-1)).toEqual([30, 15, 60]);
    expect(lengths(9)).toEqual([15, 60, 30]);
    expect(moveSlot(slots, 'gone', 1)).toEqual(slots);
  });

  it('copies the hours of a day, also of a closed one', () => {
    const hours = [{ weekday: 3, opens: '08:00:00', closes: '16:00:00' }];
    expect(copyToAll(hours, 3).map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(copyToAll(hours, 4)).toEqual([]);
  });
});
