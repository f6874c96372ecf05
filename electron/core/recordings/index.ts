/** Builds the recordings room: sound comes in, is kept, checked and one day removed; alarms of the watch are told. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { ChunkAnswer, ChunkQuery, recordingsApi, watchApi } from '../../contract/api/recordings';
import type { MediaFile } from '../../contract/handover';
import type { Recording } from '../../contract/records/recording';
import { dayNumber } from '../../domain/calendar';
import { keptUntil } from '../../domain/recording';
import { daySpan, localParts } from '../../domain/time';
import { requireRecord, settingsOf } from '../store';
import { createAlarms } from './alarms';
import { closingGivenUp, closingJob } from './closing';
import { createDisk } from './disk';
import { expire, remove, warnOfShortKeep } from './expiry';
import { createIntake } from './intake';
import { createPlaces } from './places';
import { createQuiet } from './quiet';
import { closing, refusal } from './records';
import type { Room } from './room';

export interface RecordingsOptions extends Omit<Room, 'places' | 'monotonic'> {
  dataDir: string;
  monotonic?: () => number;
  /** A recording that nothing comes of for so long is ended. */
  quietMs?: number;
  /** An alarm that is not repeated for so long is over. */
  forgetMs?: number;
}

export interface RecordingsRoom {
  handlers: { recordings: HandlersOf<typeof recordingsApi>; watch: HandlersOf<typeof watchApi> };
  /** @throws Failure notFound, refused, diskFull */
  takeChunk(id: string, query: ChunkQuery, bytes: Uint8Array): Promise<ChunkAnswer>;
  /** Null while it is not whole yet. */
  audio(id: string): (MediaFile & { hash: string }) | null;
  /** Where its file is, once it is closed. */
  fileOf(recording: Pick<Recording, 'file'>): string;
  /** Removes what is past. */
  expire(): Promise<void>;
  start(): void;
  stop(): void;
}

const QUIET_MS = 60_000;
const FORGET_MS = 150_000;
const EXPIRE_MS = 3_600_000;

export function createRecordings(options: RecordingsOptions): RecordingsRoom {
  const { dataDir, quietMs = QUIET_MS, forgetMs = FORGET_MS, monotonic = () => performance.now(), ...need } = options;
  const room: Room = { ...need, monotonic, places: createPlaces(dataDir) };
  const { log } = room;
  const quiet = createQuiet(room, quietMs);
  const alarms = createAlarms(room, forgetMs);
  const intake = createIntake(room, quiet, createDisk(room));
  room.jobs.register('recording', closingJob(room), closingGivenUp(room));
  let timer: NodeJS.Timeout | null = null;
  let unsubscribe = () => {};
  const expireNow = () =>
    expire(room).catch((fault: unknown) => log.error({ err: fault }, 'old recordings could not be removed'));

  return {
    handlers: { recordings: handlersOf(room, intake), watch: alarms.handlers },
    takeChunk: intake.takeChunk,
    audio: (id) => audioOf(room, id),
    fileOf: room.places.fileOf,
    expire: expireNow,
    start() {
      unsubscribe = warnOfShortKeep(room);
      quiet.start();
      alarms.start();
      void expireNow();
      timer = setInterval(() => void expireNow(), EXPIRE_MS).unref();
    },
    stop() {
      if (timer) clearInterval(timer);
      unsubscribe();
      quiet.stop();
      alarms.stop();
    },
  };
}

function handlersOf(room: Room, intake: ReturnType<typeof createIntake>): HandlersOf<typeof recordingsApi> {
  const { store, clock } = room;
  const seen = (recording: Recording): Recording => ({
    ...recording,
    keepUntil: keptUntil(recording, settingsOf(store).recordingDays),
  });
  return {
    list({ day }) {
      const { from, until } = daySpan(dayNumber(day), settingsOf(store).zone);
      return store.timed.between('recording', from, until).map(seen);
    },
    begin: (asked, { actor }) => intake.begin(asked, actor),
    close: (asked, { actor }) => intake.close(asked, actor),
    check: ({ id }, { actor }) =>
      store.commit({ command: 'recordings.check', actor }, (tx) => {
        const recording = requireRecord(tx, 'recording', id);
        if (recording.state === 'recording') throw refusal('recording.stillComes');
        if (recording.state === 'closing') return recording;
        const { closedBy, endedAt } = recording;
        return closing(room, tx, recording, { closedBy, endedAt });
      }),
    async remove({ id }, { actor }) {
      const recording = requireRecord(store, 'recording', id);
      const until = keptUntil(recording, settingsOf(store).recordingDays);
      if (until > clock.now()) throw refusal('recording.mustBeKept', { until });
      await remove(room, recording, 'recordings.remove', actor);
      return null;
    },
  };
}

function audioOf({ store, places }: Room, id: string): (MediaFile & { hash: string }) | null {
  const recording = store.get('recording', id);
  if (!recording?.hash) return null;
  const { bytes, hash, startedAt, name } = recording;
  const { date, time } = localParts(startedAt, settingsOf(store).zone);
  const fileName = [date, time.slice(0, 5).replace(':', '.'), name].filter(Boolean).join(' ');
  return { path: places.fileOf(recording), bytes, hash, mime: 'audio/webm', fileName: `${fileName}.webm` };
}
