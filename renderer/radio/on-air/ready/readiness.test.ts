import { describe, expect, it } from 'vitest';
import { sampleAsset } from '../../../../electron/core/store/samples';
import { planOf } from '../../../../electron/domain/rundown/plan';
import { type ItemPart, items, partId, rundown } from '../../../../electron/domain/rundown/samples';
import type { Materials } from '../../shared/use-materials';
import { readinessOf } from './readiness';

const MINUTE = 60_000;
const NONE: Materials = new Map();
const DATE = rundown().date;
const ready = (lengthMs: number, ...parts: ItemPart[]) =>
  readinessOf({
    plan: planOf(rundown({ lengthMs }), items(...parts)),
    date: DATE,
    materials: NONE,
    spoken: [],
    guests: [],
  });
const wrong = (points: ReturnType<typeof readinessOf>) => points.filter(({ ok }) => !ok).map(({ point }) => point);

describe('readiness', () => {
  it('finds nothing wrong with what is approved and comes out', () => {
    expect(wrong(ready(MINUTE, { durationMs: MINUTE, status: 'approved' }))).toEqual([]);
  });

  it('names what is not approved, has no material or no script', () => {
    const points = ready(
      0,
      { title: 'Jeda', kind: 'spotBreak', status: 'approved' },
      { title: 'Pembuka', kind: 'script', status: 'ready' },
      { title: 'Cadangan', kind: 'music', floating: true },
    );
    expect(wrong(points)).toEqual(['approved', 'material', 'script']);
    expect(points.find(({ point }) => point === 'material')?.about).toEqual([
      { id: partId(1), title: 'Jeda', ms: null },
    ]);
  });

  it('counts what is played or shown and cannot be as things stand, with why', () => {
    const [gone, waiting, fine] = ['G', 'W', 'F'].map((sign) => sign.padEnd(26, '0')) as [string, string, string];
    const ready = sampleAsset({ approval: 'approved' });
    const materials: Materials = new Map([
      [gone, null],
      [waiting, { ...ready, approval: 'pending' }],
    ]);
    const spot = (assetId: string) => ({ key: assetId, assetId, bookingId: null });
    const plan = planOf(
      rundown(),
      items(
        { title: 'Jeda', kind: 'spotBreak', spots: [spot(fine), spot(gone)] },
        { title: 'Lagu', kind: 'music', spots: [spot(fine)] },
        {
          title: 'Sapa',
          cue: {
            what: { kind: 'asset', assetId: waiting },
            where: { all: true, displayIds: [], groupIds: [] },
            forMs: null,
          },
        },
        { title: 'ILM', kind: 'ilm' },
      ),
    );
    const points = readinessOf({ plan, date: DATE, materials, spoken: [], guests: [] });
    expect(
      points.find(({ point }) => point === 'material')?.about.map(({ title, trouble }) => [title, trouble]),
    ).toEqual([
      ['Jeda', 'gone'],
      ['Sapa', 'pending'],
      ['ILM', undefined],
    ]);
  });

  it('names what the law keeps off the air, with its reason, though the library has it ready', () => {
    const spot = { key: 'S'.padEnd(26, '0'), assetId: 'A'.padEnd(26, '0'), bookingId: null };
    const plan = planOf(rundown(), items({ title: 'ILM', kind: 'ilm', spots: [spot] }, { title: 'Bebas' }));
    const because = { code: 'judge.recalled', params: { name: 'Cek DPT' } };
    const keptOut = ({ key }: { key: string }) => (key === spot.key ? [because] : []);
    const points = readinessOf({ plan, date: DATE, materials: NONE, keptOut, spoken: [], guests: [] });
    expect(points.find(({ point }) => point === 'material')?.about).toEqual([
      { id: partId(1), title: 'ILM', ms: null, keptOut: [because] },
    ]);
  });

  it('says by how much it is over, and which hard start cannot be held', () => {
    const points = ready(
      2 * MINUTE,
      { durationMs: 2 * MINUTE, status: 'approved' },
      {
        title: 'Tanda waktu',
        durationMs: MINUTE,
        status: 'approved',
        start: { kind: 'hard', at: '09:01:00', takesItself: true },
      },
    );
    expect(wrong(points)).toEqual(['hardStarts']);
    expect(points.find(({ point }) => point === 'hardStarts')?.about[0]?.ms).toBe(MINUTE);
    const over = ready(MINUTE, { durationMs: 2 * MINUTE, status: 'approved' });
    expect(over.find(({ point }) => point === 'duration')?.overMs).toBe(MINUTE);
  });

  it('says of an empty rundown only that', () => {
    expect(ready(MINUTE).map(({ point }) => point)).toEqual(['empty']);
  });

  it('asks of a rundown with spots who plays them, and whether its breaks are what bookings ask for', () => {
    const spot = { key: 'S'.padEnd(26, '0'), assetId: 'A'.padEnd(26, '0'), bookingId: null };
    const plan = planOf(rundown(), items({ title: 'Jeda 1', kind: 'spotBreak', spots: [spot], status: 'approved' }));
    const of = (played: boolean | undefined, same: boolean, names: string[]) =>
      readinessOf({
        ...{ plan, date: DATE, materials: NONE, spoken: [], guests: [], played },
        proposal: {
          breaks: [{ itemId: partId(1), spots: [], adds: 1, removes: 0, same }],
          short: names.map((name) => ({ bookingId: name, name, missing: 1, because: [] })),
        },
      });
    const open = wrong(of(false, false, ['Cek DPT']));
    expect(open.slice(-3)).toEqual(['player', 'fill', 'places']);
    expect(of(false, false, ['Cek DPT']).flatMap(({ about }) => about.map(({ title }) => title))).toEqual([
      'Jeda 1',
      'Cek DPT',
    ]);
    expect(wrong(of(true, true, []))).not.toContain('player');
    expect(of(undefined, true, []).map(({ point }) => point)).not.toContain('player');
    expect(ready(MINUTE, { durationMs: MINUTE }).map(({ point }) => point)).not.toContain('fill');
  });

  it('names guests who are not there', () => {
    const plan = planOf(rundown(), items({ status: 'approved' }));
    const guests = [
      { guestId: 'A', arrived: true },
      { guestId: 'B', arrived: false },
    ];
    const points = readinessOf({ plan, date: DATE, materials: NONE, spoken: [], guests });
    expect(points.find(({ point }) => point === 'guests')?.about.map(({ id }) => id)).toEqual(['B']);
  });
});
