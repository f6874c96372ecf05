/** What displays are told of a recall and say of it, and what of it aired before. */
import { describe, expect, it } from 'vitest';
import { CLIP, caller, freshRecalls, recallsIn, receipt, T0, VT1, VT2, WHY } from '../../../tests/fixtures/recalls';
import { eventually } from '../../../tests/lib/eventually';
import { newId } from '../../contract/ulid';
import { sampleDisplay, samplePlay } from '../store/samples';

const kit = freshRecalls();
const { seed, take, lift, get } = kit;

describe('displays', () => {
  it('are told at once those that are there, and whoever comes later in its greeting', async () => {
    const { id, hashes } = await take();
    await eventually(() => expect(kit.heard.told).toEqual([{ to: VT1, recalls: [{ id, hashes }] }]));
    expect(recallsIn(kit.room.greet())).toEqual([{ id, hashes }]);
    await lift({ id, rev: 1 });
    await eventually(() => expect(kit.heard.told.at(-1)?.recalls).toEqual([]));
  });

  it('are told by a station that died between the commit and the push', async () => {
    kit.heard.online.clear();
    const { id } = await take();
    await kit.restart();
    expect(recallsIn(kit.room.greet()).map((recall) => recall.id)).toEqual([id]);
    expect(kit.room.withheld(CLIP.hash)).toBe(CLIP.name);
  });

  it('are counted by what they said, which is on disk and the same however often it is said', async () => {
    await seed((tx) =>
      tx.put('storedTimeline', {
        ...{ id: VT2, rev: 0, revision: 3, countedAt: 1, from: 0, until: T0 + 200 * 3_600_000, prints: '' },
      }),
    );
    const { id } = await take();
    expect((await get(id)).counts).toEqual({ displays: 2, told: 0, removed: 0 });
    kit.room.heard(VT1, [receipt(id, { removedAt: null, bytes: 0 })]);
    expect((await get(id)).displays[0]).toMatchObject({ state: 'told', connected: true, timelineUntil: null });
    kit.room.heard(VT1, [receipt(id)]);
    kit.room.heard(VT1, [receipt(id), receipt(newId())]);
    // A page that lost its disk says that it has nothing.
    kit.room.heard(VT1, [receipt(id, { toldAt: T0 + 900, removedAt: T0 + 910, lastShownAt: null, bytes: 0 })]);
    await kit.room.stop();
    expect(kit.store.recallReceipts.of(id)).toMatchObject([
      { displayId: VT1, toldAt: T0 + 50, removedAt: T0 + 910, lastShownAt: T0 - 5, bytes: 1234 },
    ]);
    const view = await get(id);
    expect(view.counts).toEqual({ displays: 2, told: 1, removed: 1 });
    const unreached = view.displays[1];
    expect(unreached).toMatchObject({ displayId: VT2, state: 'notReached', connected: false, receipt: null });
    // However far it is compiled today: what it holds was told before.
    expect(unreached?.timelineUntil).toBeLessThanOrEqual(T0 + (72 + 25) * 3_600_000);
    expect(unreached?.timelineUntil).toBeGreaterThan(T0);
  });

  it('say of a display that no page ever was of that it holds nothing, and of one unpaired since what it holds', async () => {
    const kept = { rev: 0, revision: 3, countedAt: 1, from: 0, until: T0 + 3_600_000, prints: '' };
    await seed((tx) => {
      for (const id of [VT1, VT2]) {
        tx.put('display', sampleDisplay({ id, rev: 1, token: null }));
        tx.put('storedTimeline', { id, ...kept });
      }
    });
    kit.store.plays.add([samplePlay({ displayId: VT1 })]);
    const { id } = await take();
    expect((await get(id)).displays).toMatchObject([
      { displayId: VT1, met: true, timelineUntil: T0 + 3_600_000 },
      { displayId: VT2, met: false, timelineUntil: null },
    ]);
  });
});

describe('what aired before', () => {
  const play = (displayId: string, displayName: string, at: number, outcome: 'shown' | 'partial' | 'skipped') => ({
    ...{ id: newId(at), bookingId: null, assetId: CLIP.id, hash: CLIP.hash, revision: 1, plannedStart: at },
    ...{ plannedMs: 30_000, startedAt: at, endedAt: outcome === 'skipped' ? at : at + 30_000, frames: 1, outcome },
    ...{ because: null, clockOffsetMs: 0, displayId, displayName, assetName: CLIP.name, bookingName: null },
    receivedAt: at,
  });

  it('is listed by place, and stands in the letter with the receipts until now', async () => {
    kit.store.plays.add([
      play(VT2, 'VT-02', T0 - 90_000, 'shown'),
      play(VT1, 'VT-01', T0 - 60_000, 'partial'),
      play(VT1, 'VT-01', T0 - 30_000, 'shown'),
      play(VT1, 'VT-01', T0 - 10_000, 'skipped'),
    ]);
    const { id } = await take();
    kit.room.heard(VT1, [receipt(id)]);
    const aired = await kit.room.handlers.aired({ id }, caller);
    expect(aired).toMatchObject({ total: 3, shownMs: 90_000 });
    expect(aired.at.map(({ displayName, plays }) => [displayName, plays])).toEqual([
      ['VT-01', 2],
      ['VT-02', 1],
    ]);
    const { name, bytes } = await kit.room.letter(id, { language: 'id', paper: 'A4' }, caller.role);
    expect(name).toBe(`Penarikan 001 TARIK-ILM XI 2026 ${CLIP.name}.pdf`);
    expect(String(bytes)).toBe('%PDF');
    const [paper] = kit.heard.drawn;
    expect(paper?.rows.map(({ texts }) => texts.slice(0, 3))).toEqual([
      ['VT-01', '2', '1:00'],
      ['VT-02', '1', '0:30'],
    ]);
    expect(paper?.subtitle).toContain('001/TARIK-ILM/XI/2026');
    expect(paper?.remarks.join(' ')).toMatch(/1 dari 2 videotron .*VT-02/);
    expect(JSON.stringify(paper?.facts)).toContain(WHY);
  });
});
