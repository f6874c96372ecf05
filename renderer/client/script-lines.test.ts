import { describe, expect, it } from 'vitest';
import type { ScriptDoc } from '../../electron/contract/records/script';
import { scriptLines, speakersOf } from './script-lines';

const doc: ScriptDoc = {
  type: 'doc',
  content: [
    { type: 'cue', content: [{ type: 'text', text: 'Musik turun' }] },
    {
      type: 'line',
      attrs: { speaker: 'Penyiar 1' },
      content: [
        { type: 'text', text: 'Kata ', marks: [{ type: 'emphasis' }] },
        { type: 'text', text: 'KPPS', marks: [{ type: 'phonetic', attrs: { say: 'ka-pe-pe-es' } }] },
        { type: 'pause', attrs: { ms: 2000 } },
      ],
    },
    { type: 'line', attrs: { speaker: '' } },
    { type: 'line', attrs: { speaker: 'Narasumber KPU' } },
  ],
};

describe('script lines', () => {
  it('keep what is spoken apart from what is for the studio', () => {
    const lines = scriptLines(doc);
    expect(lines.map(({ kind, speaker }) => [kind, speaker])).toEqual([
      ['cue', ''],
      ['line', 'Penyiar 1'],
      ['line', ''],
      ['line', 'Narasumber KPU'],
    ]);
    expect(lines[1]?.parts).toEqual([
      { kind: 'words', text: 'Kata ', strong: true, say: null },
      { kind: 'words', text: 'KPPS', strong: false, say: 'ka-pe-pe-es' },
      { kind: 'pause', ms: 2000 },
    ]);
    expect(scriptLines(undefined)).toEqual([]);
  });

  it('name each speaker once', () => expect(speakersOf([doc, doc])).toEqual(['Penyiar 1', 'Narasumber KPU']));
});
