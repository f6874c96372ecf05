/** A script as plain text and back: a line a paragraph, `SPEAKER:` before what a named speaker says, brackets around what is not spoken. */
import type { ScriptBlock, ScriptDoc } from '../../contract/records/script';

/** Its words alone, a paragraph a block. */
export function textOf(doc: ScriptDoc): string {
  return doc.content.map(lineOf).join('\n');
}

function lineOf(block: ScriptBlock): string {
  const text = plain(block);
  if (block.type === 'cue') return `[${text}]`;
  if (block.type === 'sound') return `[♪ ${text}]`;
  return block.attrs.speaker === '' ? text : `${block.attrs.speaker}: ${text}`;
}

/** What stands in a block, without its pauses. */
export function plain(block: ScriptBlock): string {
  return (block.content ?? []).map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
}

/** Paragraphs to lines without a speaker; what stands in brackets is for the studio. Empty text, empty script. */
export function scriptOf(text: string): ScriptDoc {
  const blocks = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(blockOf);
  return { type: 'doc', content: blocks };
}

function blockOf(line: string): ScriptBlock {
  const bracketed = /^\[(♪ ?)?(.*)\]$/u.exec(line);
  const content = (text: string) => (text === '' ? [] : [{ type: 'text' as const, text }]);
  if (!bracketed) return { type: 'line', attrs: { speaker: '' }, content: content(line) };
  return { type: bracketed[1] === undefined ? 'cue' : 'sound', content: content(bracketed[2] ?? '') };
}
