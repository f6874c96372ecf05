/** A script line by line, as views lay it out. Pure. */
import type { ScriptDoc, ScriptInline } from '../../electron/contract/records/script';

export type ScriptPart =
  | { kind: 'words'; text: string; strong: boolean /** How it is spoken; null: as written. */; say: string | null }
  | { kind: 'pause'; ms: number };

export interface ScriptLine {
  /** Only a line is spoken. */
  kind: 'line' | 'cue' | 'sound';
  /** Empty: whoever presents. */
  speaker: string;
  parts: ScriptPart[];
}

export function scriptLines(doc: ScriptDoc | undefined): ScriptLine[] {
  return (doc?.content ?? []).map((block) => ({
    kind: block.type,
    speaker: block.type === 'line' ? block.attrs.speaker : '',
    parts: (block.content ?? []).map(partOf),
  }));
}

function partOf(inline: ScriptInline): ScriptPart {
  if (inline.type === 'pause') return { kind: 'pause', ms: inline.attrs.ms };
  const phonetic = inline.marks?.find((mark) => mark.type === 'phonetic');
  const strong = inline.marks?.some((mark) => mark.type === 'emphasis') ?? false;
  return { kind: 'words', text: inline.text, strong, say: phonetic?.attrs.say || null };
}

/** Speakers in the order in which they first speak; each keeps its colour by its place here. */
export function speakersOf(docs: Iterable<ScriptDoc>): string[] {
  const speakers = new Set<string>();
  for (const doc of docs) for (const { kind, speaker } of scriptLines(doc)) if (kind === 'line') speakers.add(speaker);
  return [...speakers].filter((speaker) => speaker !== '');
}
