import { afterEach, expect, it, vi } from 'vitest';
import { carryOut, nameOf, readFile } from './send';

const report = (print: string, title = 'A') => ({
  source: 'csv',
  columns: [{ heading: title, field: 'title', samples: [] }],
  rows: [
    {
      ...{ row: 2, verdict: 'wrong', fields: null, script: title, parentRow: null, made: false },
      ...{ problems: [], warnings: [] },
    },
  ],
  notes: [],
  counts: { items: 1, segments: 0, warned: 0, wrong: 0 },
  totalMs: 0,
  print: print.repeat(64),
  rundownId: null,
});
const file = new File(['x'], 'Ruang_Pemilih  pagi.csv');
const readAs = { mapping: null, sheet: 1, skip: null };
const becomes = { name: 'Pagi', date: '2026-11-23', programmeId: null };

function station(...answers: object[]): URLSearchParams[] {
  const asked: URLSearchParams[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(new URL(address, 'http://suar').searchParams);
    return Promise.resolve(Response.json(answers[asked.length - 1]));
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

it('calls a rundown as its file is called', () => {
  expect(nameOf(file)).toBe('Ruang Pemilih pagi');
  expect(nameOf({ name: '.csv' })).toBe('.csv');
});

it('carries out by the print of what was shown', async () => {
  const asked = station(report('a'), report('a'));
  const read = await readFile(file, readAs, becomes);
  await carryOut(file, readAs, becomes, read);
  expect(asked.map((query) => query.get('print')?.[0])).toEqual([undefined, 'a']);
});

it('reads again when the name was changed, and takes that print where the lines are the same', async () => {
  const asked = station(report('a'), report('b'), report('b'));
  const read = await readFile(file, readAs, becomes);
  await carryOut(file, readAs, { ...becomes, name: 'Sore' }, read);
  expect(asked.map((query) => [query.get('name'), query.get('print')?.[0]])).toEqual([
    ['Pagi', undefined],
    ['Sore', undefined],
    ['Sore', 'b'],
  ]);
});

it('does not carry out lines that nobody saw', async () => {
  const asked = station(report('a'), report('b', 'B'), report('b', 'B'));
  const read = await readFile(file, readAs, becomes);
  await carryOut(file, readAs, { ...becomes, name: 'Sore' }, read);
  expect(asked.at(-1)?.get('print')?.[0]).toBe('a');
});
