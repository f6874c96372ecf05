/** The display page: opens its disk, plays what it holds, then looks for its station. */
import { z } from 'zod';
import { type Reason, reason } from '../../electron/contract/scalars';
import { createBox } from './box';
import { createStationClock } from './clock/station-clock';
import { openDisplayDb } from './keep/db';
import { createMediaStore } from './keep/media-store';
import { recall } from './keep/memory';
import { createOutbox } from './keep/outbox';
import { createLaw } from './law/law';
import { solepage } from './other-page';
import { createPictures } from './pictures';
import { reloadSparingly } from './reload';
import { type Session, startSession } from './session';
import { type Show, startShow } from './show';
import { clockText } from './slate/clock-text';
import { createSlate, type SlateView } from './slate/slate';
import { createTakeovers, type Takeovers } from './takeover/takeovers';
import { createWords } from './words';

// Compiling schemas to code would need `unsafe-eval` in the page's content security policy.
z.config({ jitless: true });

const FIRST_VIEW: SlateView = { stationName: 'Suar', zone: 'Asia/Jakarta', code: null, note: 'connecting' };
const VERSION = '1';
/** A lock that begins takes a takeover off within this. */
const JUDGE_MS = 1000;

function boxElement(): HTMLElement {
  const box = document.getElementById('box');
  if (!box) throw new Error('the page lacks #box');
  return box;
}

async function start(): Promise<void> {
  const box = boxElement();
  const before = createSlate(createStationClock(null), createWords('id'), FIRST_VIEW);
  await solepage(() => before.show({ ...FIRST_VIEW, note: 'otherPage' }));
  const db = await openDisplayDb(reloadSparingly).catch((fault: unknown) => {
    before.show({ ...FIRST_VIEW, note: 'noDisk' });
    throw fault;
  });
  let session: Session | null = null;
  const early: Reason[] = [];
  const fault = (why: Reason) => (session ? session.fault(why) : early.push(why));
  const notKept = (why: unknown) => void fault(reason('fault.notKept', { message: String(why).slice(0, 300) }));
  const memories = await recall(db, notKept);
  before.awake(false);

  const { welcome, timeline, token, offset } = memories.now;
  const clock = createStationClock(offset);
  const outbox = createOutbox(db, { wall: Date.now, refused: notKept });
  const view = welcome ? { ...FIRST_VIEW, stationName: welcome.stationName, zone: welcome.zone } : FIRST_VIEW;
  const slate = createSlate(clock, createWords(welcome?.language ?? 'id'), view);
  const layout = createBox(box);
  layout.profile(welcome?.profile ?? null);

  const law = createLaw({
    clock,
    kept: { book: memories.now.law, mark: memories.now.mark },
    keep: (book) => void memories.keepLaw(book),
    keepMark: (mark) => void memories.keepMark(mark),
    welcome: () => memories.now.welcome,
    expected: () => memories.now.law !== null || memories.now.timeline?.lawful === true,
  });

  let takeovers: Takeovers | null = null;
  const show: Show = startShow({
    db,
    clock,
    outbox,
    box,
    against: law.against,
    counted: await outbox.recover(),
    connected: () => session?.connected() ?? false,
    fault,
    onTop: (kind) => slate.awake(kind === 'slate'),
    changed() {
      session?.report();
      takeovers?.filesMoved();
    },
    playKept: () => session?.playKept(),
  });
  show.timeline(timeline, token);

  takeovers = createTakeovers({
    box,
    clock,
    words: createWords(welcome?.language ?? 'id'),
    media: createMediaStore(db),
    token: () => memories.now.token,
    kept: { orders: memories.now.takeovers, receipts: memories.now.receipts },
    keepOrders: (orders) => void memories.keepTakeovers(orders),
    keepReceipts: (receipts) => void memories.keepReceipts(receipts),
    send: (message) => session?.takeover(message) ?? false,
    over: (name, at) => show.cover(name, at),
    wants: (files) => show.alsoWant(files),
    came: (file, bytes) => show.bring(file, bytes),
    isKept: (hash) => show.isKept(hash),
    against: law.againstOrder,
    soundBlocked: () => fault(reason('fault.soundBlocked')),
    changed: () => session?.report(),
  });
  setInterval(() => {
    law.note();
    takeovers.judgeAgain();
  }, JUDGE_MS);

  const pictures = createPictures({
    box,
    top: () => takeovers.now()?.element ?? show.stage.top?.element ?? null,
    slateText: () => ({ name: slate.view().stationName, time: clockText(clock.now(), slate.view().zone) }),
    send: (jpeg) => session?.picture(jpeg),
  });
  session = startSession({
    memories,
    clock,
    outbox,
    show,
    slate,
    takeovers,
    law,
    once: new URLSearchParams(location.search).get('once'),
    version: VERSION,
    profile: (now) => layout.profile(now?.profile ?? null),
    watch: (everyMs) => pictures.watch(everyMs),
  });
  for (const why of early) session.fault(why);
  survive(session, show);
}

/** A fault of the page itself is told to the station, and the stage is made anew. */
function survive(session: Session, show: Show): void {
  let rebuiltAt = Number.NEGATIVE_INFINITY;
  const survived = (what: unknown) => {
    const message = (what instanceof Error ? what.message : String(what)).slice(0, 300);
    session.fault(reason('fault.displayPage', { message }));
    if (performance.now() - rebuiltAt < 10_000) return;
    rebuiltAt = performance.now();
    show.stage.rebuild();
  };
  addEventListener('error', (event) => survived(event.error ?? event.message));
  addEventListener('unhandledrejection', (event) => survived(event.reason));
}

// Nothing to show and no one to tell: a page on a panel can only try again.
start().catch(reloadSparingly);
