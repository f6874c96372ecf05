/** Find and replace in what a rundown says. Pure; text is looked for as it stands, never as a pattern. */
import type { ScriptDoc, ScriptInline } from '../../contract/records/script';

export interface Search {
  find: string;
  by: string;
  matchCase: boolean;
}

/** The text with every place replaced, and how many there were. */
export function replaceIn(text: string, { find, by, matchCase }: Search): { text: string; places: number } {
  const pattern = new RegExp(find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), matchCase ? 'gu' : 'giu');
  let places = 0;
  const next = text.replace(pattern, () => {
    places += 1;
    return by;
  });
  return { text: next, places };
}

/** In every text of a script; one that is emptied goes. A place that is emphasised in part is two texts, and not found. */
export function replaceInScript(doc: ScriptDoc, search: Search): { doc: ScriptDoc; places: number } {
  let places = 0;
  const content = doc.content.map((block) => {
    const inlines = (block.content ?? []).flatMap((inline): ScriptInline[] => {
      if (inline.type !== 'text') return [inline];
      const next = replaceIn(inline.text, search);
      places += next.places;
      return next.text === '' ? [] : [{ ...inline, text: next.text }];
    });
    return block.content ? { ...block, content: inlines } : block;
  });
  return { doc: { ...doc, content }, places };
}
