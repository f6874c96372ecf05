import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedRow } from '../../contract/records/card-feed';
import { withRows } from '../../domain/cards/feed-rows';
import { SAMPLES } from '../../domain/cards/samples';
import { csvRows, readFeed } from './feed-read';

const mapping = { title: 'judul', date: 'tanggal', time: 'jam', place: 'tempat' };

describe('readFeed', () => {
  it('reads CSV as Excel writes it here, quotes and breaks within', async () => {
    const text = '\uFEFFjudul;tanggal;jam;tempat\r\n"Rapat; ""besar""";24/11/2026;09.00;"Aula\nlantai 2"\r\n';
    const read = await readFeed(text, { format: 'csv', rowsAt: '', mapping });
    expect(read).toEqual({
      rows: [{ title: 'Rapat; "besar"', date: '24/11/2026', time: '09.00', place: 'Aula\nlantai 2' }],
      columns: ['judul', 'tanggal', 'jam', 'tempat'],
    });
  });

  it('reads a list in JSON where it stands, by dotted paths', async () => {
    const text = JSON.stringify({ data: { acara: [{ judul: 'Rapat', waktu: { tanggal: '2026-11-24' }, jam: 9 }] } });
    const read = await readFeed(text, {
      format: 'json',
      rowsAt: 'data.acara',
      mapping: { title: 'judul', date: 'waktu.tanggal' },
    });
    expect(read).toMatchObject({ rows: [{ title: 'Rapat', date: '2026-11-24' }] });
  });

  it('reads RSS and Atom, their HTML as text', async () => {
    const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><title>Banjir surut</title>
      <description><![CDATA[<p>Warga &amp; petugas<br>pulang</p>]]></description></item></channel></rss>`;
    const way = { format: 'rss' as const, rowsAt: '', mapping: { title: 'title', body: 'description' } };
    expect(await readFeed(rss, way)).toMatchObject({
      rows: [{ title: 'Banjir surut', body: 'Warga & petugas\npulang' }],
    });
    const atom = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title></entry></feed>';
    expect(await readFeed(atom, way)).toMatchObject({ rows: [{ title: 'A' }] });
  });

  it.each([
    ['&lt;p&gt;Warga &amp;amp; petugas&lt;br/&gt;pulang&lt;/p&gt;', 'Warga & petugas\npulang'],
    ['Jam 8 &#x2013; 10 &#8220;WIB&#x201d; &#128276;', 'Jam 8 – 10 “WIB” 🔔'],
    ['Umur &lt; 5 atau &gt; 60 tahun', 'Umur < 5 atau > 60 tahun'],
    ['A&#55357;B&#xD83D;C', 'ABC'],
  ])('reads signs that are written as XML asks: %s', async (written, said) => {
    const rss = `<rss version="2.0"><channel><item><description>${written}</description></item></channel></rss>`;
    const way = { format: 'rss' as const, rowsAt: '', mapping: { body: 'description' } };
    expect(await readFeed(rss, way)).toMatchObject({ rows: [{ body: said }] });
  });

  it.each([
    ['json', '<html>'],
    ['json', '"teks"'],
    ['rss', '{"a":1}'],
    ['rss', '<rss><channel>'],
  ] as const)('says that this is no %s: %s', async (format, text) => {
    expect(await readFeed(text, { format, rowsAt: '', mapping })).toMatchObject({
      code: expect.stringMatching(/^feed\./),
    });
  });

  it('never reaches into what every object has', async () => {
    const read = await readFeed('[{"judul":"A"}]', {
      format: 'json',
      rowsAt: '',
      mapping: { title: '__proto__.constructor', date: 'judul.length' },
    });
    expect(read).toMatchObject({ rows: [{}] });
  });

  it('gives back every cell of any CSV', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ['"a";"b"', ...rows.map((row) => row.map(quoted).join(';'))].join('\r\n');
        const kept = rows.filter((row) => row.some((each) => each !== ''));
        expect(csvRows(text)).toEqual(kept.map(([a, b]) => ({ a, b })));
      }),
    );
  });
});

describe('withRows', () => {
  it('fills an agenda, leaving out what has no day', () => {
    const rows: FeedRow[] = [
      { title: 'Rapat', date: '24/11/2026', time: '9.00', place: 'Aula' },
      { title: 'Tanpa hari', date: 'besok' },
      { title: 'Surat', date: 'Tue, 24 Nov 2026 12:30:00 +0700' },
    ];
    expect(withRows(SAMPLES.agenda, rows)).toMatchObject({
      entries: [
        { title: 'Rapat', date: '2026-11-24', time: '09:00', place: 'Aula' },
        { title: 'Surat', date: '2026-11-24', time: '12:30' },
      ],
    });
  });

  it('fills neither an emergency nor a result: a person writes each word of them', () => {
    expect(withRows(SAMPLES.result, [{ name: 'Pasangan 1', value: '1.234 suara' }])).toBeNull();
    expect(withRows(SAMPLES.emergency, [{ title: 'Pilih nomor 1' }])).toBeNull();
  });

  it('leaves a card as it is where a row cannot be shown', () => {
    expect(withRows(SAMPLES.countdown, [{ date: 'kapan-kapan' }])).toBeNull();
    expect(withRows(SAMPLES.hoax, [])).toBeNull();
    expect(withRows(SAMPLES.hoax, [{ answer: 'x'.repeat(5000) }])).toMatchObject({
      answer: expect.stringMatching(/…$/),
    });
  });
});
