/** The demo's radio: a programme, who presents, a guest, and today's rundown. Made once; an edited one is left alone. */
import type { ItemChange } from '../../contract/api/rundowns';
import { type ItemFields, PLAIN_ITEM } from '../../contract/records/rundown-item';
import type { Id } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { timeMs } from '../../domain/calendar';
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
  type DemoItem,
} from './ruang-pemilih';
import { DEMO_STATION } from './tirtaraya';

export interface DemoStudio extends Pick<DemoNeed, 'store' | 'clock'> {
  rooms: Pick<Rooms, 'rundowns'>;
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
  const rundown = await rundowns.create({ programmeId: programme.id, date, fields }, DEMO_CALLER);
  await rundowns.edit({ id: rundown.id, changes: changesOf(rundown.id, DEMO_ITEMS, null, assets) }, DEMO_CALLER);
  await programmes.learnTemplate({ id: programme.id, rundownId: rundown.id }, DEMO_CALLER);
}

function changesOf(
  rundownId: Id,
  items: readonly DemoItem[],
  parentId: string | null,
  assets: DemoAssets,
): ItemChange[] {
  const orders = ordersBetween(null, null, items.length);
  return items.flatMap((item, at) => {
    const key = newId();
    const script = item.script ? scriptOf(item.script) : null;
    const order = orders[at] ?? 'a0';
    const add: ItemChange = { type: 'add', key, parentId, order, fields: fieldsOf(item, assets), script };
    return [add, ...changesOf(rundownId, item.inside ?? [], `${rundownId}:${key}`, assets)];
  });
}

function fieldsOf({ kind, title, length, part, slugs = [] }: DemoItem, assets: DemoAssets): ItemFields {
  const spots = slugs.flatMap((slug) => {
    const assetId = assets.get(slug);
    return assetId === undefined ? [] : [{ key: newId(), assetId, bookingId: null }];
  });
  return { ...PLAIN_ITEM, kind, title, durationMs: timeMs(length), spots, ...part };
}
