import { describe, expect, it } from 'vitest';
import { wordsDiff } from './words-diff';

const told = (before: string, after: string) =>
  wordsDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}]` : `[+${text}]`))
    .join('');

describe('wordsDiff', () => {
  it('tells words, not letters', () => {
    expect(told('Selamat pagi pendengar', 'Selamat siang pendengar')).toBe('Selamat [-pagi][+siang] pendengar');
    expect(told('satu dua', 'satu dua tiga')).toBe('satu dua[+ tiga]');
    expect(told('satu dua tiga', 'dua tiga')).toBe('[-satu ]dua tiga');
  });
  it('says nothing of what is the same, and all of what is new', () => {
    expect(wordsDiff('a b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }]);
    expect(wordsDiff('', 'a')).toEqual([{ kind: 'new', text: 'a' }]);
    expect(wordsDiff('', '')).toEqual([]);
  });
  it('gives both texts back, whatever they are', () => {
    const [before, after] = ['a b c d e f a b', 'b a c e d f b b c'];
    const parts = wordsDiff(before, after);
    const text = (leave: string) => parts.map(({ kind, text }) => (kind === leave ? '' : text)).join('');
    expect([text('new'), text('gone')]).toEqual([before, after]);
  });
  it('is quick with a novel', () => {
    const novel = Array.from({ length: 40_000 }, (_, at) => `kata${at % 977}`).join(' ');
    const began = performance.now();
    wordsDiff(novel, `Awal ${novel.replace('kata500', 'lain')} akhir`);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
