import { describe, expect, it } from 'vitest';
import { docOf, forEditor, speakersOf, textOf } from './script-doc';

const line = (speaker: string, ...content: object[]) => ({ type: 'line', attrs: { speaker }, content });
const text = (words: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]) => ({
  type: 'text',
  text: words,
  marks,
});

describe('scripts between editor and station', () => {
  it('keep lines, cues, sound, pauses and the two marks', () => {
    const json = {
      type: 'doc',
      content: [
        line('Penyiar 1', text('Halo '), text('KPPS', { type: 'phonetic', attrs: { say: 'ka-pe' } }), {
          type: 'pause',
          attrs: { ms: 800 },
        }),
        { type: 'cue', content: [text('lampu', { type: 'emphasis' }, { type: 'link' })] },
      ],
    };
    expect(docOf(json)).toEqual({
      type: 'doc',
      content: [
        {
          type: 'line',
          attrs: { speaker: 'Penyiar 1' },
          content: [
            { type: 'text', text: 'Halo ' },
            { type: 'text', text: 'KPPS', marks: [{ type: 'phonetic', attrs: { say: 'ka-pe' } }] },
            { type: 'pause', attrs: { ms: 800 } },
          ],
        },
        { type: 'cue', content: [{ type: 'text', text: 'lampu', marks: [{ type: 'emphasis' }] }] },
      ],
    });
  });
  it('are nothing where there is one empty line, and a line where there is nothing', () => {
    const none = docOf({ type: 'doc', content: [line('')] });
    expect(none).toEqual({ type: 'doc', content: [] });
    expect(none && forEditor(none).content).toHaveLength(1);
  });
  it('part a text too long for one piece, never within a character', () => {
    const words = `${'a'.repeat(49_999)}😀${'b'.repeat(60_000)}`;
    const parts = docOf({ type: 'doc', content: [line('', text(words))] })?.content[0]?.content ?? [];
    expect(parts.length).toBe(3);
    expect(parts.map((part) => (part.type === 'text' ? part.text : '')).join('')).toBe(words);
    expect(docOf({ type: 'doc', content: [line('', text('x'.repeat(500_000)))] })).toBeNull();
  });
  it('are read as text, and name who speaks', () => {
    const doc = docOf({
      type: 'doc',
      content: [
        line('KPU', text('Ya'), { type: 'pause', attrs: { ms: 1000 } }),
        { type: 'sound', content: [text('jingle')] },
      ],
    });
    expect(doc && textOf(doc, (ms) => `(${ms})`)).toBe('KPU: Ya (1000) \n[jingle]');
    expect(speakersOf(['Penyiar 1', 'KPU'], doc)).toEqual(['', 'Penyiar 1', 'KPU']);
  });
});
