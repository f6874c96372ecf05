/** commit: how long each kind of editing command takes to be answered, at 10,000 assets; and how long the loop blocks. */
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { AssetQuery } from '../../electron/contract/api/library';
import { makeDir, type RunningStation, removeDir, type StationClient, startStation } from '../../tests/lib/station';
import { fillStation } from './lib/fill';
import { watchIdleLoop } from './lib/idle-loop';
import { waitedForCpuMs } from './lib/memory';
import { note, percentile, report } from './lib/report';

const ROUNDS = Number(process.env.SUAR_BENCH_ROUNDS ?? 60);
const dir = await makeDir();

try {
  const dataDir = join(dir, 'data');
  await fillStation(dataDir, { assets: 10_000, plays: 1000 });
  const reference = bareAppends(join(dir, 'bare'));
  const station = await startStation({ dataDir, sourceMaps: false });
  const idle = await watchIdleLoop();
  try {
    const kinds = await commandsOf(station.client);
    const worst = { p95: 0, kind: '' };
    const waited = waitedForCpuMs(station.process.pid ?? 0);
    for (const [kind, command] of Object.entries(kinds)) {
      const p95 = await time(command);
      note(`${kind}: p95 ${p95.toFixed(1)} ms`);
      if (p95 > worst.p95) Object.assign(worst, { p95, kind });
    }
    note(`slowest kind: ${worst.kind}`);
    note(`waited ${Math.round(waitedForCpuMs(station.process.pid ?? 0) - waited)} ms for a CPU`);
    report({ bench: 'commit', metric: 'ack_p95_ms', value: worst.p95, unit: 'ms', reference });
    report({
      bench: 'commit',
      metric: 'loop_block_max_ms',
      value: await longestBlock(station),
      unit: 'ms',
      reference: await idle.end(),
    });
  } finally {
    await station.stop();
  }
} finally {
  await removeDir(dir);
}

/** Append of one kilobyte and fdatasync: what a durable record costs bare. p95 ms. */
function bareAppends(path: string): number {
  const file = openSync(path, 'a');
  const line = Buffer.alloc(1024, 'x');
  const samples = Array.from({ length: 300 }, () => {
    const started = performance.now();
    writeSync(file, line);
    fdatasyncSync(file);
    return performance.now() - started;
  });
  closeSync(file);
  return percentile(samples, 0.95);
}

type Work = (round: number) => Promise<unknown>;
/** A kind of command; what it needs before and leaves behind is not timed. */
interface Kind {
  before?: Work;
  timed: Work;
  after?: Work;
}

async function time({ before, timed, after }: Kind): Promise<number> {
  const samples: number[] = [];
  for (let round = -5; round < ROUNDS; round++) {
    await before?.(round);
    const started = performance.now();
    await timed(round);
    if (round >= 0) samples.push(performance.now() - started);
    await after?.(round);
  }
  return percentile(samples, 0.95);
}

/** Each kind of editing command, made so that it can be repeated. */
async function commandsOf(client: StationClient): Promise<Record<string, Kind>> {
  const { items } = await client.library.list({ limit: 100 } as Partial<AssetQuery> as AssetQuery);
  const asset = items[0];
  const videos = items.filter((item) => item.state === 'ready' && item.probe.kind === 'video');
  if (!asset || videos.length === 0) throw new Error('the filled station has no assets');
  let playlist = await client.playlists.create({ name: 'Bench', items: [] });
  const settings = await client.station.settings();
  let display = await client.displays.create({
    name: 'Bench',
    place: '',
    zone: settings.zone,
    profile: settings.defaultProfile,
    fillerPlaylistId: null,
  });
  const draft = {
    name: 'Bench',
    what: { kind: 'playlist' as const, playlistId: playlist.id },
    where: { displayIds: [display.id], groupIds: [] },
    how: { kind: 'rotation' as const },
    from: '2026-01-01',
    to: '2026-12-31',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    dayparts: [{ start: '06:00:00', end: '22:00:00' }],
    zone: 'display' as const,
    paused: false,
  };
  let booking = await client.bookings.create(draft);
  const made: string[] = [];
  const removeMade = () => client.bookings.remove({ id: made.pop() ?? '' });
  let rev = asset.rev;
  let settingsRev = settings.rev;
  return {
    'library.update': {
      timed: async (round) => {
        rev = (await client.library.update({ id: asset.id, rev, notes: `note ${round}` })).rev;
      },
    },
    'library.archive': {
      timed: (round) => client.library.archive({ ids: [items[1]?.id ?? asset.id], archived: round % 2 === 0 }),
    },
    'playlists.update': {
      timed: async (round) => {
        const items = videos.slice(0, 1 + (Math.abs(round) % videos.length)).map((video, index) => ({
          id: playlist.items[index]?.id ?? video.id,
          assetId: video.id,
          stillMs: null,
          inMs: 0,
          outMs: null,
        }));
        playlist = await client.playlists.update({ id: playlist.id, rev: playlist.rev, items });
      },
    },
    'bookings.update': {
      timed: async (round) => {
        booking = await client.bookings.update({
          id: booking.id,
          rev: booking.rev,
          draft: { ...draft, name: `Bench ${round}` },
        });
      },
    },
    'bookings.create': {
      timed: async () => void made.push((await client.bookings.create(draft)).id),
      after: removeMade,
    },
    'bookings.remove': {
      before: async () => void made.push((await client.bookings.create(draft)).id),
      timed: removeMade,
    },
    'displays.update': {
      timed: async (round) => {
        display = await client.displays.update({ id: display.id, rev: display.rev, place: `place ${round}` });
      },
    },
    'station.updateSettings': {
      timed: async (round) => {
        settingsRev = (
          await client.station.updateSettings({ rev: settingsRev, values: { stillMs: 9000 + Math.abs(round) } })
        ).rev;
      },
    },
    'station.undo': { timed: () => client.station.undo(), after: () => client.station.redo() },
    'station.redo': { before: () => client.station.undo(), timed: () => client.station.redo() },
  };
}

/** The station measures its own loop from when it serves, and says so at `/healthz`. ms. */
async function longestBlock(station: RunningStation): Promise<number> {
  const health = (await (await fetch(`${station.origin}/healthz`)).json()) as { loopBlockMaxMs: number };
  return health.loopBlockMaxMs;
}
