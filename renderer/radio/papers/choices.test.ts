import { expect, it } from 'vitest';
import { PaperQuery } from '../../../electron/contract/api/rundown-files';
import { columnsOf, paperAddress, read } from './choices';

const FIRST = read(undefined);

it('begins with the usual columns and forgets what it cannot read', () => {
  expect(columnsOf(FIRST, 'rundown')).toContain('title');
  expect(columnsOf(FIRST, 'script')).toEqual([]);
  expect(read('{"kind":"poster"}')).toEqual(FIRST);
  expect(read('}')).toEqual(FIRST);
});

it('keeps columns in the order of the page', () => {
  const choices = { ...FIRST, columns: { rundown: ['notes', 'title', 'phone'] } } as const;
  expect(columnsOf(read(JSON.stringify(choices)), 'rundown')).toEqual(['title', 'notes']);
});

it('asks as the station understands it', () => {
  const wanted = { rundownId: 'R', paper: 'F4', language: 'en', showId: '01JD0000000000000000000000' } as const;
  const address = paperAddress({
    ...wanted,
    kind: 'log',
    format: 'pdf',
    columns: ['planned', 'title'],
    inline: true,
  });
  expect(address).toMatch(/^\/api\/rundowns\/R\/papers\/log\.pdf\?/);
  const query = Object.fromEntries(new URL(address, 'http://suar').searchParams);
  expect(PaperQuery.parse(query)).toEqual({
    paper: 'F4',
    language: 'en',
    columns: ['planned', 'title'],
    showId: wanted.showId,
    inline: true,
  });
  expect(paperAddress({ ...wanted, kind: 'rundown', format: 'docx', columns: [] })).not.toContain('showId');
});
