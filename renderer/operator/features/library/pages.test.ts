import { expect, it } from 'vitest';
import { chunks, pagesOf } from './pages';

it('asks for the pages in view and no others', () => {
  expect(pagesOf({ first: 0, last: 40 }, 10_000)).toEqual([0]);
  expect(pagesOf({ first: 95, last: 130 }, 10_000)).toEqual([0, 1]);
  expect(pagesOf({ first: 9_950, last: 10_050 }, 10_000)).toEqual([99]);
});

it('asks for the first page of an empty list, and stays inside one that became shorter', () => {
  expect(pagesOf({ first: 0, last: 0 }, 0)).toEqual([0]);
  expect(pagesOf({ first: 800, last: 830 }, 120)).toEqual([1]);
});

it('cuts ids into groups the station takes', () => {
  expect(chunks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(chunks([], 2)).toEqual([]);
});
