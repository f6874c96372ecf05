/** Scripts between the editor and the station: what the editor holds made into what may be kept, and back. Pure. */
import type { z } from 'zod';
import {
  MAX_SCRIPT_BYTES,
  type ScriptBlock,
  ScriptDoc,
  type ScriptInline,
  type ScriptMark,
} from '../../../electron/contract/records/script';

export interface EditorNode {
  type?: string;
  attrs?: Record<string, unknown>;
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: EditorNode[];
}

const TEXT_MOST = 50_000;
const INLINES_MOST = 2000;
const BLOCKS_MOST = 5000;

/** Null where it is more than a script may hold. */
export function docOf(json: EditorNode): ScriptDoc | null {
  const content = (json.content ?? []).flatMap(blockOf);
  // A single empty line is how the editor shows nothing.
  const doc: ScriptDoc = { type: 'doc', content: content.every(isEmpty) && content.length < 2 ? [] : content };
  if (doc.content.length > BLOCKS_MOST) return null;
  const parsed = ScriptDoc.safeParse(doc);
  if (!parsed.success) return null;
  return new TextEncoder().encode(JSON.stringify(doc)).length > MAX_SCRIPT_BYTES ? null : parsed.data;
}

const isEmpty = (block: ScriptBlock): boolean =>
  !block.content?.length && block.type === 'line' && block.attrs.speaker === '';

/** More in a line than it may hold goes on in another of the same kind. */
function blockOf(node: EditorNode): ScriptBlock[] {
  const inlines = (node.content ?? []).flatMap(inlineOf);
  const shares: ScriptInline[][] = [];
  for (let at = 0; at === 0 || at < inlines.length; at += INLINES_MOST)
    shares.push(inlines.slice(at, at + INLINES_MOST));
  return shares.map((content) => {
    const held = content.length > 0 ? { content } : {};
    if (node.type === 'cue' || node.type === 'sound') return { type: node.type, ...held };
    return { type: 'line', attrs: { speaker: String(node.attrs?.speaker ?? '').slice(0, 100) }, ...held };
  });
}

function inlineOf({ type, attrs, text = '', marks }: EditorNode): ScriptInline[] {
  if (type === 'pause') {
    const ms = Math.min(Math.max(Math.round(Number(attrs?.ms) || 1000), 100), 600_000);
    return [{ type: 'pause', attrs: { ms } }];
  }
  if (type !== 'text' || text === '') return [];
  const kept = (marks ?? []).flatMap(markOf);
  const parts: ScriptInline[] = [];
  for (let at = 0; at < text.length; ) {
    // Never between the halves of one character.
    const end = /[\uD800-\uDBFF]/.test(text[at + TEXT_MOST - 1] ?? '') ? at + TEXT_MOST - 1 : at + TEXT_MOST;
    parts.push({ type: 'text', text: text.slice(at, end), ...(kept.length > 0 ? { marks: kept } : {}) });
    at = end;
  }
  return parts;
}

function markOf({ type, attrs }: { type: string; attrs?: Record<string, unknown> }): z.infer<typeof ScriptMark>[] {
  if (type === 'emphasis') return [{ type: 'emphasis' }];
  if (type === 'phonetic') return [{ type: 'phonetic', attrs: { say: String(attrs?.say ?? '').slice(0, 200) } }];
  return [];
}

/** For the editor, which knows no document without a line. */
export const forEditor = (doc: ScriptDoc): ScriptDoc =>
  doc.content.length > 0 ? doc : { type: 'doc', content: [{ type: 'line', attrs: { speaker: '' } }] };

/** As it is read: who speaks before what they say. For differences between versions. */
export function textOf(doc: ScriptDoc, pauseText: (ms: number) => string): string {
  return doc.content
    .map((block) => {
      const said = (block.content ?? [])
        .map((inline) => (inline.type === 'text' ? inline.text : ` ${pauseText(inline.attrs.ms)} `))
        .join('');
      if (block.type !== 'line') return `[${said}]`;
      return block.attrs.speaker ? `${block.attrs.speaker}: ${said}` : said;
    })
    .join('\n');
}

/** Whoever a line may be of: presents, is a guest, or speaks in it already. In order, each once; the first is nobody named. */
export function speakersOf(names: readonly string[], doc: ScriptDoc | null): string[] {
  const used = (doc?.content ?? []).flatMap((block) => (block.type === 'line' ? [block.attrs.speaker] : []));
  return [...new Set(['', ...names, ...used])];
}
