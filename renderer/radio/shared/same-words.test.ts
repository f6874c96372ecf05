/** One thing has one word wherever the radio names it: in the editor, on air, in the views and on paper. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

interface Words {
  [key: string]: string | Words;
}
const Words: z.ZodType<Words> = z.lazy(() => z.record(z.string(), z.union([z.string(), Words])));

function wordsOf(language: string, file: string): Words {
  const path = resolve(import.meta.dirname, `../../../resources/locales/${language}/${file}.json`);
  return Words.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function word(language: string, address: string): string | Words | undefined {
  const [file = '', ...keys] = address.split('.');
  let found: string | Words | undefined = wordsOf(language, file);
  for (const key of keys) found = typeof found === 'object' ? found[key] : undefined;
  return found;
}

/** Each line names one thing. Letters are compared as small ones. */
const SAME = [
  ['rundowns.kind', 'onAir.kind', 'papers.kinds'],
  ['rundowns.status', 'papers.statuses'],
  ['rundowns.timing.optional', 'rundowns.list.optional', 'rundownImport.field.optional', 'papers.optional'],
  ['rundowns.timing.floating', 'onAir.next.atHand', 'rundownImport.field.floating', 'papers.floating'],
  ['rundowns.timing.hard', 'rundowns.list.hard', 'rundownImport.field.hard', 'papers.hard'],
  ['onAir.hard.title', 'views.part.hard'],
  ['script.cue', 'onAir.current.cue', 'views.script.cue'],
  ['script.sound', 'onAir.current.sound', 'views.script.sound', 'papers.sound'],
  ['onAir.current.pause', 'views.script.pause', 'script.pause.of'],
  ['rundowns.column.status', 'papers.columns.status', 'papersMenu.column.status', 'papers.facts.status'],
  ['rundowns.column.length', 'papers.columns.duration', 'papersMenu.column.duration', 'rundowns.head.length'],
  ['onAir.after.planned', 'papers.columns.planned', 'papersMenu.column.planned'],
  ['onAir.after.actual', 'papers.columns.actual', 'papersMenu.column.actual'],
] as const;

it.each(['id', 'en'].flatMap((language) => SAME.map((places) => [language, ...places])))(
  '%s: %s',
  (language, first, ...others) => {
    const [said, ...rest] = [first, ...others].map((place) => JSON.stringify(word(language, place))?.toLowerCase());
    expect(said).toBeDefined();
    for (const other of rest) expect(other).toBe(said);
  },
);
