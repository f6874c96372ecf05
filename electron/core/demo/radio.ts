/** The demo's radio: a programme, who presents, a guest, and today's rundown. Made once; an edited one is left alone. */
import type { ItemChange } from '../../contract/api/rundowns';
import { type BookingDraft, PLAIN_BOOKING } from '../../contract/records/booking';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { type ItemFields, PLAIN_ITEM } from '../../contract/records/rundown-item';
import type { Id } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { DAY_MS, timeMs } from '../../domain/calendar';
import { ordersBetween } from '../../domain/rundown/order';
import { scriptOf } from '../../domain/rundown/script-text';
import { localParts } from '../../domain/time';
import type { Rooms } from '../rooms';
import { DEMO_CALLER, type DemoNeed } from './caller';
import type { DemoAssets } from './material';
import {
  DEMO_GUEST,
  DEMO_ITEMS,
  DEMO_JINGLES,
  DEMO_PRESENTER,
  DEMO_PROGRAMME,
  DEMO_QUESTIONS,
  DEMO_SPOTS,
  DEMO_SPOTS_A_DAY,
  type DemoItem,
} from './ruang-pemilih';
import { DEMO_STATION } from './tirtaraya';

export interface DemoStudio extends Pick<DemoNeed, 'store' | 'clock'> {
  rooms: Pick<Rooms, 'rundowns'> & { schedule: { handlers: Pick<Rooms['schedule']['handlers'], 'bookings'> } };
}

export async function setUpRadio({ store, clock, rooms }: DemoStudio, assets: DemoAssets): Promise<void> {
  if (store.all('programme').length > 0) return;
  const { programmes, presenters, guests, rundowns } = rooms.rundowns.handlers;
  const presenter = await presenters.create({ name: DEMO_PRESENTER, wpm: null }, DEMO_CALLER);
  const contact = { phone: '', email: '', notes: '', consent: { given: true, on: null }, keepUntil: null };
  const guest = await guests.create({ ...DEMO_GUEST, ...contact }, DEMO_CALLER);
  const jingles = DEMO_JINGLES.flatMap((slug) => assets.get(slug) ?? []);
  const base = { ...DEMO_PROGRAMME, weekdays: [], presenterIds: [presenter.id], jingles, template: [] };
  const programme = await programmes.create(base, DEMO_CALLER);
  const guestKey = newId();
  const fields = {
    guests: [{ key: guestKey, guestId: guest.id, arrival: '08:45:00', arrived: false }],
    questions: DEMO_QUESTIONS.map((text) => ({ key: newId(), text, guestKey, asked: false })),
  };
  const { date } = localParts(clock.now(), DEMO_STATION.zone);
  const stock = { assets, bookings: await bookSpots({ store, clock, rooms }, assets) };
  const rundown = await rundowns.create({ programmeId: programme.id, date, fields }, DEMO_CALLER);
  await rundowns.edit({ id: rundown.id, changes: changesOf(rundown.id, DEMO_ITEMS, null, stock) }, DEMO_CALLER);
  await programmes.learnTemplate({ id: programme.id, rundownId: rundown.id }, DEMO_CALLER);
}

/** By recipe, the ids of the bookings. */
async function bookSpots({ clock, rooms }: DemoStudio, assets: DemoAssets): Promise<Map<string, Id>> {
  const day = (offset: number) => localParts(clock.now() + offset * DAY_MS, DEMO_STATION.zone).date;
  const made = new Map<string, Id>();
  for (const { slug, name } of DEMO_SPOTS) {
    const assetId = assets.get(slug);
    if (assetId === undefined) continue;
    const draft: BookingDraft = {
      ...{ name, what: { kind: 'asset', assetId }, where: { displayIds: [RADIO_CHANNEL_ID], groupIds: [] } },
      ...{ how: { kind: 'frequency', plays: DEMO_SPOTS_A_DAY, per: 'day' }, ...PLAIN_BOOKING },
      ...{ from: day(-1), to: day(365), weekdays: [1, 2, 3, 4, 5, 6, 7], zone: 'station', paused: false },
      dayparts: [{ start: '06:00:00', end: '22:00:00' }],
    };
    made.set(slug, (await rooms.schedule.handlers.bookings.create(draft, DEMO_CALLER)).id);
  }
  return made;
}

interface DemoStock {
  assets: DemoAssets;
  bookings: ReadonlyMap<string, Id>;
}

function changesOf(rundownId: Id, items: readonly DemoItem[], parentId: string | null, stock: DemoStock): ItemChange[] {
  const orders = ordersBetween(null, null, items.length);
  return items.flatMap((item, at) => {
    const key = newId();
    const script = item.script ? scriptOf(item.script) : null;
    const order = orders[at] ?? 'a0';
    const add: ItemChange = { type: 'add', key, parentId, order, fields: fieldsOf(item, stock), script };
    return [add, ...changesOf(rundownId, item.inside ?? [], `${rundownId}:${key}`, stock)];
  });
}

function fieldsOf({ kind, title, length, part, slugs = [] }: DemoItem, { assets, bookings }: DemoStock): ItemFields {
  const spots = slugs.flatMap((slug) => {
    const assetId = assets.get(slug);
    return assetId === undefined
      ? []
      : [{ key: newId(), assetId, bookingId: (kind === 'spotBreak' && bookings.get(slug)) || null }];
  });
  return { ...PLAIN_ITEM, kind, title, durationMs: timeMs(length), spots, ...part };
}
