/**
 * rundown: an edit and a take of a rundown of 500 items until 20 views have it and know its times, as the pages do it (parsed, put
 * together, planned); a take until three real pages beside 17 such views have painted it; and what the times of 2,000 items take alone.
 */
import { setTimeout } from 'node:timers/promises';
import type { ItemChange } from '../../electron/contract/api/rundowns';
import { PLAIN_ITEM, RundownItem } from '../../electron/contract/records/rundown-item';
import type { Show } from '../../electron/contract/records/show';
import { RundownEvent } from '../../electron/contract/rundown-feed';
import { newId } from '../../electron/contract/ulid';
import { liveOf, runningOf } from '../../electron/domain/rundown/live';
import { ordersBetween } from '../../electron/domain/rundown/order';
import { planOf } from '../../electron/domain/rundown/plan';
import { items, rundown } from '../../electron/domain/rundown/samples';
import { type RundownState, told } from '../../renderer/client/rundown-state';
import { day } from '../../tests/lib/booking';
import type { RunningStation } from '../../tests/lib/station';
import { atStation } from './lib/at-station';
import { median, note, percentile, report } from './lib/report';
import { openPages, PAGES, wallNow } from './lib/rundown-pages';

const ITEMS = 500;
const VIEWS = 20;
const EDITS = 60;
const TAKES = 60;
const WARM = 5;
/** Pages draw the seconds too: takes come at any place within a frame. */
const APART_MS = 100;

timing();
await atStation({ assets: 20, plays: 0 }, measure);

/** Times of 2,000 items on air, as a view asks for them with every word of the station. */
function timing(): void {
  // As a view holds them: as they came over the wire and were parsed.
  const sent = JSON.stringify(items(...Array.from({ length: 2000 }, (_, at) => partOf(at))));
  const many = RundownItem.array().parse(JSON.parse(sent));
  const clock = rundown();
  const current = { stepId: 'x', itemId: many[700]?.id ?? '', startedAt: 0, heldAt: null, heldMs: 0 };
  const show = { current, skipped: many.slice(900, 950).map(({ id }) => id), lengths: {}, aired: [] };
  const took: number[] = [];
  for (let round = 0; round < 200; round++) {
    // A list that was moved is another list: nothing of the last round can be used again.
    const shuffled = [...many.slice(round), ...many.slice(0, round)];
    const began = performance.now();
    const live = liveOf(planOf(clock, shuffled), show, 60_000);
    took.push(performance.now() - began);
    if (live.coming.length === 0) throw new Error('nothing is to come');
  }
  report({
    bench: 'rundown',
    metric: 'timing_2000_items_ms',
    value: median(took.slice(WARM)),
    unit: 'ms',
    reference: null,
  });
}

function partOf(at: number): Partial<RundownItem> {
  const hard = { kind: 'hard' as const, at: '14:00:00', takesItself: false };
  return {
    title: `Materi ${at}`,
    durationMs: 1000 * (at % 90),
    ...(at % 250 === 249 ? { start: hard } : {}),
    floating: at % 40 === 7,
  };
}

async function measure(station: RunningStation): Promise<void> {
  const { id } = await station.client.rundowns.create({ programmeId: null, date: day(0), fields: { name: 'Bench' } });
  const ids = (await station.client.rundowns.edit({ id, changes: fill() })).map((item) => item.id);
  const views = await Promise.all(Array.from({ length: VIEWS }, () => openView(station, id)));
  const edits: number[] = [];
  for (let round = 0; round < EDITS; round++) {
    const title = `Disunting ${round}`;
    const itemId = ids[(round * 37) % ids.length] ?? '';
    const fields = { title, durationMs: 30_000 + round * 1000 };
    const began = performance.now();
    const seen = views.map((view) => view.until((state) => state.items.some((item) => item.title === title)));
    await station.client.rundowns.edit({ id, changes: [{ type: 'set', id: itemId, rev: null, fields }] });
    edits.push(Math.max(...(await Promise.all(seen))) - began);
  }
  say('edit_to_views_p95_ms', edits);
  let show = await station.client.shows.start({ rundownId: id, rehearsal: true });
  const takes: number[] = [];
  for (let round = 0; round < TAKES; round++) {
    const began = performance.now();
    const turn: number = show.turn + 1;
    const seen = views.map((view) => view.until((state) => (state.show?.turn ?? 0) >= turn));
    show = await station.client.shows.take({ id: show.id, turn: show.turn });
    takes.push(Math.max(...(await Promise.all(seen))) - began);
  }
  say('take_to_view_p95_ms', takes);
  for (const view of views.splice(0, PAGES)) view.close();
  await toPaint(station, show, ids);
  for (const view of views) view.close();
}

/** From the take leaving to the last of the pages having painted it; the views over the wire that are open listen on. */
async function toPaint(station: RunningStation, begun: Show, ids: readonly string[]): Promise<void> {
  const { items } = await station.client.rundowns.get({ id: begun.rundownId });
  const titles = new Map(items.map((item) => [item.id, item.title]));
  const pages = await openPages(station, begun.rundownId);
  let show = begun;
  const takes: number[] = [];
  const byView = new Map<string, number[]>();
  for (let round = 0; round < TAKES; round++) {
    const title = titles.get(ids[TAKES + round + 1] ?? '') ?? '';
    const seen = pages.painted(title);
    await setTimeout(APART_MS + (round % 7) * 5);
    const began = wallNow();
    show = await station.client.shows.take({ id: show.id, turn: show.turn });
    const painted = await seen;
    takes.push(Math.max(...painted.map(({ at }) => at)) - began);
    for (const { view, at } of painted) byView.set(view, [...(byView.get(view) ?? []), at - began]);
  }
  for (const [view, times] of byView)
    note(`${view}: median ${median(times).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`);
  say('take_to_paint_p95_ms', takes, `${PAGES} pages`);
  await pages.close();
}

function say(metric: string, times: readonly number[], until = `${VIEWS} views`): void {
  const kept = times.slice(WARM);
  note(
    `${metric}: median ${median(kept).toFixed(1)} ms, worst ${Math.max(...kept).toFixed(1)} ms, until the last of ${until}`,
  );
  report({ bench: 'rundown', metric, value: percentile(kept, 0.95), unit: 'ms', reference: null });
}

function fill(): ItemChange[] {
  const orders = ordersBetween(null, null, ITEMS);
  return orders.map((order, at) => ({
    type: 'add',
    key: newId(),
    parentId: null,
    order,
    fields: { ...PLAIN_ITEM, title: `Materi ${at}`, durationMs: 7000 },
    script: null,
  }));
}

interface View {
  /** When it knew the times of a state that is as asked. */
  until(is: (state: RundownState) => boolean): Promise<number>;
  close(): void;
}

async function openView(station: RunningStation, id: string): Promise<View> {
  const ends = new AbortController();
  const waiting = new Set<{ is: (state: RundownState) => boolean; resolve: (at: number) => void }>();
  const feed = await station.client.rundowns.follow({ id }, { signal: ends.signal });
  let state: RundownState | undefined | null;
  const hear = (raw: unknown) => {
    state = told(state, RundownEvent.parse(raw));
    if (!state) return;
    const plan = planOf(state.rundown, state.items);
    if (state.show) liveOf(plan, runningOf(state.show, state.steps), Date.now());
    for (const one of waiting) {
      if (!one.is(state)) continue;
      waiting.delete(one);
      one.resolve(performance.now());
    }
  };
  const first = await feed.next();
  hear(first.value);
  void (async () => {
    for await (const raw of feed) hear(raw);
  })().catch(() => {});
  return {
    until: (is) => new Promise((resolve) => waiting.add({ is, resolve })),
    close: () => ends.abort(),
  };
}
