/** Builds every room and hands each what it may use. Nothing runs yet; `station.ts` starts and stops them. */
import type { Logger } from 'pino';
import type { Caller } from '../contract/api/handlers';
import { RADIO_CHANNEL_ID } from '../contract/records/play';
import { type CardsRoom, createCards } from './cards';
import { createCart } from './cart';
import { createContests } from './contests';
import { createAlerts } from './control/alerts';
import { createCues } from './cues';
import { createDisplays } from './displays';
import { checkDisplayAgain, checkGroupAgain } from './displays/uses';
import { createEpisodes } from './episodes';
import { createHoaxes } from './hoaxes';
import { createJobs } from './jobs';
import { createLibrary } from './library';
import { checkAssetAgain } from './library/under-law';
import { createMakeGoods } from './make-goods';
import { createMedia } from './media';
import { createOsc } from './osc';
import { createPartners } from './partners';
import { createPreviews } from './previews';
import { createProof, radioName } from './proof';
import { createQuality } from './quality';
import { createRecalls } from './recalls';
import { createRecordings } from './recordings';
import { createRequests } from './requests';
import { createRules } from './rules';
import { signingKey } from './rules/key';
import { createRundownFiles } from './rundown-files';
import { draw } from './rundown-files/papers/draw';
import { createRundowns } from './rundowns';
import { createAttachments } from './rundowns/attachments';
import { createSchedule } from './schedule';
import { createShows } from './shows';
import { createSpots } from './spots';
import { type Clock, type Store, settingsOf } from './store';
import { createSubmissions } from './submissions';
import { createTakeovers, type TakeoversNeed } from './takeovers';
import { createAttempts } from './users/attempts';
import { createUsers } from './users/users';
import { createWaiting } from './waiting';

/** Whoever can reach the port that the administrator opened. */
const OSC_CALLER: Caller = {
  actor: { kind: 'token', id: 'osc', name: 'OSC' },
  role: 'producer',
  sessionId: null,
  address: 'osc',
  signal: undefined,
  setSession: () => {},
};

export interface RoomsNeed {
  store: Store;
  clock: Clock;
  log: Logger;
  dataDir: string;
}

export type Rooms = Awaited<ReturnType<typeof createRooms>>;

export async function createRooms({ store, clock, log, dataDir }: RoomsNeed) {
  const common = { store, clock, log };
  const alerts = createAlerts(clock);
  const alarm: Parameters<typeof createJobs>[0]['alerts'] = {
    raise: ({ id, severity, reason }) => alerts.raise(id, severity, reason),
    settle: (id) => alerts.settle(id),
  };
  // Monotonic: a clock that is set must not lengthen the wait.
  const attempts = createAttempts({ now: () => performance.now() });
  const users = await createUsers({ ...common, attempts, dataDir });
  const media = await createMedia({ log: (line) => log.info(line) });
  const jobs = createJobs({ ...common, alerts: alarm });
  // Each of the two asks the other: what is drawn, and where it is kept.
  const drawnBy: CardsRoom['drawnBy'] = {
    isDrawn: (assetId) => cards.drawnBy.isDrawn(assetId),
    draw: (...order) => cards.drawnBy.draw(...order),
  };
  const library = createLibrary({
    ...{ ...common, jobs, media, dataDir, alerts: alarm, drawnBy },
    onProbed: (tx, asset) => quality.checkProbed(tx, asset),
  });
  const quality = createQuality({ ...common, jobs, media, shelf: library });
  const cards = createCards({ ...common, media, library, dataDir });
  const partners = createPartners({ ...common, dataDir, alerts });
  const submissions = createSubmissions({
    ...{ ...common, dataDir, attempts, alerts },
    admitFile: library.admitUpload,
    finishUpload: library.finishUpload,
    ensureRenditions: library.ensureRenditions,
    usesOf: library.usesOf,
    agreementUse: partners.usage,
  });
  const checks = { display: checkDisplayAgain, displayGroup: checkGroupAgain, asset: checkAssetAgain };
  const rules = createRules({ ...common, checks, key: await signingKey(dataDir) });
  const proof = createProof({ store, clock });
  const schedule = createSchedule({
    ...common,
    ensureRenditions: library.ensureRenditions,
    push: (displayId, timeline) => displays.pushTimeline(displayId, timeline),
  });
  // Each of the two speaks through the other.
  const line: TakeoversNeed['line'] = {
    connected: () => displays.line.connected(),
    has: (displayId) => displays.line.has(displayId),
    send: (displayId, bytes) => displays.line.send(displayId, bytes),
  };
  const takeovers = createTakeovers({ ...common, line, ensureRenditions: library.ensureRenditions });
  const recalls = createRecalls({
    ...common,
    line,
    usesOf: library.usesOf,
    timelineOf: (displayId) => schedule.timelines.current(displayId),
    onPanel: (displayId) => displays.onPanel(displayId),
    draw: (paper) => draw(paper, 'pdf'),
  });
  const { timelines } = schedule;
  const displays = createDisplays({ ...common, attempts, proof, timelines, takeovers, recalls });
  rules.bookSigned.subscribe((book) => displays.tellLaw(book));
  const rundowns = createRundowns({ ...common, spotsAgainst: (rundown, after) => spots.against(rundown, after) });
  const { book, clockSet } = rundowns;
  const attachments = createAttachments({ ...common, dataDir });
  const items = (id: string) => book.items(id);
  const hoaxes = createHoaxes({
    ...{ ...common, cards },
    rundowns: { items, editIn: rundowns.editIn, writeIn: rundowns.writeIn },
  });
  const spots = createSpots({ ...common, items, channelName: () => radioName(settingsOf(store).language) });
  const makeGoods = createMakeGoods({
    ...common,
    network: () => schedule.timelines.network(),
    radioPlays: spots.playsOn,
  });
  const shows = createShows({ ...common, items, onClockSet: clockSet });
  const osc = createOsc({
    ...common,
    items,
    remote: async (action) => shows.handlers.remote({ action }, OSC_CALLER),
    trouble: (why) => (why ? alerts.raise('osc', 'warning', why) : alerts.settle('osc')),
  });
  const cues = createCues({ ...common, items, displaysOf: takeovers.displaysOf });
  const rundownFiles = createRundownFiles({ store, clock });
  const cart = createCart({
    ...common,
    items,
    leftOut: spots.leftOut,
    ensureRenditions: library.ensureRenditions,
    record: (reports) => proof.record(RADIO_CHANNEL_ID, reports),
  });
  const recordings = createRecordings({ ...common, jobs, media, dataDir, alerts: alarm });
  const { fileOf } = recordings;
  const episodes = createEpisodes({ ...common, jobs, media, dataDir, recordingFile: fileOf });
  const previews = createPreviews({ store, clock, media, file: library.media, attempts, dataDir });
  const requests = createRequests({ ...common, alerts });
  const contests = createContests({ ...common, usesOf: library.usesOf });
  const waiting = createWaiting({ store, clock });
  return {
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
    osc,
    rundownFiles,
    recordings,
    episodes,
    previews,
    requests,
    contests,
    cards,
    hoaxes,
    waiting,
  };
}
