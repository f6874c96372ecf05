import { beforeEach, expect, it } from 'vitest';
import type { PlaylistView } from '../../../../electron/contract/api/schedule';
import { newId } from '../../../../electron/contract/ulid';
import { Saver, type SaverDoors } from './saver';

const ID = newId(1);
const item = (name: string) => ({ id: name, assetId: name, stillMs: null, inMs: 0, outMs: null });
const items = (names: string) => [...names].map(item);
const names = (list: readonly { id: string }[]) => list.map((each) => each.id).join('');
const view = (rev: number, list: string): PlaylistView => ({
  id: ID,
  rev,
  name: 'Pagi',
  items: items(list),
  smart: null,
  lengths: [],
  found: null,
  totalMs: 0,
  createdAt: 0,
  updatedAt: 0,
});

class Stale extends Error {}
let station: PlaylistView;
let revs: number[];
let refusals: unknown[];
let broken: Error | null;
let saver: Saver;

/** A station in a few lines: the rule of revisions, nothing else. */
const doors: SaverDoors = {
  async update({ rev, items: next }) {
    await Promise.resolve();
    if (broken) throw broken;
    if (rev !== station.rev) throw new Stale();
    revs.push(rev);
    station = { ...station, rev: rev + 1, items: next };
    return station;
  },
  newest: async () => station,
  isStale: (fault) => fault instanceof Stale,
  refused: (fault) => refusals.push(fault),
};

beforeEach(() => {
  station = view(1, 'abc');
  revs = [];
  refusals = [];
  broken = null;
  saver = new Saver(station, doors);
});

const settled = () =>
  new Promise<void>((resolve) => {
    const stop = saver.subscribe(() => {
      if (saver.snapshot().saving) return;
      stop();
      resolve();
    });
  });

it('sends quick edits one by one, each on the revision before', async () => {
  saver.edit(items('acb'));
  saver.edit(items('cab'));
  expect(names(saver.snapshot().items)).toBe('cab');
  await settled();
  expect(revs).toEqual([1, 2]);
  expect(names(station.items)).toBe('cab');
});

it('shows both versions when someone else was first, and keeps mine when asked', async () => {
  station = view(5, 'xyz');
  saver.edit(items('acb'));
  await settled();
  expect(names(saver.snapshot().theirs?.items ?? [])).toBe('xyz');
  expect(names(saver.snapshot().items)).toBe('acb');
  saver.keepMine();
  await settled();
  expect(names(station.items)).toBe('acb');
  expect(station.rev).toBe(6);
});

it('takes theirs when asked', async () => {
  station = view(5, 'xyz');
  saver.edit(items('acb'));
  await settled();
  saver.takeTheirs();
  expect(names(saver.snapshot().items)).toBe('xyz');
  expect(names(station.items)).toBe('xyz');
});

it('goes back to what is saved after any other refusal', async () => {
  broken = new Error('disk full');
  saver.edit(items('acb'));
  await settled();
  expect(refusals).toEqual([broken]);
  expect(names(saver.snapshot().items)).toBe('abc');
});

it('follows the station while nothing is being edited', () => {
  saver.receive(view(2, 'ab'));
  expect(names(saver.snapshot().items)).toBe('ab');
});
