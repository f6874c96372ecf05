import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { PaperQuery } from '../../../contract/api/rundown-files';
import { type ItemPart, items } from '../../../domain/rundown/samples';
import { openShow, RUNDOWN_ID, type ShowBench } from '../samples';
import { createPapers } from '.';
import { moreFonts, paperFonts } from './fonts';
import { insides } from './insides';
import { COVERAGE } from './lettering';

const GREETING = 'Selamat pagi 🎉👩‍👩‍👧 السلام عليكم ورحمة الله';
const SIGNS = z.object({ characterSet: z.array(z.number()) });
const fontkit = z
  .object({ create: z.custom<(bytes: Uint8Array) => unknown>((made) => typeof made === 'function') })
  .parse(createRequire(createRequire(import.meta.url).resolve('pdfkit'))('fontkit'));
const signsOf = (bytes: Uint8Array) => new Set(SIGNS.parse(fontkit.create(Buffer.from(bytes))).characterSet);

let bench: ShowBench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

async function papersOf(...parts: ItemPart[]) {
  bench = await openShow(items(...parts));
  const papers = createPapers(bench.store, bench.clock);
  const asked = { rundownId: RUNDOWN_ID, kind: 'rundown', query: PaperQuery.parse({}) } as const;
  return {
    pdf: async () => (await papers.paper({ ...asked, format: 'pdf' })).bytes,
    gaps: () => papers.paperGaps(asked),
  };
}

/** What the shapes of a file stand for, by its tables from shapes to letters (ISO 32000-1, 9.10.3). */
function letters(bytes: Buffer): string {
  const rows = [...insides(bytes).matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[([^\]]*)\]/g)].map(([, row]) => row ?? '');
  const texts = rows.flatMap((row) => [...row.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex]) => hex ?? ''));
  return texts.map((hex) => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')).join(' ');
}

it('knows what each typeface can draw', async () => {
  const more = await moreFonts(new Set(['arabic', 'emoji']));
  for (const face of ['arabic', 'emoji'] as const)
    expect([...signsOf(more[face] ?? new Uint8Array())].filter((sign) => !COVERAGE[face].has(sign))).toEqual([]);
  for (const face of ['arabic', 'emoji'] as const)
    expect([...COVERAGE[face]].filter((sign) => !signsOf(more[face] ?? new Uint8Array()).has(sign))).toEqual([]);
  for (const path of Object.values(paperFonts())) {
    const signs = signsOf(readFileSync(path));
    expect([...COVERAGE.paper].filter((sign) => !signs.has(sign))).toEqual([]);
  }
}, 60_000);

it('draws emoji and Arabic in typefaces that have them, each letter as itself', { timeout: 60_000 }, async () => {
  const { pdf, gaps } = await papersOf({ title: GREETING, notes: 'نبت ثوب', durationMs: 1000 });
  const bytes = await pdf();
  const names = new Set([...insides(bytes).matchAll(/\/BaseFont \/\w+\+([\w-]+)/g)].map(([, name]) => name));
  expect(names).toContain('NotoSansArabic-Regular');
  expect(names).toContain('NotoEmoji-Regular');
  const found = letters(bytes);
  expect(found).toContain('🎉');
  expect(found).toContain('👩‍👩‍👧');
  for (const letter of new Set('السلام عليكم ورحمة الله نبت ثوب')) expect(found).toContain(letter);
  expect(await gaps()).toBe(0);
});

it('reads as it was written', { timeout: 60_000 }, async ({ skip }) => {
  if (spawnSync('pdftotext', ['-v']).error) skip('pdftotext is not here');
  const path = join(tmpdir(), `suar-lettering-${process.pid}.pdf`);
  const { pdf } = await papersOf(
    { title: 'Doa 👩‍👩‍👧', notes: 'السلام عليكم', durationMs: 1000 },
    { title: 'هذا برنامجنا' },
  );
  writeFileSync(path, await pdf());
  const text = String(spawnSync('pdftotext', [path, '-']).stdout);
  rmSync(path);
  for (const part of ['السلام عليكم', 'هذا برنامجنا', '👩‍👩‍👧']) expect(text).toContain(part);
});

it('loads no other typeface for plain papers, and counts what none can draw', { timeout: 60_000 }, async () => {
  const { pdf, gaps } = await papersOf({ title: 'Biasa', durationMs: 1000 });
  expect(insides(await pdf())).not.toContain('Noto');
  expect(await gaps()).toBe(0);
  await bench?.close();
  const rare = await papersOf({ title: 'Aksara ꦱꦸꦮꦫ', notes: '漢字 → 🎉', durationMs: 1000 });
  expect(await rare.gaps()).toBe([...new Intl.Segmenter('id').segment('ꦱꦸꦮꦫ漢字')].length);
  expect((await rare.pdf()).length).toBeGreaterThan(1000);
});
