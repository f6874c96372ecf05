import fsp from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

const here = import.meta.dirname;
const root = path.resolve(here, '../../..');

function has(tree: unknown, code: string): boolean {
  return (
    typeof code.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], tree) === 'string'
  );
}

it.each(['id', 'en'])('every reason that the library and its jobs give has a sentence in %s', async (language) => {
  const sentences = JSON.parse(
    await fsp.readFile(path.join(root, `resources/locales/${language}/reasons.json`), 'utf8'),
  );
  const codes = new Set(['where.playlist', 'where.booking', 'where.filler']);
  for (const outside of ['diskFull', 'readOnly', 'toolMissing']) codes.add(`job.${outside}`);
  for (const room of ['library', 'jobs']) {
    const dir = path.resolve(here, '..', room);
    const files = (await fsp.readdir(dir)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const file of files) {
      const text = await fsp.readFile(path.join(dir, file), 'utf8');
      for (const [, code] of text.matchAll(
        /'((?:adopt|job|watch)\.[a-zA-Z]+|library\.(?:kind|source|no)[a-zA-Z]+)'/g,
      )) {
        if (code) codes.add(code);
      }
    }
  }
  expect(codes.size).toBeGreaterThan(20);
  expect([...codes].filter((code) => !has(sentences, code))).toEqual([]);
});
