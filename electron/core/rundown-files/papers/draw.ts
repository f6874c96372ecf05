/** A paper in one of its formats. The libraries take seconds for a long one, so a thread has them. */
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { PaperFormat } from '../../../contract/api/rundown-files';
import { inTurns } from '../../loop';
import { inThread } from '../../sheets/thread';
import DOCX from './draw-docx.cjs?raw';
import LETTERS from './draw-letters.cjs?raw';
import PDF from './draw-pdf.cjs?raw';
import { drawXlsx } from './draw-xlsx';
import { moreFonts, paperFonts } from './fonts';
import { letteringOf } from './lettering';
import type { Paper } from './paper';

const require = createRequire(import.meta.url);

/** The thread's code is one text, so the other file is a module within it. */
const PDF_CODE = `const letters = (() => { const module = { exports: null };\n${LETTERS}\nreturn module.exports; })();\n${PDF}`;

export async function draw(paper: Paper, format: PaperFormat): Promise<Buffer> {
  switch (format) {
    case 'xlsx':
      return drawXlsx(paper);
    case 'docx':
      return bytesOf(await inThread(DOCX, { libraries: { docx: require.resolve('docx') }, input: { paper } }));
    case 'pdf':
      return drawPdf(paper);
    default:
      return format satisfies never;
  }
}

const bytesOf = (made: unknown): Buffer => Buffer.from(z.instanceof(Uint8Array).parse(made));

async function drawPdf(paper: Paper): Promise<Buffer> {
  const { lettering } = await inTurns(letteringOf(paper));
  const faces = new Set([...lettering.values()].flatMap(({ pieces }) => pieces.flat().map(({ face }) => face)));
  const libraries = {
    pdfmake: require.resolve('pdfmake'),
    layout: require.resolve('pdfmake/js/LayoutBuilder.js'),
  };
  const input = { paper, lettering, fonts: paperFonts(), more: await moreFonts(faces) };
  return bytesOf(await inThread(PDF_CODE, { libraries, input }));
}
