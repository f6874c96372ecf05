import { expect, it } from 'vitest';
import { nameOf } from './raw-names';

it('reads a name that is UTF-8 as it is', () => {
  expect(nameOf(Buffer.from('Sosialisasi – Pilkada é.mp4'))).toEqual({
    name: 'Sosialisasi – Pilkada é.mp4',
    isUtf8: true,
  });
});

it('reads one that is not by its bytes, and no two names as one', () => {
  expect(nameOf(Buffer.from('Caf\xe9 iklan.mp4', 'latin1'))).toEqual({ name: 'Café iklan.mp4', isUtf8: false });
  const others = Array.from({ length: 128 }, (_, at) => nameOf(Buffer.from([128 + at])).name);
  expect(new Set(others).size).toBe(128);
});
