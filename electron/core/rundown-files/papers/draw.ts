/** A paper in one of its formats. The libraries take seconds for a long one, so a thread has them. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { PaperFormat } from '../../../contract/api/rundown-files';
import { inThread } from '../../sheets/thread';
import DOCX from './draw-docx.cjs?raw';
import PDF from './draw-pdf.cjs?raw';
import { drawXlsx } from './draw-xlsx';
import type { Paper } from './paper';

const require = createRequire(import.meta.url);

export async function draw(paper: Paper, format: PaperFormat): Promise<Buffer> {
  switch (format) {
    case 'xlsx':
      return drawXlsx(paper);
    case 'docx':
      return bytesOf(await inThread(DOCX, { libraries: { docx: require.resolve('docx') }, input: { paper } }));
    case 'pdf': {
      const libraries = { pdfmake: require.resolve('pdfmake') };
      return bytesOf(await inThread(PDF, { libraries, input: { paper, fonts: fonts() } }));
    }
    default:
      return format satisfies never;
  }
}

const bytesOf = (made: unknown): Buffer => Buffer.from(z.instanceof(Uint8Array).parse(made));

/**
 * Roboto (Apache 2.0), which pdfmake brings with it: Inter lies here only as a variable WOFF2 in two subsets, of which pdfkit
 * can draw neither the bold weight nor a word that needs both.
 */
function fonts(): Record<'normal' | 'bold' | 'italics' | 'bolditalics', string> {
  const folder = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  const face = (name: string) => join(folder, `Roboto-${name}.ttf`);
  return {
    normal: face('Regular'),
    bold: face('Medium'),
    italics: face('Italic'),
    bolditalics: face('MediumItalic'),
  };
}
