import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReadyEpisode } from '../../contract/records/episode';
import { newId } from '../../contract/ulid';
import { describedWith, feedAddress, feedOf, type Podcast, podcastBase, rfc822 } from './feed';
import { escaped } from './xml';

const AT = Date.parse('2026-11-22T07:05:09Z');
const episode = (more: Partial<ReadyEpisode> = {}): ReadyEpisode => ({
  ...{ state: 'ready', id: newId(AT), rev: 1, showId: newId(), rundownId: newId(), programmeId: newId() },
  ...{ album: 'Ruang Pemilih', title: 'Tahapan & "syarat" <KPU>', description: 'Narasumber: Ibu Sari', airedAt: AT },
  ...{ pieces: [], createdAt: AT, createdBy: 'x', hash: 'a'.repeat(64), bytes: 1234, durationMs: 61_600, chapters: [] },
  ...{ lacking: [], loudnessLufs: -16, taggedTitle: '', madeAt: AT },
  ...more,
});
const podcast: Podcast = {
  ...{ title: 'Ruang Pemilih', description: '', stationName: 'Radio Suara Tirtaraya', language: 'id' },
  ...{ address: 'https://radio.go.id/siniar/P/feed.xml', before: 'https://radio.go.id/siniar/' },
};

it('says of an episode what a directory asks for', () => {
  const made = episode();
  const feed = feedOf(podcast, [made]);
  for (const line of [
    '<title>Tahapan &amp; &quot;syarat&quot; &lt;KPU&gt;</title>',
    `<guid isPermaLink="false">${made.id}</guid>`,
    '<pubDate>Sun, 22 Nov 2026 07:05:09 +0000</pubDate>',
    `<enclosure url="https://radio.go.id/siniar/${made.id}.m4a" length="1234" type="audio/x-m4a"/>`,
    '<itunes:duration>62</itunes:duration>',
    '<link>https://radio.go.id/siniar/P/</link>',
    '<description>Ruang Pemilih</description>',
  ])
    expect(feed).toContain(line);
});

it('names files alone where nobody said under which address they will stand', () => {
  const made = episode();
  const feed = feedOf({ ...podcast, address: null, before: '' }, [made]);
  expect(feed).toContain(`url="${made.id}.m4a"`);
  expect(feed).not.toContain('atom:link');
});

it('has the newest first', () => {
  const [old, fresh] = [episode({ title: 'lama' }), episode({ title: 'baru', createdAt: AT + 1 })];
  const feed = feedOf(podcast, [old, fresh]);
  expect(feed.indexOf('baru')).toBeLessThan(feed.indexOf('lama'));
});

it('lists chapters below the description where there are several', () => {
  const chapters = [
    { title: 'Pembuka', startMs: 0 },
    { title: 'Telepon', startMs: 3_725_900 },
  ];
  expect(describedWith({ description: 'Isi', chapters })).toBe('Isi\n\n00:00:00 Pembuka\n01:02:05 Telepon');
  expect(describedWith({ description: 'Isi', chapters: chapters.slice(0, 1) })).toBe('Isi');
});

it('is as RFC 822 has it on any day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Date.parse('9999-12-25') }), (at) => {
      expect(rfc822(at)).toMatch(/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000$/);
      expect(Date.parse(rfc822(at))).toBe(Math.floor(at / 1000) * 1000);
    }),
  );
});

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const read = (text: string) =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (_all, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? ''),
  );

/** As the standard lists them. */
const STANDING: readonly (readonly [number, number])[] = [
  ...([
    [0x9, 0xa],
    [0xd, 0xd],
    [0x20, 0xd7ff],
    [0xe000, 0xfffd],
    [0x10000, 0x10ffff],
  ] as const),
];
const mayStand = (char: string) =>
  STANDING.some(([first, last]) => (char.codePointAt(0) ?? 0) >= first && (char.codePointAt(0) ?? 0) <= last);

it('escapes any text so that a reader has it again, without what no XML may hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const made = escaped(text);
      expect(made).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot|#\d+);)/);
      expect(read(made)).toBe([...text].filter(mayStand).join(''));
    }),
  );
});

it('finds a feed under an address however many strokes end it', () => {
  fc.assert(
    fc.property(fc.webUrl(), fc.stringMatching(/^\/*$/), (address, strokes) => {
      const base = podcastBase(address + strokes);
      expect(base).toMatch(/[^/]\/$/);
      expect(podcastBase(base)).toBe(base);
      expect(feedAddress(base, 'P')).toBe(`${base}P/feed.xml`);
    }),
  );
});
