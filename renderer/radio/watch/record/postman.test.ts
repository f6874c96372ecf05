import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { newId } from '../../../../electron/contract/ulid';
import { eventually } from '../../../../tests/lib/eventually';
import { openBox } from './box';
import { createPostman, type Desk } from './postman';
import { nextHour, seen, wishOf } from './wish';

const sound = (n: number) => ({ n, bytes: new Uint8Array([n]).buffer, until: 1000 * (n + 1) });

async function kept(chunks: readonly number[]) {
  const box = await openBox(newId());
  const id = newId();
  await box.begin({ id, showId: null, input: 'Mixer', until: 0, endedAt: null });
  for (const n of chunks) await box.put(id, sound(n));
  return { box, id };
}

/** A station that takes chunks in turn and fails as often as asked. */
function station(faults = 0) {
  const taken: number[] = [];
  let next = 0;
  let left = faults;
  const desk: Desk = {
    begin: async () => null,
    close: vi.fn(async () => null),
    async chunk(_id, { n }, lost) {
      left -= 1;
      if (left >= 0) throw new TypeError('no answer');
      if (n > next + lost) return next;
      if (n >= next) {
        taken.push(n);
        next = n + 1;
      }
      return next;
    },
  };
  return { desk, taken };
}

it('brings every chunk in turn, ends what is over and keeps nothing of it', async () => {
  const { box, id } = await kept([0, 1, 2]);
  await box.end(id, 3000);
  const { desk, taken } = station(1);
  createPostman(box, () => {}, desk).wake();
  await eventually(async () => expect(await box.files()).toEqual([]));
  expect(taken).toEqual([0, 1, 2]);
  expect(desk.close).toHaveBeenCalledWith(id, 3000);
  expect(await box.count()).toBe(0);
});

it('goes on past chunks that are lost', async () => {
  const { box } = await kept([0, 3, 4]);
  const { desk, taken } = station();
  createPostman(box, () => {}, desk).wake();
  await eventually(async () => expect(await box.count()).toBe(0));
  expect(taken).toEqual([0, 3, 4]);
});

it('gives up what the station takes no more of', async () => {
  const { box } = await kept([0, 1]);
  const { desk } = station();
  createPostman(box, () => {}, { ...desk, chunk: async () => null }).wake();
  await eventually(async () => expect(await box.files()).toEqual([]));
  expect(await box.count()).toBe(0);
});

it('records a real show and ten seconds after it, or by hand', () => {
  const onAir = seen(null, [{ id: 'S', rehearsal: false }], 0);
  expect(seen(null, [{ id: 'S', rehearsal: true }], 0)).toBeNull();
  expect(wishOf(false, onAir, 5)).toEqual({ showId: 'S' });
  const gone = seen(seen(onAir, [], 100), [], 5000);
  expect([wishOf(false, gone, 10_099), wishOf(false, gone, 10_100)]).toEqual([{ showId: 'S' }, null]);
  expect(wishOf(true, gone, 10_100)).toEqual({ showId: null });
});

it('cuts at the full hour of the clock on the wall', () => {
  const half = Date.parse('2026-11-22T07:30:12.345Z');
  expect(nextHour(half, 'Asia/Jakarta')).toBe(Date.parse('2026-11-22T08:00:00Z'));
  expect(nextHour(half, 'Asia/Kolkata')).toBe(Date.parse('2026-11-22T07:30:00Z') + 3_600_000);
  expect(nextHour(Date.parse('2026-11-22T08:00:00Z'), 'Asia/Jakarta')).toBe(Date.parse('2026-11-22T09:00:00Z'));
});
