/** Records a stream into the box, a file to an hour of the station's clock. */
import { idAt } from '../../../../electron/contract/ulid';
import type { Box } from './box';
import { nextHour, type Wish } from './wish';

const MIME = 'audio/webm;codecs=opus';
const BITS = 96_000;
const CHUNK_MS = 5000;

export interface Recording {
  id: string;
  since: number;
  bytes: number;
  showId: string | null;
}

export interface RecorderNeed {
  box: Box;
  /** The station's clock. */
  now(): number;
  zone(): string;
  onChange(): void;
  /** A chunk could not be kept on this computer. */
  onFault(fault: unknown): void;
}

interface Running {
  recorder: MediaRecorder;
  recording: Recording;
  until: number;
  stream: MediaStream;
}

export interface Recorder {
  /** Records this and nothing else; files of another show, stream or hour are ended. Null: nothing. */
  follow(wish: (Wish & { stream: MediaStream; input: string }) | null): void;
  now(): Recording | null;
}

export function createRecorder(need: RecorderNeed): Recorder {
  let running: Running | null = null;

  function begin(wish: Wish & { stream: MediaStream; input: string }): Running {
    const { box, now } = need;
    const recorder = new MediaRecorder(wish.stream, { mimeType: MIME, audioBitsPerSecond: BITS });
    const since = Math.round(now());
    const recording: Recording = { id: idAt(since), since, bytes: 0, showId: wish.showId };
    const { id, showId } = recording;
    let n = 0;
    let kept = box.begin({ id, showId, input: wish.input, until: since, endedAt: null });
    const then = (work: () => Promise<void>) => {
      kept = kept.then(work).catch(need.onFault).then(need.onChange);
    };
    recorder.ondataavailable = ({ data }) => {
      if (data.size === 0) return;
      const chunk = { n, until: Math.round(now()) };
      n += 1;
      recording.bytes += data.size;
      then(async () => box.put(id, { ...chunk, bytes: await data.arrayBuffer() }));
    };
    recorder.onstop = () => {
      const endedAt = Math.round(now());
      then(() => box.end(id, endedAt));
      if (running?.recorder === recorder) running = null;
    };
    recorder.start(CHUNK_MS);
    return { recorder, recording, until: nextHour(since, need.zone()), stream: wish.stream };
  }

  return {
    follow(wish) {
      const old = running;
      const same = old && wish && old.stream === wish.stream && old.recording.showId === wish.showId;
      if (same && need.now() < old.until) return;
      // The next one runs before the last one ends: nothing falls between them.
      running = wish?.stream.active ? begin(wish) : null;
      if (old && old.recorder.state !== 'inactive') old.recorder.stop();
    },
    now: () => running?.recording ?? null,
  };
}
