/**
 * The watch of this page: one, however many screens look at it. Of several pages of a browser one watches, and the next takes over
 * when it is closed. Read `look` first: it brings what is done in line with what is wished.
 */
import type { Show } from '../../../electron/contract/records/show';
import { stationNow } from '../../client/station-clock';
import { formatsNow } from '../../operator/i18n/formats';
import { type Choice, storeChoice, storedChoice } from './choice';
import { type Alarm, type AlarmPost, createAlarmPost } from './listen/alarms';
import { heard, NOTHING_HEARD, USUAL_RULES } from './listen/detector';
import { followInputs, type InputDevice, InputProblem, type InputTrouble, listInputs, openInput } from './listen/input';
import { type Level, type Meter, openMeter } from './listen/meter';
import { createTone } from './listen/tone';
import { type Box, openBox } from './record/box';
import { createPostman, type Postman } from './record/postman';
import { createRecorder, type Recorder, type Recording } from './record/recorder';
import { type ShowSeen, seen, wishOf } from './record/wish';

export interface WatchNow {
  choice: Choice;
  /** Another page of this browser watches. */
  elsewhere: boolean;
  device: InputDevice | null;
  trouble: InputTrouble | null;
  /** The browser waits for a click before it lets sound be measured. */
  wantsClick: boolean;
  level: Level | null;
  alarms: readonly Alarm[];
  recording: Recording | null;
  /** Chunks that are not at the station yet. */
  waiting: number;
  /** Chunks could not be kept on this computer. */
  notKept: boolean;
}

const LOOK_MS = 1000;
const LOCK = 'suar-watch';

let now: WatchNow = {
  choice: storedChoice(),
  ...{ elsewhere: false, device: null, trouble: null, wantsClick: false, level: null, alarms: [], recording: null },
  ...{ waiting: 0, notKept: false },
};
const listeners = new Set<() => void>();
let parts: { box: Box; postman: Postman; recorder: Recorder; alarms: AlarmPost } | null = null;
let open: { stream: MediaStream; device: InputDevice; meter: Meter | null } | null = null;
let opening = false;
let state = NOTHING_HEARD;
let show: ShowSeen | null = null;
let begun = false;
const tone = createTone();

function tell(part: Partial<WatchNow>): void {
  now = { ...now, ...part };
  for (const listener of listeners) listener();
}

export const watch = {
  now: () => now,
  listen(listener: () => void): () => void {
    listeners.add(listener);
    begin();
    return () => void listeners.delete(listener);
  },
  choose(part: Partial<Choice>): void {
    const choice = { ...now.choice, ...part };
    storeChoice(choice);
    tell({ choice });
    if (part.input !== undefined || part.on === false) letGo();
    look();
  },
  /** Shows that are on air, as the station says. */
  follow(shows: readonly Show[]): void {
    show = seen(show, shows, stationNow());
    look();
  },
  /** A person clicked. */
  clicked(): void {
    open?.meter?.resume();
  },
};

/** For as long as the page lives. */
function begin(): void {
  if (begun) return;
  begun = true;
  if (!navigator.locks) return tell({ trouble: 'insecure' });
  tell({ elsewhere: true });
  void navigator.locks.request(LOCK, async () => {
    tell({ elsewhere: false });
    await start();
    // Held until the page goes.
    await new Promise(() => {});
  });
}

async function start(): Promise<void> {
  const box = await openBox();
  // What a page of before left unfinished ends with its last chunk.
  for (const { id, endedAt, until } of await box.files()) if (endedAt === null) await box.end(id, until);
  const count = () => void box.count().then((waiting) => tell({ waiting }));
  const postman = createPostman(box, count);
  const recorder = createRecorder({
    ...{ box, now: stationNow, zone: () => formatsNow().zone },
    onChange() {
      postman.wake();
      tell({ recording: copy(recorder.now()) });
    },
    onFault: () => tell({ notKept: true }),
  });
  parts = { box, postman, recorder, alarms: createAlarmPost(showAlarms) };
  postman.wake();
  followInputs(look);
  setInterval(look, LOOK_MS);
  look();
}

const copy = (recording: Recording | null) => recording && { ...recording };

function showAlarms(): void {
  const alarms = parts?.alarms.open() ?? [];
  tell({ alarms });
  tone.set(alarms.length > 0 && now.choice.tone !== null, now.choice.tone ?? '');
}

function look(): void {
  if (!parts) return;
  if (now.choice.on && !open && !opening) void openUp();
  const wish = now.choice.on ? wishOf(now.choice.byHand, show, stationNow()) : null;
  parts.recorder.follow(wish && open ? { ...wish, stream: open.stream, input: open.device.label } : null);
  const wantsClick = open?.meter !== null && open?.meter?.runs() === false;
  const recording = copy(parts.recorder.now());
  if (wantsClick !== now.wantsClick || recording?.id !== now.recording?.id) tell({ wantsClick, recording });
}

async function openUp(): Promise<void> {
  opening = true;
  try {
    const { stream, device } = await openInput(now.choice.input);
    // Switched off, or another one chosen, while it was opened.
    open = { stream, device, meter: null };
    for (const track of stream.getAudioTracks()) track.addEventListener('ended', lost);
    remember(device);
    parts?.alarms.tell({ kind: 'input', from: 0, until: stationNow() }, of(device.label));
    state = NOTHING_HEARD;
    tell({ device, trouble: null });
    const meter = await openMeter(stream, measured).catch(() => null);
    if (open?.stream === stream) open.meter = meter;
    else meter?.close();
    if (!meter) tell({ trouble: 'unable' });
  } catch (fault) {
    const trouble = fault instanceof InputProblem ? fault.trouble : 'unable';
    tell({ trouble, device: null, level: null });
    // Chosen and not there: nobody hears what goes out.
    if (trouble === 'gone' && now.choice.input)
      parts?.alarms.tell({ kind: 'input', from: stationNow(), until: null }, of(now.choice.input.label));
  } finally {
    opening = false;
  }
  if (!now.choice.on) letGo();
  look();
}

/** By its name too: ids change. */
function remember(device: InputDevice): void {
  const choice = { ...now.choice, input: device };
  storeChoice(choice);
  tell({ choice });
}

const of = (input: string) => ({ input, showId: show?.goneAt === null ? show.id : null });

/** The device was pulled out. */
function lost(): void {
  if (!open) return;
  const { label } = open.device;
  close();
  tell({ trouble: 'gone', device: null, level: null });
  parts?.alarms.tell({ kind: 'silence', from: 0, until: stationNow() }, of(label));
  parts?.alarms.tell({ kind: 'over', from: 0, until: stationNow() }, of(label));
  parts?.alarms.tell({ kind: 'input', from: stationNow(), until: null }, of(label));
  look();
}

/** By choice. */
function letGo(): void {
  parts?.recorder.follow(null);
  close();
  parts?.alarms.endAll(stationNow());
  tell({ device: null, trouble: null, level: null, recording: null });
}

function close(): void {
  if (!open) return;
  const { stream, meter } = open;
  open = null;
  meter?.close();
  for (const track of stream.getTracks()) {
    track.removeEventListener('ended', lost);
    // A recorder that is being ended takes its last sound first.
    setTimeout(() => track.stop(), 0);
  }
}

function measured(level: Level): void {
  if (!open) return;
  const { silenceDb, silenceSeconds } = now.choice;
  const rules = { ...USUAL_RULES, silenceDb, silenceMs: silenceSeconds * 1000 };
  const step = heard(state, { ...level, at: stationNow() }, rules);
  state = step.state;
  for (const event of step.events) parts?.alarms.tell(event, of(open.device.label));
  tell({ level });
}

export { type InputDevice, listInputs };
