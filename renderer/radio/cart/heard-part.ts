/**
 * What of a decoded file is heard. An encoder puts 1024 samples of priming before AAC (some 2112) and fills the last frame up; the file's edit
 * list says so, and a browser that heeds it hands out exactly the sound. One that does not hands out more: then it is cut by the
 * length that the station read in the edit list, or joints would have holes. Pure; in sample frames.
 */
const PRIMING = 1024;

export interface HeardPart {
  from: number;
  length: number;
}

/** `durationMs` is rounded to whole ms by the container, so less than a ms more is the sound's own. */
export function heardPart(decoded: number, durationMs: number, sampleRate: number): HeardPart {
  const perMs = sampleRate / 1000;
  const told = Math.round(durationMs * perMs);
  const more = decoded - told;
  if (more <= perMs) return { from: 0, length: decoded };
  // The last frame alone filled up, or priming left in as well.
  const from = more >= (PRIMING * sampleRate) / 48_000 ? Math.round((PRIMING * sampleRate) / 48_000) : 0;
  return { from, length: told };
}
