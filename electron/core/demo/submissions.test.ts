/** The demo keeps the product's own law: what is planned was let through, and what was not waits where nothing plays it. */
import { expect, it } from 'vitest';
import { USUAL_CATEGORIES } from '../../contract/records/settings-usual';
import { at, video } from '../../domain/compile-fixtures';
import { openBench } from '../schedule/samples';
import { operator } from '../store/samples';
import { DEMO_ITEMS, DEMO_JINGLES, DEMO_SPOTS } from './ruang-pemilih';
import { setUpSubmissions } from './submissions';
import { BOOKINGS, CATEGORIES, FILLER, HANDED_IN } from './tirtaraya';

const PLANNED = new Set([
  ...[...BOOKINGS, ...DEMO_ITEMS].flatMap(({ slugs = [] }) => slugs),
  ...DEMO_SPOTS.map(({ slug }) => slug),
  ...DEMO_JINGLES,
  ...FILLER.slugs,
]);

it('has let through what is planned, and shows every step of the way on what is not', async () => {
  const bench = await openBench(at('2026-03-02 10:00:00'));
  const { store } = bench;
  const slugs = HANDED_IN.flatMap(({ slug }) => slug ?? []);
  const clips = slugs.map((slug, n) => ({ slug, clip: video(n + 50, 15_000, { name: slug }) }));
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    for (const { clip } of clips) tx.put('asset', clip);
  });
  const assets = new Map(clips.map(({ slug, clip }) => [slug, clip.id]));
  const agencies = new Map(HANDED_IN.map(({ agency }, n) => [agency, video(n + 90, 1).id]));
  await setUpSubmissions(bench, { agencies, assets });
  for (const { slug, clip } of clips) {
    const approval = store.get('asset', clip.id)?.approval;
    expect([slug, approval]).toEqual([slug, PLANNED.has(slug) ? 'approved' : 'pending']);
  }
  const states = new Set(store.all('submission').map(({ state }) => state));
  expect(states).toEqual(new Set(['draft', 'submitted', 'verified', 'returned', 'approved']));
  await bench.close();
});

it('knows what all of the talk show is about, for a lock keeps off what it does not know', () => {
  const inside = DEMO_ITEMS.flatMap((item) => [item, ...(item.inside ?? [])]).flatMap(({ slugs = [] }) => slugs);
  for (const slug of [...inside, ...DEMO_JINGLES])
    expect([slug, USUAL_CATEGORIES]).toEqual([slug, expect.arrayContaining([CATEGORIES[slug]])]);
});
