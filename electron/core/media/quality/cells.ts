/** Frames out of a pipe, each handed on whole: nothing is held but the one that is coming. */
import { Writable } from 'node:stream';

export class FrameSink extends Writable {
  readonly #frame: Uint8Array;
  readonly #seen: (frame: Uint8Array) => void;
  #filled = 0;

  /** `seen` must not keep the frame: its bytes are written over by the next. */
  constructor(bytes: number, seen: (frame: Uint8Array) => void) {
    // No 'close' of its own: fluent-ffmpeg takes it for a lost reader and kills ffmpeg as it ends.
    super({ autoDestroy: false, emitClose: false });
    this.#frame = new Uint8Array(bytes);
    this.#seen = seen;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + this.#frame.length - this.#filled);
      this.#frame.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled < this.#frame.length) continue;
      this.#seen(this.#frame);
      this.#filled = 0;
    }
    // The next ones may wait a turn: a pipe is emptied in bursts, and everything else has to go on in between.
    setImmediate(done);
  }
}
