/** The script of a whole rundown: who speaks at the left, what is said at the right. */
import type { Script, ScriptBlock, ScriptInline } from '../../../contract/records/script';
import { planOf } from '../../../domain/rundown/plan';
import type { Steps } from '../../../domain/steps';
import { clean, type Paper, type ScriptLine, type ScriptPiece } from './paper';
import { blankPaper, type Printing } from './sheet-of';
import type { Source } from './source';
import { clockText, fill, type PaperWords, spanText, wordsOf } from './words';

export function* scriptPaper(source: Source, scripts: ReadonlyMap<string, Script>, printing: Printing): Steps<Paper> {
  const words = wordsOf(printing.query.language);
  const { rundown, items, presenters } = source;
  const usual = presenters.length === 1 ? (presenters[0] ?? '') : words.roles.presenter;
  const script: NonNullable<Paper['script']> = [];
  for (const { item, start, ms } of planOf(rundown, items).rows) {
    const lines: ScriptLine[] = [];
    for (const block of scripts.get(item.id)?.doc.content ?? []) {
      const line = lineOf(block, usual, words);
      if (line) lines.push(line);
      yield;
    }
    const title = clean(item.title || words.kinds[item.kind]);
    script.push({ start: clockText(start, rundown.zone), title, duration: spanText(ms), lines });
    yield;
  }
  return { ...blankPaper('script', source, printing), script };
}

/** Null of an empty one. */
function lineOf(block: ScriptBlock, usual: string, words: PaperWords): ScriptLine | null {
  const pieces = (block.content ?? []).flatMap((inline) => piecesOf(inline, words));
  if (pieces.every(({ text }) => text.trim() === '')) return null;
  switch (block.type) {
    case 'line':
      return { kind: 'line', speaker: clean(block.attrs.speaker) || usual, pieces };
    case 'cue':
      return { kind: 'cue', speaker: '', pieces: within('[', pieces, ']') };
    case 'sound':
      return { kind: 'sound', speaker: '', pieces: within(`(${words.sound}: `, pieces, ')') };
    default:
      return block satisfies never;
  }
}

function piecesOf(inline: ScriptInline, words: PaperWords): ScriptPiece[] {
  if (inline.type === 'pause') {
    const seconds = words.decimal(inline.attrs.ms / 1000);
    return [{ text: ` (${fill(words.pause, { seconds })}) `, look: 'aside' }];
  }
  const text = clean(inline.text) === '' ? ' ' : keepEdges(inline.text);
  const emphasis = inline.marks?.some(({ type }) => type === 'emphasis');
  const phonetic = inline.marks?.find((mark) => mark.type === 'phonetic');
  const said: ScriptPiece = { text, look: emphasis ? 'emphasis' : 'plain' };
  return phonetic?.attrs.say ? [said, { text: ` [${clean(phonetic.attrs.say)}]`, look: 'aside' }] : [said];
}

/** Spaces at the edges divide a piece from its neighbours. */
function keepEdges(text: string): string {
  const inside = clean(text);
  return `${/^\s/.test(text) ? ' ' : ''}${inside}${/\s$/.test(text) ? ' ' : ''}`;
}

function within(before: string, pieces: readonly ScriptPiece[], after: string): ScriptPiece[] {
  return [{ text: before, look: 'plain' }, ...pieces, { text: after, look: 'plain' }];
}
