/** Both languages say the same things, and everything the code can say has its sentence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failureStatus } from '../electron/contract/failure';
import { recordTypes } from '../electron/contract/records';
import { OWN_RECORDS, QUIET_FIELDS } from '../renderer/operator/features/settings/field-changes';

const ROOT = join(import.meta.dirname, '..');
const folder = (language: string) => join(ROOT, 'resources/locales', language);
const files = readdirSync(folder('id'));

function keysOf(language: string, file: string): string[] {
  const walk = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, below]) => walk(below, path ? `${path}.${key}` : key))
      : [path];
  return walk(JSON.parse(readFileSync(join(folder(language), file), 'utf8')), '').sort();
}

function* sources(path: string): Iterable<string> {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) yield* sources(below);
    else if (/\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name)) yield below;
  }
}

/** Codes written as `reason('room.code'` anywhere in what is shipped. */
function reasonCodes(): Set<string> {
  const codes = new Set<string>();
  for (const root of ['electron', 'renderer']) {
    for (const path of sources(join(ROOT, root))) {
      for (const [, code] of readFileSync(path, 'utf8').matchAll(/\breason\(\s*'([a-zA-Z.]+)'/g))
        if (code) codes.add(code);
    }
  }
  return codes;
}

/** Commands of the station itself or of tests, which leave no audit entry. */
const SILENT = new Set(['jobs.step', 'tests.seed']);

/** Commands named where they are committed, but for those that leave no audit entry. */
function auditedCommands(): string[] {
  const commands = new Set<string>();
  for (const path of sources(join(ROOT, 'electron/core'))) {
    const text = readFileSync(path, 'utf8');
    for (const [, command, rest] of text.matchAll(/(?:\bcommand: |\bask\()'([a-z]+\.[a-zA-Z]+)'([^\n]*)/g))
      if (command && !SILENT.has(command) && !rest?.includes('audited: false')) commands.add(command);
  }
  return [...commands];
}

/** The fields of a record, of all its states together. */
function fieldsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap((state) => fieldsOf(state as z.ZodType));
  throw new TypeError('neither an object nor a union of objects');
}

describe('locales', () => {
  it('have the same files', () => {
    expect(readdirSync(folder('en'))).toEqual(files);
  });

  /** Plural forms differ by language: Indonesian has one, English two. */
  const withoutPlural = (keys: string[]) => [...new Set(keys.map((key) => key.replace(/_(one|other)$/, '')))];
  it.each(files)('%s has the same keys in both', (file) => {
    expect(withoutPlural(keysOf('en', file))).toEqual(withoutPlural(keysOf('id', file)));
  });

  it('have a sentence for every reason', () => {
    const known = new Set(withoutPlural(keysOf('id', 'reasons.json')));
    expect([...reasonCodes()].filter((code) => !known.has(code)).sort()).toEqual([]);
  });

  it('name every command that the history can show', () => {
    const known = new Set(keysOf('id', 'commands.json'));
    const commands = auditedCommands();
    expect(commands).toContain('library.import');
    expect(commands.filter((command) => !known.has(command)).sort()).toEqual([]);
  });

  it('name every field that the history can show of what people edit', () => {
    const known = new Set(keysOf('id', 'fields.json'));
    const edited = Object.values(recordTypes).filter(({ name }) => !OWN_RECORDS.has(name));
    const fields = new Set(
      edited.flatMap(({ schema }) => fieldsOf(schema)).filter((field) => !QUIET_FIELDS.has(field)),
    );
    expect([...fields]).toEqual(expect.arrayContaining(['fillerPlaylistId', 'archivedAt', 'failure', 'dayparts']));
    expect([...known].sort()).toEqual([...fields].sort());
  });

  it('say of every failure what happened, what was kept and what to do', () => {
    const known = new Set(keysOf('id', 'failures.json'));
    const wanted = Object.keys(failureStatus).flatMap((code) =>
      ['happened', 'kept', 'todo'].map((part) => `${code}.${part}`),
    );
    expect(wanted.filter((key) => !known.has(key))).toEqual([]);
  });
});
