/** Typefaces for papers: pdfmake's Roboto, and beside it what Roboto lacks. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { Face } from '../../../domain/lettering/runs';

const require = createRequire(import.meta.url);
const unpack = promisify(brotliDecompress);

type Style = 'normal' | 'bold' | 'italics' | 'bolditalics';

/**
 * Roboto (Apache 2.0), which pdfmake brings with it: Inter lies here only as a variable WOFF2 in two subsets, of which pdfkit
 * can draw neither the bold weight nor a word that needs both.
 */
export function paperFonts(): Record<Style, string> {
  const folder = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  const face = (name: string) => join(folder, `Roboto-${name}.ttf`);
  return {
    normal: face('Regular'),
    bold: face('Medium'),
    italics: face('Italic'),
    bolditalics: face('MediumItalic'),
  };
}

/** In resources/fonts, as TrueType under Brotli: fontkit cannot embed the composite glyphs of a WOFF2. */
const MORE: Readonly<Record<Exclude<Face, 'paper'>, string>> = {
  arabic: 'noto-sans-arabic-400.ttf.br',
  emoji: 'noto-emoji-400.ttf.br',
};

/** The TrueType files of the faces asked for. @throws Error where the program lacks one */
export async function moreFonts(faces: ReadonlySet<Face>): Promise<Partial<Record<Face, Uint8Array>>> {
  const found: Partial<Record<Face, Uint8Array>> = {};
  for (const face of ['arabic', 'emoji'] as const)
    if (faces.has(face)) found[face] = await unpack(await readFile(fontFile(MORE[face])));
  return found;
}

/** The folder stands beside dist/ or, in a packed program, beside its archive. @throws Error */
function fontFile(name: string): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'resources', 'fonts', name);
    if (existsSync(path)) return path;
  }
  throw new Error(`resources/fonts/${name} is not there`);
}
