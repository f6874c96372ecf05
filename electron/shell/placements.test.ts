import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followed, match, type Placement, placed, type Seat } from './placements';

const seat = (monitorId: string, label: string, x = 0): Seat => ({
  monitorId,
  label,
  x,
  y: 0,
  width: 800,
  height: 400,
});
/** Pages put on these monitors, one after the other. */
const on = (...seats: Seat[]) =>
  seats.reduce<Placement[]>((places, monitor) => placed(places, monitor, seats, true), []);
/** Key -> id of the monitor that it is on. */
const where = (places: readonly Placement[], monitors: readonly Seat[]) =>
  Object.fromEntries([...match(places, monitors)].map(([{ key }, { monitorId }]) => [key, monitorId]));

const LEFT = seat('1', 'LED', 1920);
const RIGHT = seat('2', 'LED', 2720);

describe('match', () => {
  it('finds a replugged monitor by its looks when its id has changed', () => {
    const places = on(seat('1', 'LED'));
    expect(where(places, [seat('9', 'LED')])).toEqual({ 'LED-800x400': '9' });
    expect(where(places, [seat('9', 'Office')])).toEqual({});
  });

  it('does not put a page on another monitor that took over an id', () => {
    expect(where(on(seat('1', 'LED')), [seat('1', 'Office')])).toEqual({});
  });

  it('knows a monitor at another resolution', () => {
    expect(where(on(seat('1', 'LED')), [{ ...seat('1', 'LED'), width: 1920 }])).toEqual({ 'LED-800x400': '1' });
  });

  it('tells twins apart by id, whatever order they are named in', () => {
    const places = on(LEFT, RIGHT);
    expect(where(places, [RIGHT, LEFT])).toEqual({ 'LED-800x400': '1', 'LED-800x400-2': '2' });
  });

  it('tells twins apart by place when both ids are new and the desktop has moved', () => {
    const moved = [seat('8', 'LED', 2720), seat('9', 'LED', 3520)];
    expect(where(on(LEFT, RIGHT), moved.toReversed())).toEqual({ 'LED-800x400': '8', 'LED-800x400-2': '9' });
  });

  it('puts the twin that is still there where it stood', () => {
    expect(where(on(LEFT, RIGHT), [seat('9', 'LED', 2720)])).toEqual({ 'LED-800x400-2': '9' });
    expect(where(on(LEFT, RIGHT), [seat('9', 'LED', 1900)])).toEqual({ 'LED-800x400': '9' });
  });

  it('never gives one monitor to two placements, nor a page to a monitor of other looks', () => {
    const seats = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('1', '2', '3', '4'), label: fc.constantFrom('LED', 'TV'), x: fc.nat(3) }),
      { maxLength: 4, selector: ({ id }) => id },
    );
    const asSeats = (list: { id: string; label: string; x: number }[]) =>
      list.map(({ id, label, x }) => seat(id, label, x * 800));
    fc.assert(
      fc.property(seats, seats, (before, now) => {
        const pairs = match(on(...asSeats(before)), asSeats(now));
        expect(new Set(pairs.values()).size).toBe(pairs.size);
        for (const [place, monitor] of pairs) expect(monitor.label).toBe(place.label);
        for (const label of ['LED', 'TV']) {
          const count = (list: { label: string }[]) => list.filter((one) => one.label === label).length;
          const matched = [...pairs.keys()].filter((place) => place.label === label).length;
          expect(matched).toBe(Math.min(count(before), count(now)));
        }
      }),
    );
  });
});

describe('placed', () => {
  it('gives each twin a session of its own, which it keeps when taken away and shown again', () => {
    const both = on(LEFT, RIGHT);
    expect(both.map(({ key }) => key)).toEqual(['LED-800x400', 'LED-800x400-2']);
    const hidden = placed(both, LEFT, [LEFT, RIGHT], false);
    expect(hidden.map(({ key, shown }) => [key, shown])).toContainEqual(['LED-800x400', false]);
    expect(placed(hidden, LEFT, [LEFT, RIGHT], true).filter(({ monitorId }) => monitorId === '1')).toMatchObject([
      { key: 'LED-800x400', shown: true },
    ]);
  });

  it('does not remember a monitor that never had a page', () => {
    expect(placed([], LEFT, [LEFT], false)).toEqual([]);
  });
});

describe('followed', () => {
  it('learns new ids, so that a guess made once stays', () => {
    const places = followed(on(LEFT, RIGHT), [seat('8', 'LED', 2720), seat('9', 'LED', 3520)]);
    expect(places.map(({ monitorId }) => monitorId)).toEqual(['8', '9']);
    expect(where(places, [seat('9', 'LED', 0), seat('8', 'LED', 800)])).toEqual({
      'LED-800x400': '8',
      'LED-800x400-2': '9',
    });
  });
});
