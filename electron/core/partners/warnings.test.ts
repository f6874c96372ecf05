/** What is said of an agreement as its end comes, and of what airs on after it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../../contract/ulid';
import { openStore, type Store, type Tx } from '../store';
import {
  operator,
  quiet,
  sampleAgency,
  sampleAgreement,
  sampleAsset,
  sampleBooking,
  sampleDisplay,
  samplePlaylist,
  temporaryFolder,
} from '../store/samples';
import { createWarnings } from './warnings';

let now = 0;
const clock = { now: () => now };
const goTo = (day: string) => {
  now = Date.parse(`${day}T03:00:00Z`);
};
const AGENCY = sampleAgency();
const AGREEMENT = sampleAgreement({ agencyId: AGENCY.id, from: '2026-01-01', to: '2026-03-31' });
const CLIP = sampleAsset({ agencyId: AGENCY.id });

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let said: Map<string, [severity: string, code: string, count: unknown]>;
let warn: () => void;

beforeEach(async () => {
  goTo('2026-04-02');
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  said = new Map();
  warn = createWarnings({
    ...{ store, clock, log: quiet, dataDir: folder.dir },
    alerts: {
      raise: (id, severity, { code, params }) => void said.set(id, [severity, code, params.count ?? params.days]),
      settle: (id) => void said.delete(id),
    },
  });
  await seed((tx) => {
    tx.put('agency', AGENCY);
    tx.put('agreement', AGREEMENT);
    tx.put('asset', CLIP);
  });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const seed = (work: (tx: Tx) => void) => store.commit({ command: 'tests.seed', actor: operator }, work);
const heard = () => {
  warn();
  return [...said.values()];
};

it('says to the day when the last week has come, and on the last day that it is', () => {
  const on = (day: string) => {
    goTo(day);
    return heard();
  };
  expect(on('2026-01-15')).toEqual([]);
  expect(on('2026-03-10')).toEqual([['warning', 'agreement.ending', 30]]);
  expect(on('2026-03-11')).toEqual([['warning', 'agreement.ending', 30]]);
  expect(on('2026-03-30')).toEqual([['warning', 'agreement.lastWeek', 1]]);
  expect(on('2026-03-31')).toEqual([['warning', 'agreement.lastDay', undefined]]);
  expect(on('2026-04-01')).toEqual([]);
});

const list = samplePlaylist({ items: [{ id: newId(), assetId: CLIP.id, stillMs: null, inMs: 0, outMs: null }] });
const playing = sampleBooking({
  what: { kind: 'playlist', playlistId: list.id },
  from: '2026-01-01',
  to: '2026-12-31',
});

it.each([
  ['a playlist that is booked', (tx: Tx) => void tx.put('booking', playing)],
  ['the filler of a display', (tx: Tx) => void tx.put('display', sampleDisplay({ fillerPlaylistId: list.id }))],
  [
    'a booking of its own',
    (tx: Tx) => void tx.put('booking', { ...playing, what: { kind: 'asset', assetId: CLIP.id } }),
  ],
])('says that material airs on after the end by %s', async (_, put) => {
  await seed((tx) => void tx.put('playlist', list));
  expect(heard()).toEqual([]);
  await seed(put);
  expect(heard()).toEqual([['warning', 'agreement.uncovered', undefined]]);
});

it('is silent where another agreement covers it, and speaks for the last that ended alone', async () => {
  const older = sampleAgreement({ agencyId: AGENCY.id, number: 'PKS/0', from: '2025-01-01', to: '2025-12-31' });
  await seed((tx) => {
    tx.put('playlist', list);
    tx.put('booking', playing);
    tx.put('agreement', older);
  });
  expect(heard()).toHaveLength(1);
  expect([...said.keys()]).toEqual([`agreement.${AGREEMENT.id}`]);
  const next = sampleAgreement({ agencyId: AGENCY.id, number: 'PKS/2', from: '2026-04-01', to: '2027-03-31' });
  await seed((tx) => void tx.put('agreement', next));
  expect(heard()).toEqual([]);
});

it('is an error where something is booked under it', async () => {
  await seed((tx) => {
    tx.put('playlist', list);
    tx.put('booking', { ...playing, agreementId: AGREEMENT.id });
  });
  expect(heard()).toEqual([['error', 'agreement.over', undefined]]);
});
