/** Both languages say the same things: same keys (but for plural forms), same parameters, and nothing the code asks for is missing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureStatus } from '../../../electron/contract/failure';

const ROOT = join(import.meta.dirname, '../../..');
const LOCALES = join(ROOT, 'resources/locales');
const OPERATOR = join(import.meta.dirname, '..');
const BESIDE = ['radio', 'desk'].map((page) => join(ROOT, 'renderer', page));

function sentences(language: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') found.set(path, value);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, path ? `${path}.${key}` : key);
  };
  for (const file of readdirSync(join(LOCALES, language)).filter((name) => name.endsWith('.json'))) {
    walk(JSON.parse(readFileSync(join(LOCALES, language, file), 'utf8')), file.replace('.json', ':'));
  }
  return found;
}

const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '');
const params = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).toSorted();
const [indonesian, english] = [sentences('id'), sentences('en')];

describe('locales', () => {
  it('say the same things in both languages', () => {
    const keys = (all: Map<string, string>) => [...new Set([...all.keys()].map(withoutPlural))].toSorted();
    expect(keys(indonesian)).toEqual(keys(english));
    expect(indonesian.size).toBeGreaterThan(300);
  });

  it('take the same parameters', () => {
    const odd = [...english].filter(([key, text]) => {
      const other = indonesian.get(key) ?? indonesian.get(`${withoutPlural(key)}_other`);
      return other !== undefined && String(params(other)) !== String(params(text));
    });
    expect(odd).toEqual([]);
  });

  it('leave no sentence empty', () => {
    expect([...indonesian, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('say of every failure what happened, what was kept and what to do', () => {
    const missing = Object.keys(failureStatus).flatMap((code) =>
      ['happened', 'kept', 'todo'].map((part) => `failures:.${code}.${part}`).filter((key) => !indonesian.has(key)),
    );
    expect(missing).toEqual([]);
  });

  it('have a sentence for every reason that the code gives outright', () => {
    const known = new Set([...indonesian.keys()].map(withoutPlural));
    const given = [...sourceFiles(join(ROOT, 'electron')), ...sourceFiles(join(ROOT, 'renderer'))].flatMap(reasonsIn);
    expect(given.length).toBeGreaterThan(100);
    expect([...new Set(given)].filter((code) => !known.has(`reasons:.${code}`))).toEqual([]);
  });

  it('hold every sentence that a screen names outright', () => {
    const missing = [OPERATOR, ...BESIDE].flatMap(sourceFiles).flatMap(missingIn);
    expect(missing).toEqual([]);
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|fixtures|-kit/.test(name))
    .map((name) => join(folder, name));
}

function reasonsIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/\breason\(\s*'([a-zA-Z.]+)'/g)].map(([, code = '']) => code);
}

/** Keys given as plain text to `t(...)`; those put together at run time are seen by the pictures. */
function missingIn(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const named = [...code.matchAll(/useTranslation\(\[?'(\w+)'/g)].map(([, name = '']) => name);
  // A file that is handed its `t` may mean any namespace.
  const namespaces = named.length > 0 ? named : [...indonesian.keys()].map((key) => key.split(':')[0] ?? '');
  const known = new Set([...indonesian.keys()].map(withoutPlural));
  const has = (namespace: string, key: string) =>
    known.has(`${namespace}:.${key}`) || indonesian.has(`${namespace}:.${key}`);
  return [...code.matchAll(/\bt\(\s*'([\w.:]+)'/g)]
    .map(([, key = '']) => key)
    .filter((key) => {
      const [namespace, rest] = key.includes(':') ? key.split(':') : [undefined, key];
      return namespace ? !has(namespace, rest ?? '') : !namespaces.some((name) => has(name, key));
    })
    .map((key) => `${file.slice(OPERATOR.length)} ${key}`);
}
