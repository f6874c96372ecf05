/** Publishing through the real cards and library: all of it or nothing, however often it is pressed. */
import { beforeEach, expect, it } from 'vitest';
import { freshCards, settledAsset } from '../../../tests/fixtures/cards';
import { openDesk, seed } from '../../../tests/fixtures/hoaxes';
import { addDisplay, CALLER, type TestLibrary } from '../../../tests/fixtures/library';
import { eventually } from '../../../tests/lib/eventually';
import type { HoaxCase } from '../../contract/records/hoax-case';
import type { Rundown } from '../../contract/records/rundown';
import { DAY_MS } from '../../domain/calendar';
import { localParts } from '../../domain/time';
import type { RundownsRoom } from '../rundowns';
import { settingsOf } from '../store';
import { refused, samplePlaylist, sampleUser } from '../store/samples';
import type { Hoaxes } from '.';

let on: TestLibrary;
let desk: Hoaxes;
let rundowns: RundownsRoom;
/** Stands between a card's picture and the commit that takes it in. */
let beforeCommit: () => Promise<unknown>;
/** Asked inside that commit, when the card and most places are put already. */
let fails: () => void;
let displayId: string;
const playlist = samplePlaylist();

beforeEach(() => {
  beforeCommit = async () => {};
  fails = () => {};
});
freshCards({
  ask: async () => ({ kind: 'same' }),
  through: (library) => ({
    ...library,
    takeDrawn: async (arrival) => {
      await beforeCommit();
      return library.takeDrawn(arrival);
    },
  }),
  take: (fresh, cards) => {
    on = fresh;
    ({ desk, rundowns } = openDesk(on.store, on.clock, cards, () => fails()));
  },
});
beforeEach(async () => {
  displayId = (await addDisplay(on)).id;
  await on.store.commit(seed, (tx) => tx.put('playlist', playlist));
  return () => rundowns.stop();
});

async function answered(): Promise<HoaxCase> {
  const told = { reporter: '', channel: '', link: '', claim: 'Pencoblosan diundur', reportedAt: on.clock.now() };
  const made = (await desk.handlers.report(told, CALLER)) as HoaxCase;
  const clarification = { verdict: 'hoax' as const, answer: 'Tidak benar.', sources: ['KPU'] };
  return (await desk.handlers.clarify({ id: made.id, rev: made.rev, clarification }, CALLER)) as HoaxCase;
}
async function tomorrow(): Promise<Rundown> {
  const { date } = localParts(on.clock.now() + DAY_MS, settingsOf(on.store).zone);
  return rundowns.handlers.rundowns.create({ programmeId: null, date, fields: {} }, CALLER);
}
const everywhere = (rundownId: string) => ({
  ...{ playlistIds: [playlist.id], rundownId, spot: null },
  on: { displayIds: [displayId], groupIds: [], days: 7 },
});
const press = ({ id, rev }: HoaxCase, rundownId: string) =>
  desk.handlers.publish({ id, rev, ...everywhere(rundownId) }, CALLER) as Promise<HoaxCase>;

/** How often it stands in each of its places, and whether its card is there. */
function found({ id }: HoaxCase, rundownId: string) {
  const one = on.store.get('hoaxCase', id);
  return {
    state: one?.state,
    card: on.store.get('card', one?.cardId ?? '')?.assetId !== null,
    items: on.store.get('playlist', playlist.id)?.items.length,
    bookings: on.store.all('booking').length,
    read: on.store.rundownParts.of('rundownItem', rundownId).length,
  };
}
const NOTHING = { state: 'clarified', card: false, items: 0, bookings: 0, read: 0 };
const ONCE = { state: 'published', card: true, items: 1, bookings: 1, read: 1 };

it('keeps nothing of what breaks down halfway, and all of it when it is pressed again', async () => {
  const [one, { id }] = [await answered(), await tomorrow()];
  fails = () => {
    throw new Error('the power went');
  };
  await expect(press(one, id)).rejects.toThrow('the power went');
  expect(found(one, id)).toEqual(NOTHING);
  fails = () => {};
  expect(await press(one, id)).toMatchObject({ state: 'published', publishedAt: null });
  expect(found(one, id)).toEqual(ONCE);
});

it('keeps nothing where one of its places was closed while the card was drawn', async () => {
  const [one, { id }] = [await answered(), await tomorrow()];
  beforeCommit = () => on.store.commit(seed, (tx) => tx.remove('playlist', playlist.id));
  expect((await refused(() => press(one, id))).code).toBe('notFound');
  expect({ ...found(one, id), items: 0 }).toEqual(NOTHING);
  beforeCommit = async () => {};
  await on.store.commit(seed, (tx) => tx.put('playlist', playlist));
  await press(one, id);
  expect(found(one, id)).toEqual(ONCE);
});

it('is in every place once, pressed several times at once and again afterwards', async () => {
  const [one, { id }] = [await answered(), await tomorrow()];
  await Promise.all([press(one, id), press(one, id), press(one, id)]);
  expect(found(one, id)).toEqual(ONCE);
  const now = on.store.get('hoaxCase', one.id);
  if (!now) throw new Error('no case');
  await press(now, id);
  expect(found(one, id)).toEqual(ONCE);
});

it('stays on the air in its places when another is added, and asks for approval anew when it says something else', async () => {
  const [one, { id }] = [await answered(), await tomorrow()];
  await press(one, id);
  const assetId = on.store.get('card', one.cardId ?? '')?.assetId ?? '';
  const asset = await settledAsset(on, assetId);
  const head = {
    ...CALLER,
    role: 'head' as const,
    actor: { kind: 'user' as const, id: sampleUser().id, name: 'Kepala' },
  };
  await on.library.handlers.classify({ id: assetId, rev: asset.rev, approval: 'approved' }, head);
  const caseNow = () => on.store.get('hoaxCase', one.id) as HoaxCase;
  const again = await press(caseNow(), id);
  expect(again.publishedAt).not.toBeNull();
  expect(on.asset(assetId).approval).toBe('approved');
  const clarification = { verdict: 'hoax' as const, answer: 'Tetap Rabu.', sources: ['KPU'] };
  await desk.handlers.clarify({ id: one.id, rev: caseNow().rev, clarification }, CALLER);
  await press(caseNow(), id);
  await eventually(() => expect(on.asset(assetId).approval).toBe('pending'));
  expect(caseNow().publishedAt).toBe(again.publishedAt);
});
