/** What one pass over a file saw and heard, before anything is judged. */
import type { Box, TextLine } from '../../contract/records/quality';
import type { FlashRun } from './flash';
import type { RepeatRun } from './repeats';

export interface Span {
  fromMs: number;
  toMs: number;
}

/** A moment in which the loudest sample was hit so often. */
export interface PeakPiece {
  atMs: number;
  ms: number;
  levelDb: number;
  samples: number;
}

export interface Seen {
  black: Span[];
  frozen: Span[];
  silent: Span[];
  peaks: PeakPiece[];
  /** Frames that are of two fields, always in the same order, and of one. */
  interlaced: number;
  progressive: number;
  flashes: FlashRun[];
  repeats: RepeatRun[];
  /** Mean difference from frame to frame, in steps of 255. */
  movement: number;
  /** Mean difference between neighbours in a row, in steps of 255. */
  detail: number;
  /** The picture within dark bars; null where it fills the frame. */
  active: Box | null;
  /** Share of pixels outside of the studio's range. */
  outside: number;
  /** The file says that it is of full range. */
  fullRange: boolean;
  /** Bits a second of the picture alone; null where the file does not say. */
  pictureRate: number | null;
  /** Streams of captions in the file. */
  captions: number;
  texts: TextLine[];
}

export const NOTHING_SEEN: Seen = {
  black: [],
  frozen: [],
  silent: [],
  peaks: [],
  interlaced: 0,
  progressive: 0,
  flashes: [],
  repeats: [],
  movement: 0,
  detail: 0,
  active: null,
  outside: 0,
  fullRange: false,
  pictureRate: null,
  captions: 0,
  texts: [],
};
