/** What the shell itself says: menus, tray and error boxes, from the same locale files as the console. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../contract/records/user';
import type { Reason } from '../contract/scalars';

const ShellWords = z.object({
  file: z.string(),
  edit: z.string(),
  view: z.string(),
  open: z.string(),
  addFiles: z.string(),
  quit: z.string(),
  stillServing: z.string(),
  keepsEnding: z.string(),
  cannotStart: z.string(),
});
export type ShellWords = z.infer<typeof ShellWords>;

/** Sentences by the parts of a reason's code, two or more. */
interface Branch {
  [part: string]: string | Branch;
}
const Sentences: z.ZodType<Branch> = z.lazy(() => z.record(z.string(), z.union([z.string(), Sentences])));

export interface Words {
  shell: ShellWords;
  /** A reason as a sentence; null when this language has none for its code. */
  reason(why: Reason): string | null;
}

/** @throws when the installation lacks its locale files */
export function loadWords(resourcesDir: string, language: Language): Words {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(resourcesDir, 'locales', language, `${name}.json`), 'utf8'));
  const sentences = Sentences.parse(read('reasons'));
  return {
    shell: ShellWords.parse(read('shell')),
    reason({ code, params }) {
      const found = code
        .split('.')
        .reduce<string | Branch | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), sentences);
      return typeof found === 'string' ? fill(found, params) : null;
    },
  };
}

/** Puts values in the places `{{name}}`. */
export function fill(sentence: string, params: Reason['params']): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_place, name: string) => String(params[name] ?? ''));
}

/** The station's language as it was last; before the first start the system's, Indonesian unless it is English. */
export function languageOf(remembered: Language | null, systemLocale: string): Language {
  return remembered ?? (systemLocale.toLowerCase().startsWith('en') ? 'en' : 'id');
}
