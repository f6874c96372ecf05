/**
 * A page that starts holds back every kept file until the station has said what is recalled, or surely is not there to say it: a display
 * that comes back after weeks must not show a frame of what was taken back meanwhile. Without a station it waits a moment and plays.
 */

/** A line that has not come about by then is counted as none. */
const NO_LINE_MS = 1500;
/** A station that has taken the line, and is busy as after its own restart. */
const NO_WORD_MS = 5000;

export interface FirstWordNeed {
  /** Paired: only then a station has anything to say. */
  expects: boolean;
  later(ms: number, act: () => void): void;
  /** Once. */
  released(): void;
}

export interface FirstWord {
  readonly holds: boolean;
  line(connected: boolean): void;
  /** It has said what is recalled, or that this page is no display of its. */
  heard(): void;
}

export function createFirstWord({ expects, later, released }: FirstWordNeed): FirstWord {
  let holds = expects;
  let open = false;

  function release(): void {
    if (!holds) return;
    holds = false;
    released();
  }

  if (holds) later(NO_LINE_MS, () => !open && release());
  return {
    get holds() {
      return holds;
    },
    line(connected) {
      if (connected && !open) later(NO_WORD_MS, release);
      if (!connected) release();
      open = connected;
    },
    heard: release,
  };
}
