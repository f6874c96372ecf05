import { beforeEach, describe, expect, it } from 'vitest';
import { type Asset, NO_ORIGIN, type ProbedAsset } from '../../contract/records/asset';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { PlayReport } from '../../contract/records/play';
import { newId } from '../../contract/ulid';
import { cartMaterial } from '../../domain/cart-material';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { caller, quiet, refused } from '../store/samples';
import { type CartRoom, createCart } from '.';
import { Lease } from './lease';
import { isNear } from './named';

const NINE = Date.parse('2024-11-14T02:00:00Z');
const [SPOT, CLIP, JINGLE, FAR] = [newId(), newId(), newId(), newId()];
const [NEAR_RUNDOWN, FAR_RUNDOWN, PROGRAMME] = [newId(), newId(), newId()];
let store: Store;
let cart: CartRoom;
let asked: string[][];
let recorded: PlayReport[];
freshStore(
  (fresh) => {
    store = fresh;
  },
  { now: () => NINE },
);

const rundown = (id: string, date: string) => ({
  ...{ id, rev: 0, programmeId: PROGRAMME, name: 'Ruang Pemilih', date, startsAt: '09:00:00', zone: 'Asia/Jakarta' },
  ...{ lengthMs: 3_600_000, presenterIds: [], status: 'draft' as const, guests: [], questions: [], research: '' },
  ...{ links: [], createdAt: 1, createdBy: 'x', updatedAt: 1 },
});
const spots = (...assetIds: string[]) => [
  { spots: assetIds.map((assetId) => ({ key: newId(), assetId, bookingId: null })) },
];
const fill = (command = 'rundowns.create') =>
  store.commit({ command, actor: STATION_ACTOR, audited: false }, (tx) => {
    tx.put('programme', {
      ...{ id: PROGRAMME, rev: 0, name: 'Ruang Pemilih', description: '', weekdays: [], startsAt: '09:00:00' },
      ...{ lengthMs: 1, presenterIds: [], jingles: [JINGLE, SPOT], template: [], createdAt: 1, updatedAt: 1 },
    });
    tx.put('rundown', rundown(NEAR_RUNDOWN, '2024-11-14'));
    tx.put('rundown', rundown(FAR_RUNDOWN, '2024-12-14'));
  });

beforeEach(() => {
  [asked, recorded] = [[], []];
  cart = createCart({
    ...{ store, clock: { now: () => NINE }, log: quiet, monotonic: () => NINE },
    items: (id) => (id === NEAR_RUNDOWN ? spots(SPOT, CLIP, SPOT) : spots(FAR)),
    leftOut: () => [],
    ensureRenditions: async (needs) => void asked.push(needs.map(({ assetId }) => assetId)),
    record: (plays) => void recorded.push(...plays),
  });
});

describe('the cart at the station', () => {
  it('asks for sound of what near rundowns and programmes name, once for many commits', async () => {
    cart.start();
    await fill();
    await fill();
    await expect.poll(() => asked.length).toBe(1);
    expect(asked[0]?.sort()).toEqual([SPOT, CLIP, JINGLE].sort());
    cart.stop();
  });

  it('tells material in the order of items and keys, each once, and refuses a rundown that is not there', async () => {
    await fill();
    const material = await cart.handlers.material({ rundownId: NEAR_RUNDOWN }, caller);
    expect(material.map(({ assetId, state }) => [assetId, state])).toEqual(
      [SPOT, CLIP, JINGLE].map((id) => [id, 'refused']),
    );
    expect((await refused(() => cart.handlers.material({ rundownId: newId() }, caller))).code).toBe('notFound');
  });

  it('takes a fortnight ahead and yesterday for near, on the clock of the rundown', () => {
    const near = (date: string, zone = 'Asia/Jakarta') => isNear({ date, zone }, NINE);
    expect(['2024-11-12', '2024-11-13', '2024-11-28', '2024-11-29'].map((date) => near(date))).toEqual([
      ...[false, true, true, false],
    ]);
  });
});

describe('material', () => {
  const wanted = { loudnessLufs: -16, zone: 'Asia/Jakarta', at: NINE };
  const loudness = { integratedLufs: -16.1, truePeakDbtp: -1.6, rangeLu: 2, thresholdLufs: -26 };
  const rendition = {
    ...{ state: 'ready' as const, profileKey: 'audio-l16', inMs: 0, because: [], decision: 'transcode' as const },
    ...{ hash: 'b'.repeat(64), bytes: 10, mime: 'audio/mp4', width: 0, height: 0, durationMs: 30_000, frames: null },
    ...{ codecs: null, madeAt: 1, loudness },
  };
  const asset = (more: Partial<ProbedAsset> = {}): Asset => ({
    ...{ state: 'ready', id: SPOT, rev: 1, name: 'Cek DPT', originalName: 'a.wav', hash: 'a'.repeat(64), bytes: 10 },
    ...{ tags: [], notes: '', ...NO_ORIGIN, createdAt: 1, createdBy: 'x', archivedAt: null, trashedAt: null },
    probe: {
      ...{ kind: 'audio', container: 'wav', durationMs: 30_000, bitRate: null, video: null, audio: [] },
      ...{ loudness: null, fragmentedPerTrack: false, findings: [] },
    },
    pictures: { thumbnail: null, filmstrip: null, waveform: null },
    renditions: [rendition],
    ...more,
  });
  const codes = (more: Partial<ProbedAsset>) => {
    const material = cartMaterial(SPOT, asset(more), wanted);
    return [material.state, ...(material.state === 'ready' ? material.warnings : material.because).map((r) => r.code)];
  };

  it('is ready with what was measured, and warns of what a limiter could not reach', () => {
    expect(cartMaterial(SPOT, asset(), wanted)).toMatchObject({ state: 'ready', loudnessLufs: -16.1, warnings: [] });
    const off = { ...rendition, loudness: { ...loudness, integratedLufs: -24, truePeakDbtp: -0.4 } };
    expect(codes({ renditions: [off] })).toEqual(['ready', 'cart.quieter', 'cart.peak']);
    expect(codes({ renditions: [{ ...rendition, loudness: null }] })).toEqual(['ready', 'cart.notMeasured']);
  });

  it('is refused as by any booking, whatever is made of it', () => {
    expect(codes({ approval: 'pending' })).toEqual(['refused', 'judge.notApproved']);
    expect(codes({ approval: 'rejected', trashedAt: 1 })).toEqual(['refused', 'judge.binned', 'judge.rejected']);
    expect(codes({ validFrom: '2024-11-15' })).toEqual(['refused', 'judge.notYet']);
    expect(codes({ validTo: '2024-11-13' })).toEqual(['refused', 'judge.expired']);
    expect(codes({ validFrom: '2024-11-14', validTo: '2024-11-14' })[0]).toBe('ready');
  });

  it('is being made, or failed with the reason of its job', () => {
    expect(codes({ renditions: [] })).toEqual(['making', 'cart.notReady']);
    const because = [{ code: 'decide.noSound', params: {} }];
    const failed = { state: 'failed' as const, profileKey: 'audio-l16', inMs: 0, because };
    expect(codes({ renditions: [failed] })).toEqual(['failed', 'decide.noSound']);
  });
});

describe('who plays', () => {
  it('is the first to say so, until it is silent or somebody takes over', () => {
    let now = 0;
    const lease = new Lease(() => now);
    const holder = (key: string) => ({ key, name: key, since: now });
    expect(lease.claim(holder('a'), false).key).toBe('a');
    expect(lease.claim(holder('b'), false).key).toBe('a');
    now = 20_000;
    expect(lease.claim(holder('a'), false)).toMatchObject({ key: 'a', since: 0 });
    now = 44_000;
    expect(lease.claim(holder('b'), false).key).toBe('a');
    now = 46_000;
    expect(lease.claim(holder('b'), false).key).toBe('b');
    expect(lease.claim(holder('a'), true).key).toBe('a');
    lease.release('b');
    expect(lease.holder()?.key).toBe('a');
    lease.release('a');
    expect(lease.holder()).toBeNull();
  });

  it('is kept by the station with the name of the person', async () => {
    const key = newId();
    expect(await cart.handlers.claim({ key, force: false }, caller)).toMatchObject({ key, name: caller.actor.name });
    expect(await cart.handlers.holder(undefined, caller)).toMatchObject({ key });
  });
});
