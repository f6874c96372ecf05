import { describe, expect, it } from 'vitest';
import { heardPart } from './heard-part';
import { SoundStore } from './sound-store';

const MB = 1024 * 1024;
const wanted = (hash: string) => ({ hash, durationMs: 60_000 });

function store(mostDecoded: number) {
  const asked: string[] = [];
  const sounds = new SoundStore<{ hash: string }>({
    fetchFile: async (hash) => {
      asked.push(`fetch ${hash}`);
      if (hash === 'gone') throw new Error('404');
      return new ArrayBuffer(8);
    },
    decode: async (_file, { hash }) => {
      asked.push(`decode ${hash}`);
      return { hash };
    },
    sizeOf: () => 23 * MB,
    mostDecoded,
  });
  return { sounds, asked };
}

describe('sounds at hand', () => {
  it('never take more than their bound over 30 spots of a minute, and the file is fetched once', async () => {
    const { sounds, asked } = store(100 * MB);
    for (let round = 0; round < 2; round += 1) {
      for (let nth = 0; nth < 30; nth += 1) {
        expect(await sounds.get(wanted(`s${nth}`))).toEqual({ hash: `s${nth}` });
        expect(sounds.decodedBytes).toBeLessThanOrEqual(100 * MB);
      }
    }
    expect(asked.filter((each) => each === 'fetch s3')).toHaveLength(1);
    expect(asked.filter((each) => each === 'decode s3')).toHaveLength(2);
  });

  it('are decoded once for all who ask at once, and tried anew after a failure', async () => {
    const { sounds, asked } = store(100 * MB);
    await Promise.all([sounds.get(wanted('a')), sounds.get(wanted('a')), sounds.keep(wanted('a'))]);
    expect(asked).toEqual(['fetch a', 'decode a']);
    await expect(sounds.get(wanted('gone'))).rejects.toThrow('404');
    await expect(sounds.get(wanted('gone'))).rejects.toThrow('404');
    expect(asked.filter((each) => each === 'fetch gone')).toHaveLength(2);
  });
});

describe('what is heard of a decoded file', () => {
  it.each([
    ['decoded by its edit list', 96_000, 2000, { from: 0, length: 96_000 }],
    ['rounded down by its edit list', 95_990, 2000, { from: 0, length: 95_990 }],
    ['with its priming left in', 97_280, 2000, { from: 1024, length: 96_000 }],
    ['with the last frame filled up', 96_256, 2000, { from: 0, length: 96_000 }],
  ])('%s', (_name, decoded, ms, expected) => {
    expect(heardPart(decoded, ms, 48_000)).toEqual(expected);
  });
});
