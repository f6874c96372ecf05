/** Every way out of a real station, tried with material that may not leave: each is refused, and says why. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FailureData } from '../../electron/contract/failure';
import { Channel } from '../../electron/contract/records/matter';
import { RADIO_CHANNEL_ID } from '../../electron/contract/records/play';
import { PLAIN_ITEM } from '../../electron/contract/records/rundown-item';
import { newId } from '../../electron/contract/ulid';
import { conformingClip } from '../fixtures/media';
import { bookAllDay, day } from '../lib/booking';
import { PASSWORD } from '../lib/console';
import { lockOn } from '../lib/lock-rule';
import { ReportingDisplay } from '../lib/reporting-display';
import { type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadReady } from '../lib/upload-ready';

const CLIP = { picture: 'color=c=0xc01020', seconds: 6, width: 400, height: 200 };
/** Beyond the hours that a display is told of: what it may show by then, it may fetch. */
const LOCK = lockOn(day(-1), day(4));

let station: RunningStation;
let display: ReportingDisplay;
let assetId = '';
let rundown = { id: '', breakId: '' };

beforeAll(async () => {
  station = await startStation();
  // Those that come with Suar refuse campaigns at all times: what is tried here is the lock.
  for (const { id } of await station.client.rules.list()) await station.client.rules.remove({ id });
  assetId = await uploadReady(station, 'spot.mp4', await conformingClip(CLIP));
  await say({ category: 'Iklan kampanye' });
  display = await ReportingDisplay.pair(station);
  await bookAllDay(station, display.displayId, [{ id: assetId }]);
  rundown = await todaysBroadcast();
}, 120_000);

afterAll(async () => {
  display?.disconnect();
  await station?.stop();
  if (station) await removeDir(station.dataDir);
});

type Said = Omit<Parameters<RunningStation['client']['library']['update']>[0], 'id' | 'rev'>;
async function say(fields: Said): Promise<void> {
  const { rev } = await station.client.library.get({ id: assetId });
  await station.client.library.update({ id: assetId, rev, ...fields });
}

async function exempt(): Promise<void> {
  const { rev } = await station.client.library.get({ id: assetId });
  const ground = { article17: 'h' as const, test: 'Memuat rahasia pribadi warga' };
  await station.client.library.classify({ id: assetId, rev, ppid: 'exempt', ground });
}

/** A person signs for it, with the ground: no program may. */
async function openExempt(): Promise<void> {
  const { client, origin } = station;
  const post = (path: string, body: object, cookie = '') =>
    fetch(origin + path, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { origin, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    });
  const code = await station.printed(/first-run\?code=(\S+)\n/);
  const person = { code, signInName: 'kepala', name: 'Kepala', password: PASSWORD };
  const session = (await post('/api/auth/first-run', person)).headers.getSetCookie();
  const { rev } = await client.library.get({ id: assetId });
  const signed = { rev, ppid: 'anytime', ppidReviewBy: null, reason: 'Uji konsekuensi menyatakan terbuka' };
  expect(await refusal(client.library.declassify({ id: assetId, ...signed, ppid: 'anytime' }))).toEqual([
    'library.declassifyNeedsPerson',
  ]);
  const cookie = session.map((each) => each.split(';', 1)[0]).join('; ');
  const answer = await post(`/api/assets/${assetId}/declassify`, signed, cookie);
  expect(answer.ok, await answer.text()).toBe(true);
}

/** With the material in a break, as its cue, and booked for its breaks. */
async function todaysBroadcast() {
  const { client } = station;
  const fields = { name: 'Ruang Pemilih', startsAt: '23:00:00' };
  const { id } = await client.rundowns.create({ programmeId: null, date: day(0), fields });
  const where = { all: true, displayIds: [], groupIds: [] };
  const cue = { what: { kind: 'asset' as const, assetId }, where, forMs: null };
  const spots = [{ key: newId(), assetId, bookingId: null }];
  const [item] = await client.rundowns.edit({
    id,
    changes: [
      {
        ...{ type: 'add' as const, key: newId(), parentId: null, order: 'a0', script: null },
        fields: { ...PLAIN_ITEM, title: 'Jeda', kind: 'spotBreak', durationMs: 60_000, cue, spots } as never,
      },
    ],
  });
  return { id, breakId: item?.id ?? '' };
}

async function refusal(ask: Promise<unknown>): Promise<string[]> {
  const fault = await ask.then(
    () => null,
    (why: { data?: { details?: { code: string }[] } }) => why,
  );
  return (fault?.data?.details ?? []).map(({ code }) => code);
}

/** What each way out says, by its name. */
async function tryAll(): Promise<Record<string, string[]>> {
  const { client, origin } = station;
  const draft = {
    ...{ name: 'Coba', what: { kind: 'asset' as const, assetId }, how: { kind: 'rotation' as const } },
    ...{ from: day(0), to: day(0), weekdays: [1, 2, 3, 4, 5, 6, 7], zone: 'display' as const, paused: false },
    dayparts: [{ start: '00:00:00', end: '24:00:00' }],
  };
  const now = Date.now();
  const where = { all: false, displayIds: [display.displayId], groupIds: [] };
  const takeover = {
    name: 'Coba',
    what: { kind: 'asset' as const, assetId },
    where,
    from: now,
    until: null,
    test: false,
  };
  const timeline = await client.schedule.timeline({ displayId: display.displayId, from: now, until: now + 600_000 });
  const [cue] = await client.cues.of({ rundownId: rundown.id });
  const [material] = await client.cart.material({ rundownId: rundown.id });
  const asset = await client.library.get({ id: assetId });
  const file = 'renditions' in asset ? asset.renditions.find(({ state }) => state === 'ready') : undefined;
  const hash = file?.state === 'ready' ? file.hash : asset.hash;
  const media = await fetch(`${origin}/media/${hash}`, { headers: { authorization: `Bearer ${display.bearer}` } });
  const bench = await client.rules.ask({
    matter: { kind: 'asset', assetId },
    ...{ at: now, channels: [...Channel.options], displayIds: [] },
  });
  const onTimeline = timeline.clips.some((clip) => clip.kind !== 'slate' && clip.assetId === assetId);
  return {
    booking: await refusal(
      client.bookings.create({ ...draft, where: { displayIds: [display.displayId], groupIds: [] } }),
    ),
    radioBooking: await refusal(
      client.bookings.create({ ...draft, where: { displayIds: [RADIO_CHANNEL_ID], groupIds: [] } }),
    ),
    takeover: await refusal(client.takeovers.start(takeover)),
    timeline: onTimeline
      ? []
      : timeline.skipped.filter((each) => each.assetId === assetId).map(({ because }) => because.code),
    cue: cue?.state === 'refused' ? cue.because.map(({ code }) => code) : [],
    cart: material?.state === 'refused' ? material.because.map(({ code }) => code) : [],
    media: media.status === 451 ? FailureData.parse(await media.json()).details.map(({ code }) => code) : [],
    ...Object.fromEntries(
      bench.map(({ channel, verdict }) => [
        `channel ${channel}`,
        verdict.allowed ? [] : verdict.because.map(({ reason }) => reason.code),
      ]),
    ),
  };
}

const FAULTS: { name: string; code: RegExp; make(): Promise<unknown>; mend: Said | (() => Promise<void>) }[] = [
  { name: 'exempt (dikecualikan)', code: /exempt/, make: exempt, mend: openExempt },
  {
    name: 'unapproved',
    code: /notApproved/,
    make: () => say({ approval: 'pending' }),
    mend: { approval: 'notNeeded' },
  },
  {
    name: 'rejected',
    code: /rejected|notApproved/,
    make: () => say({ approval: 'rejected' }),
    mend: { approval: 'notNeeded' },
  },
  { name: 'expired', code: /expired/, make: () => say({ validTo: day(-3) }), mend: { validTo: null } },
  { name: 'locked (masa tenang)', code: /locked/, make: () => station.client.rules.create(LOCK), mend: {} },
];

describe('material that is fine', () => {
  it('leaves by every way', async () => {
    const said = await tryAll();
    expect(Object.fromEntries(Object.entries(said).filter(([, codes]) => codes.length > 0))).toEqual({});
    await station.client.takeovers
      .list()
      .then((all) => Promise.all(all.map(({ id }) => station.client.takeovers.end({ id }))));
    expect(Object.keys(said).length).toBe(12);
  });
});

describe.each(FAULTS)('material that is $name', ({ make, mend, code }) => {
  it('is refused at every way out, with the reason', async () => {
    await make();
    const said = await tryAll();
    for (const [way, codes] of Object.entries(said)) expect(codes.join(), way).toMatch(code);
    if (typeof mend === 'function') await mend();
    else if (Object.keys(mend).length > 0) await say(mend);
  });
});
