/** What the server is handed: every handler of the API, and the doors into rooms that it may not import. */
import type { IntervalHistogram } from 'node:perf_hooks';
import { PlayQuery } from '../contract/api/displays';
import type { Live } from './control/live';
import { createStationHandlers } from './control/station-handlers';
import { intakeDoors } from './intake-doors';
import { jobHandlers } from './jobs';
import { createPlaylists } from './playlists';
import type { Rooms } from './rooms';
import { createMediaGate } from './rules/media-gate';
import type { ServerDoors } from './server/types';
import type { Clock, Store } from './store';
import { tellTools } from './troubles';
import { VERSION } from './version';

export interface DoorsNeed {
  rooms: Rooms;
  store: Store;
  clock: Clock;
  live: Live;
  dataDir: string;
  loop: IntervalHistogram;
  addresses(): string[];
}

export function createDoors({ rooms, store, clock, live, dataDir, loop, addresses }: DoorsNeed): ServerDoors {
  const {
    alerts,
    users,
    media,
    jobs,
    library,
    quality,
    partners,
    submissions,
    rules,
    proof,
    schedule,
    takeovers,
    recalls,
    displays,
    makeGoods,
    rundowns,
    attachments,
    shows,
    cart,
    cues,
    spots,
    rundownFiles,
    recordings,
    episodes,
    previews,
    requests,
    contests,
    cards,
    hoaxes,
    waiting,
  } = rooms;
  const startedAt = clock.now();
  const station = createStationHandlers({
    ...{ store, clock, alerts, live, version: VERSION, startedAt, dataDir, addresses },
    toolchain: async () => tellTools(await media.lookAgain(), alerts),
    mediaBytes: library.mediaBytes,
  });
  return {
    handlers: {
      ...users.handlers,
      station,
      library: library.handlers,
      jobs: jobHandlers(jobs),
      playlists: createPlaylists({ store, clock }),
      ...partners.handlers,
      ...submissions.handlers,
      ...rules.handlers,
      ...schedule.handlers,
      ...displays.handlers,
      takeovers: takeovers.handlers,
      recalls: recalls.handlers,
      proof: proof.handlers,
      makeGoods: makeGoods.handlers,
      ...rundowns.handlers,
      attachments: attachments.handlers,
      shows: shows.handlers,
      cart: cart.handlers,
      cues: cues.handlers,
      spots: spots.handlers,
      ...recordings.handlers,
      episodes: episodes.handlers,
      previews: previews.handlers,
      ...cards.handlers,
      hoaxes: hoaxes.handlers,
      quality: quality.handlers,
      requests: requests.handlers,
      contests: contests.handlers,
      waiting: waiting.handlers,
    },
    doorkeeper: { ...users.doorkeeper, displayByToken: displays.displayByToken },
    connectDisplay: displays.connect,
    ...intakeDoors(rooms, store),
    media: library.media,
    recalledMedia: recalls.withheld,
    recallLetter: recalls.letter,
    mediaWithheld: createMediaGate(store, clock),
    displayPicture: displays.picture,
    playsCsv: (query, language) => proof.csv(PlayQuery.parse(query), language),
    debtsCsv: makeGoods.csv,
    fairnessCsv: rules.fairnessCsv,
    displayCalendar: schedule.readCalendar,
    exportBookings: schedule.exchange.exportBookings,
    importBookings: schedule.exchange.importBookings,
    rundownPaper: rundownFiles.paper,
    paperGaps: rundownFiles.paperGaps,
    importRundown: rundownFiles.importRundown,
    takeAttachment: attachments.attach,
    attachmentFile: attachments.file,
    takeRecordingChunk: recordings.takeChunk,
    recordingAudio: recordings.audio,
    podcast: episodes.podcast,
    previews,
    office: {
      letter: requests.letter,
      registerCsv: requests.csv,
      announcement: contests.announcement,
      winnersCsv: contests.csv,
    },
    cardFile: cards.file,
    hoaxesCsv: hoaxes.csv,
    health: () => ({
      ok: true,
      version: VERSION,
      uptimeMs: clock.now() - startedAt,
      loopBlockMaxMs: Math.round(loop.max / 1e4) / 100,
    }),
  };
}
