import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Name } from '../contract/scalars';
import { displayName, extensionOf, printableName } from './file-names';

describe('printableName', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\ILM "Ayo ke TPS".mp4', 'ILM "Ayo ke TPS".mp4'],
    ['-rf.mp4', '-rf.mp4'],
    ['👩‍👩‍👧 keluarga.mov', '👩‍👩‍👧 keluarga.mov'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['satu\r\ndua\u0000.mp4', 'satu dua.mp4'],
    ['..', '..'],
    ['///', 'tanpa nama'],
    ['\u0000\u200b', 'tanpa nama'],
  ])('%j becomes %j', (raw, shown) => expect(printableName(raw)).toBe(shown));

  it('is printable, has no separator, is bounded and stays as it is when made printable again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (raw) => {
        const shown = printableName(raw);
        expect(shown).toMatch(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069/\\]+$/u);
        expect(shown.length).toBeLessThanOrEqual(1024);
        expect(printableName(shown)).toBe(shown);
      }),
    );
  });
});

describe('displayName', () => {
  it('drops the extension, and nothing else', () => {
    expect(displayName('Cegah DBD v1.2 final.MP4')).toBe('Cegah DBD v1.2 final');
    expect(displayName('.mp4')).toBe('.mp4');
    expect(displayName('tanpa titik')).toBe('tanpa titik');
  });

  it('is always a valid name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (raw) => {
        expect(Name.parse(displayName(raw))).toBe(displayName(raw));
      }),
    );
  });

  it('halves no emoji', () => {
    expect(displayName(`${'x'.repeat(195)}👩‍👩‍👧.mp4`)).toBe('x'.repeat(195));
  });
});

it('knows an extension', () => {
  expect(extensionOf('a.b.MP4')).toBe('mp4');
  expect(extensionOf('.mp4')).toBe('');
  expect(extensionOf('naskah')).toBe('');
});
