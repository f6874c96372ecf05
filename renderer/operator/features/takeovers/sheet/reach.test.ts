import { expect, it } from 'vitest';
import type { DisplayView } from '../../../shared/display-health';
import { meant, panelsOf } from './reach';

const view = (id: string, name: string, width = 800, height = 400) =>
  ({ display: { id, name, profile: { width, height } } }) as DisplayView;
const all = [view('a', 'VT-10'), view('b', 'VT-2'), view('c', 'VT-3', 400, 800)];
const groups = [{ id: 'g', rev: 0, name: 'Kota', displayIds: ['b', 'c', 'gone'] }];
const names = (views: DisplayView[]) => views.map(({ display }) => display.name);

it('means each display once, in order of name', () => {
  expect(names(meant({ all: true, displayIds: [], groupIds: [] }, all, groups))).toEqual(['VT-2', 'VT-3', 'VT-10']);
  expect(names(meant({ all: false, displayIds: ['a', 'c'], groupIds: ['g'] }, all, groups))).toEqual([
    'VT-2',
    'VT-3',
    'VT-10',
  ]);
  expect(meant({ all: false, displayIds: ['gone'], groupIds: [] }, all, groups)).toEqual([]);
});

it('counts the different panels', () => {
  expect(panelsOf(all)).toEqual([
    { size: '800 × 400', width: 800, height: 400, count: 2 },
    { size: '400 × 800', width: 400, height: 800, count: 1 },
  ]);
});
