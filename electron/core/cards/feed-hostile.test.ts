/** Feeds that would hold the station: what is done with them is over within the time of a test, or they have held it. */
import { describe, expect, it } from 'vitest';
import { csvRows, readFeed } from './feed-read';

const mapping = { title: 't' };
const csv = (text: string) => readFeed(text, { format: 'csv', rowsAt: '', mapping });
const json = (text: string) => readFeed(JSON.stringify([{ t: text }]), { format: 'json', rowsAt: '', mapping });

describe('a feed that would hold the station', () => {
  it.each(['<', '<br', '<b ', '&', '&a', '&#1'])('is read in one go where a cell is nothing but %s', async (part) => {
    const read = await json(part.repeat(1_000_000 / part.length));
    expect(read).toMatchObject({ rows: [{ title: expect.stringMatching(/^.{4000}$/s) }] });
  });

  it('loses its tags and keeps its words as before', async () => {
    expect(await json('<p class="a">1 &lt; 2</p><img src="x"/><b>3 < 4</b>')).toMatchObject({
      rows: [{ title: '1 < 2\n3 < 4' }],
    });
  });

  it('is not followed into itself', async () => {
    const deep = `${'{"#text":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect(await readFeed(`[{"t":${deep}}]`, { format: 'json', rowsAt: '', mapping })).toMatchObject({ rows: [{}] });
  });

  it('makes no more cells than it has room for', async () => {
    expect(await csv(';'.repeat(1_000_000))).toMatchObject({ code: 'feed.unreadable' });
    const rows = csvRows(`${Array.from({ length: 500 }, (_, at) => at).join(';')}\n${'a\n'.repeat(300_000)}`);
    expect(rows).toHaveLength(100);
    expect(Object.keys(rows[0] ?? {})).toHaveLength(500);
  });

  it.each([
    ['parts', '<?a?>'.repeat(200_000)],
    ['elements', Array.from({ length: 100_000 }, (_, at) => `<a${at}/>`).join('')],
    ['attributes', `<item ${'a '.repeat(500_000)}/>`],
    ['one row of elements', `<item>${'x<a/>'.repeat(200_000)}</item>`],
  ])('is read beside all else where it is nothing but %s', async (_, parts) => {
    // Each turn of the loop is one in which others are served.
    let turns = 0;
    const other = setInterval(() => turns++, 10);
    await readFeed(`<rss><channel>${parts}</channel></rss>`, { format: 'rss', rowsAt: '', mapping });
    clearInterval(other);
    expect(turns).toBeGreaterThan(4);
  });
});
